import { Refusal } from '../util/errors.js';
import { type Candidate, candidates, isFile } from './interpreter.js';
import { type OpenOptions, openPip } from './open-pip.js';
import { cacheDirectory, type Verdict, verdict, type WhyDisabled } from './output.js';
import type { Pip, PipRun } from './pip.js';

/** What pip says of its cache. */
export type Located = Found | Disabled;

/** pip has a cache. */
export interface Found {
  readonly kind: 'found';
  /** To be closed in the end. */
  readonly pip: Pip;
  /** The cache directory as pip prints it; it need not exist. */
  readonly directory: string;
  readonly dir: PipRun;
}

/** pip's cache is turned off. */
export interface Disabled {
  readonly kind: 'disabled';
  /** To be closed in the end. */
  readonly pip: Pip;
  readonly why: WhyDisabled;
  readonly dir: PipRun;
}

/** How to ask for the cache. */
export interface LocateOptions extends OpenOptions {
  /** Takes the run that a refusal is about, if there is one: its output says more. */
  readonly show: (run: PipRun) => void;
}

/**
 * Finds the interpreter and asks its pip where the cache is.
 *
 * @param asked the `python-path` input.
 * @throws Refusal when no interpreter runs, when the one that does has no pip or a pip before 20.1, and when pip fails.
 */
export async function locate(asked: string | undefined, options: LocateOptions): Promise<Located> {
  const tried: string[] = [];
  for (const candidate of await candidates(asked, options.job)) {
    const attempt = await ask(candidate, options);
    if (typeof attempt === 'object') return attempt;
    tried.push(`${candidate.label} (${attempt})`);
  }
  throw new Refusal(
    asked === undefined
      ? `No Python found. Tried: ${tried.join('; ')}. Add actions/setup-python before this step, or set the input "python-path".`
      : `Input "python-path": ${JSON.stringify(asked)} is not a Python that runs: ${tried[0]}. ` +
          'Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.',
  );
}

/**
 * The same with an interpreter that `locate` has found before.
 *
 * @param interpreter its absolute path.
 * @throws Refusal when it doesn't run any more, and as `locate` does.
 */
export async function locateAgain(interpreter: string, options: LocateOptions): Promise<Located> {
  const candidate = { label: interpreter, path: isFile(interpreter) ? interpreter : undefined };
  const attempt = await ask(candidate, options);
  if (typeof attempt === 'object') return attempt;
  throw new Refusal(
    `The interpreter ${JSON.stringify(interpreter)}, found when this was registered, does not run any more (${attempt}). ` +
      'Nothing was deleted.',
  );
}

// A string says why the candidate is passed over.
async function ask(candidate: Candidate, options: LocateOptions): Promise<Located | string> {
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
  const said = verdict(dir);
  if (said.kind === 'no pip' && mayLackPip) return 'it has no pip';
  switch (said.kind) {
    case 'answered':
      return { kind: 'found', pip, directory: directoryOf(dir, show), dir };
    case 'disabled':
      return { kind: 'disabled', pip, why: said.why, dir };
    case 'not an interpreter':
      return said.why;
    default:
      show(dir);
      throw await refusal(pip, dir, said);
  }
}

function directoryOf(dir: PipRun, show: (run: PipRun) => void): string {
  const directory = cacheDirectory(dir);
  // A name that isn't UTF-8 can't be told apart from others; it comes with U+FFFD in it.
  if (directory !== undefined && !directory.includes('\ufffd')) return directory;
  show(dir);
  throw new Refusal(
    `${JSON.stringify(dir.command)} should print one directory, in UTF-8, but printed ` +
      `${JSON.stringify(dir.stdout.slice(0, 200))}. Nothing was deleted.`,
  );
}

async function refusal(
  pip: Pip,
  dir: PipRun,
  said: Exclude<Verdict, { kind: 'answered' | 'disabled' }>,
): Promise<Refusal> {
  switch (said.kind) {
    case 'no pip':
      return new Refusal(
        `${pip.interpreter} has no pip. Install it (python -m ensurepip), or name another interpreter in the input "python-path".`,
      );
    case 'no cache command': {
      const version = await pip.version();
      return new Refusal(
        `${pip.interpreter} has pip ${version ?? 'of an unknown version'}, which has no cache command; pip 20.1 or later is needed. ` +
          'Upgrade it: python -m pip install --upgrade pip.',
      );
    }
    default:
      return new Refusal(
        `${JSON.stringify(dir.command)} ${said.why}. Nothing was deleted. ` +
          'Look at the interpreter, and at the configuration that "pip config debug" lists.',
      );
  }
}
