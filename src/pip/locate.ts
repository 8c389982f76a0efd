import { Refusal } from '../util/errors.js';
import { pathRules, relativeXdg } from './environment.js';
import { behindShim, type Candidate, candidates, isFile, type JobEnvironment } from './interpreter.js';
import { isBefore } from './is-before.js';
import { cacheDirectory, type Verdict, verdict, type WhyDisabled } from './output.js';
import { type Pip, type PipRun, pipOf } from './pip.js';
import type { ProcessOptions } from './process.js';

/** What pip says of its cache. */
export type Located = Found | Disabled;

/** pip has a cache. */
export interface Found {
  readonly kind: 'found';
  readonly pip: Pip;
  /** The cache directory as pip prints it; it need not exist. */
  readonly directory: string;
  readonly dir: PipRun;
  /** `pip cache info`, which counts the files and so takes longer than `dir` on a large cache. Runs already when that was asked for. */
  readonly info: () => Promise<PipRun>;
}

/** pip's cache is turned off. */
export interface Disabled {
  readonly kind: 'disabled';
  readonly pip: Pip;
  readonly why: WhyDisabled;
  readonly dir: PipRun;
  readonly info: () => Promise<PipRun>;
}

/**
 * Finds the interpreter and asks its pip where the cache is.
 *
 * @param asked the `python-path` input.
 * @param show takes the run that the refusal is about, if there is one: its words say more.
 * @param withInfo whether to ask at the same time what is in the cache: a start of Python takes longer than most resets.
 * @throws Refusal when no interpreter runs, when the one that does has no pip or a pip before 20.1, and when pip fails.
 */
export async function locate(
  asked: string | undefined,
  job: JobEnvironment,
  options: ProcessOptions,
  show: (run: PipRun) => void,
  withInfo = true,
): Promise<Located> {
  const tried: string[] = [];
  for (const candidate of await candidates(asked, job)) {
    const attempt = await ask(candidate, job, options, show, withInfo);
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
export async function locateAgain(
  interpreter: string,
  job: JobEnvironment,
  options: ProcessOptions,
  show: (run: PipRun) => void,
): Promise<Located> {
  const candidate = { label: interpreter, path: isFile(interpreter) ? interpreter : undefined };
  const attempt = await ask(candidate, job, options, show, true);
  if (typeof attempt === 'object') return attempt;
  throw new Refusal(
    `The interpreter ${JSON.stringify(interpreter)}, found when this was registered, does not run any more (${attempt}). ` +
      'Nothing was deleted.',
  );
}

const LIKE_PYTHON = /^(python|pypy|graalpy|py($|\.))/i;

// A string says why the candidate is passed over.
async function ask(
  candidate: Candidate,
  job: JobEnvironment,
  options: ProcessOptions,
  show: (run: PipRun) => void,
  withInfo: boolean,
): Promise<Located | string> {
  if (candidate.path === undefined) return /[\\/]/.test(candidate.label) ? 'no such file' : 'not on PATH';
  const pip = await pipIn(job, await behindShim(candidate.path, job, options), options);
  // Another program may take -m for an option of its own, and run whatever is called pip.
  const likePython = LIKE_PYTHON.test(pathRules(job.platform).basename(pip.interpreter));
  if (!likePython && (await pip.version()) === undefined) return 'not a Python with a pip';
  const askInfo = () => pip.run(['cache', 'info']);
  const running = withInfo ? askInfo() : undefined;
  const info = () => running ?? askInfo();
  const dir = await pip.run(['cache', 'dir']);
  const said = verdict(dir);
  if (said.kind !== 'answered') await running;
  switch (said.kind) {
    case 'answered':
      return { kind: 'found', pip, directory: directoryOf(dir, show), dir, info };
    case 'disabled':
      return { kind: 'disabled', pip, why: said.why, dir, info };
    case 'not an interpreter':
      return said.why;
    default:
      show(dir);
      throw await refusal(pip, dir, said);
  }
}

async function pipIn({ env }: JobEnvironment, interpreter: string, options: ProcessOptions): Promise<Pip> {
  const pip = pipOf(interpreter, options);
  const relative = relativeXdg(env);
  if (relative.length === 0 || isBefore((await pip.version()) ?? '0.0', '26.3')) return pip;
  const kept = Object.entries(options.env).filter(([name]) => !relative.includes(name));
  return pipOf(interpreter, { ...options, env: Object.fromEntries(kept) });
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
