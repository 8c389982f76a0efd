import { Refusal } from '../util/errors.js';
import { type Candidate, candidates, isFile } from './interpreter.js';
import { type OpenOptions, openPip } from './open-pip.js';
import { cacheDirectory, type Verdict, verdict, type WhyDisabled } from './output.js';
import type { Pip, PipRun } from './pip.js';

/** What pip reports about its cache. */
export type Located = Found | Disabled;

/** pip has a cache. */
export interface Found {
  readonly kind: 'found';
  /** The caller closes it after the last run. */
  readonly pip: Pip;
  /** The cache directory as pip prints it. It need not exist. */
  readonly directory: string;
  /** The run of `pip cache dir`. */
  readonly dir: PipRun;
}

/** pip's cache is disabled. */
export interface Disabled {
  readonly kind: 'disabled';
  /** The caller closes it after the last run. */
  readonly pip: Pip;
  readonly why: WhyDisabled;
  /** The run of `pip cache dir`. */
  readonly dir: PipRun;
}

/** How to locate the cache. */
export interface LocateOptions extends OpenOptions {
  /** Receives the run that causes a refusal, if there is one, because its output has the details. */
  readonly show: (run: PipRun) => void;
}

/**
 * Finds the interpreter, and asks its pip for the cache directory.
 *
 * @param requested the input `python-path`; undefined if it is not set.
 * @throws Refusal if no interpreter runs, if the one that runs has no pip or a pip before 20.1, if `pip cache dir`
 * fails or does not print one directory, and as `candidates` does.
 */
export async function locate(requested: string | undefined, options: LocateOptions): Promise<Located> {
  const tried: string[] = [];
  for (const candidate of await candidates(requested, options.job)) {
    const located = await tryCandidate(candidate, options);
    if (typeof located === 'object') return located;
    tried.push(`${candidate.label} (${located})`);
  }
  throw new Refusal(
    requested === undefined
      ? `No Python found. Tried: ${tried.join('; ')}. Add actions/setup-python before this step, ` +
          'or set the input "python-path".'
      : `Input "python-path": ${JSON.stringify(requested)} is not a Python that runs: ${tried[0]}. ` +
          'Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.',
  );
}

/**
 * Asks the pip of an interpreter that `locate` found earlier for the cache directory.
 *
 * @param interpreter absolute path of the interpreter.
 * @throws Refusal if the interpreter no longer runs, and as `locate` does.
 */
export async function locateAgain(interpreter: string, options: LocateOptions): Promise<Located> {
  const candidate = { label: interpreter, path: isFile(interpreter) ? interpreter : undefined };
  const located = await tryCandidate(candidate, options);
  if (typeof located === 'object') return located;
  throw new Refusal(
    `The interpreter ${JSON.stringify(interpreter)}, found when this was registered, does not run any more ` +
      `(${located}). Nothing was deleted.`,
  );
}

// Returns the reason, as a string, if the candidate can't be used.
async function tryCandidate(candidate: Candidate, options: LocateOptions): Promise<Located | string> {
  if (candidate.path === undefined) return /[\\/]/.test(candidate.label) ? 'no such file' : 'not on PATH';
  const pip = await openPip(candidate.path, options);
  if (pip === undefined) return 'not a Python with a pip';
  let located: Located | string | undefined;
  try {
    located = await askPip(pip, candidate, options.show);
    return located;
  } finally {
    if (typeof located !== 'object') await pip.close();
  }
}

async function askPip(pip: Pip, { mayLackPip }: Candidate, show: (run: PipRun) => void): Promise<Located | string> {
  const dir = await pip.run(['cache', 'dir']);
  const result = verdict(dir);
  if (result.kind === 'no pip' && mayLackPip) return 'it has no pip';
  switch (result.kind) {
    case 'answered':
      return { kind: 'found', pip, directory: directoryOf(dir, show), dir };
    case 'disabled':
      return { kind: 'disabled', pip, why: result.why, dir };
    case 'not an interpreter':
      return result.why;
    default:
      show(dir);
      throw await refusal({ pip, dir, result });
  }
}

function directoryOf(dir: PipRun, show: (run: PipRun) => void): string {
  const directory = cacheDirectory(dir);
  // A name that is not valid UTF-8 was decoded with U+FFFD in it, and could be the name of several directories.
  if (directory !== undefined && !directory.includes('\ufffd')) return directory;
  show(dir);
  throw new Refusal(
    `${JSON.stringify(dir.command)} should print one directory, in UTF-8, but printed ` +
      `${JSON.stringify(dir.stdout.slice(0, 200))}. Nothing was deleted.`,
  );
}

/** A run of `pip cache dir` that reports no cache. */
interface Unanswered {
  readonly pip: Pip;
  readonly dir: PipRun;
  readonly result: Exclude<Verdict, { kind: 'answered' | 'disabled' }>;
}

async function refusal({ pip, dir, result }: Unanswered): Promise<Refusal> {
  switch (result.kind) {
    case 'no pip':
      return new Refusal(
        `${pip.interpreter} has no pip. Install it (python -m ensurepip), ` +
          'or name another interpreter in the input "python-path".',
      );
    case 'no cache command': {
      const version = await pip.version();
      return new Refusal(
        `${pip.interpreter} has pip ${version ?? 'of an unknown version'}, which has no cache command; ` +
          'pip 20.1 or later is needed. Upgrade it: python -m pip install --upgrade pip.',
      );
    }
    default:
      return new Refusal(
        `${JSON.stringify(dir.command)} ${result.why}. Nothing was deleted. ` +
          'Look at the interpreter, and at the configuration that "pip config debug" lists.',
      );
  }
}
