import type { Inputs } from '../inputs/inputs.js';
import { type Environment, pipEnvironment } from '../pip/environment.js';
import type { JobEnvironment } from '../pip/interpreter.js';
import { type Located, locate, locateAgain } from '../pip/locate.js';
import { type Scratch, withScratch } from '../pip/scratch.js';
import { Refusal } from '../util/errors.js';
import { watched } from '../util/pace.js';
import { seconds } from '../util/units.js';
import { guard } from './guard.js';
import { refuseMoved } from './guards.js';
import type { Progress } from './progress.js';
import type { StepKind } from './step-kind.js';

/** What an earlier step of the same job has found. What is found now has to be the same. */
export interface Remembered {
  /** Absolute path of the interpreter. */
  readonly interpreter: string;
  /** As pip reported it; undefined when the cache was turned off. */
  readonly cacheDirectory: string | undefined;
}

/** The context around a step. */
export interface StepContext {
  readonly env: Environment;
  readonly progress: Progress;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly stepKind: StepKind;
  /** Takes the place of the input `python-path` and of the search for an interpreter. */
  readonly remembered?: Remembered;
}

/** A step that has begun. */
export interface Step extends StepContext {
  readonly inputs: Inputs;
  readonly job: JobEnvironment;
  readonly scratch: Scratch;
  /** By performance.now(). */
  readonly started: number;
}

export const CANCELLED = 'The job was cancelled. Nothing was deleted.';

/**
 * Finds out which cache is meant, makes sure that it may be cleared, and does the work.
 *
 * @param work gets what pip says of its cache, and may run pip until it ends.
 * @param withInfo whether the work will want `pip cache info`, which then runs already.
 * @throws Refusal when it can't or must not begin; nothing has been deleted then.
 */
export async function begin<T>(
  inputs: Inputs,
  context: StepContext,
  work: (located: Located, step: Step) => Promise<T>,
  withInfo = true,
): Promise<T> {
  const { env, signal } = context;
  const job: JobEnvironment = { env, workspace: env.GITHUB_WORKSPACE || process.cwd(), platform: process.platform };
  try {
    return await withScratch(env, async (scratch) => {
      const step: Step = { ...context, inputs, job, scratch, started: performance.now() };
      return work(await which(step, withInfo), step);
    });
  } catch (thrown) {
    // A pip that was ended looks like one that failed.
    throw signal.aborted && thrown instanceof Refusal ? new Refusal(CANCELLED) : thrown;
  }
}

async function which(step: Step, withInfo: boolean): Promise<Located> {
  const { inputs, progress, job, scratch, remembered } = step;
  const refused = new AbortController();
  const options = {
    cwd: scratch.empty,
    env: pipEnvironment(job.env, job.workspace),
    signal: AbortSignal.any([step.signal, refused.signal]),
  };
  const locating =
    remembered === undefined
      ? locate(inputs.pythonPath, job, options, progress.pipRan, withInfo)
      : locateAgain(remembered.interpreter, job, options, progress.pipRan);
  const located = await watched(locating, (ms) => progress.say(`Waiting for pip cache dir: ${seconds(ms)} so far.`));
  progress.pipRan(located.dir);
  if (located.kind === 'disabled') return located;
  try {
    guard(located.directory, inputs.expectCacheDir, job, scratch);
    if (remembered !== undefined) refuseMoved(located.directory, remembered.cacheDirectory);
    return located;
  } catch (refusal) {
    refused.abort();
    await located.info();
    throw refusal;
  }
}
