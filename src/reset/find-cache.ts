import type { Inputs } from '../inputs/inputs.js';
import { type Environment, pipEnvironment } from '../pip/environment.js';
import type { Place } from '../pip/interpreter.js';
import { type Located, locate, locateAgain } from '../pip/locate.js';
import { type Scratch, withScratch } from '../pip/scratch.js';
import { Refusal } from '../util/errors.js';
import { watched } from '../util/pace.js';
import { seconds } from '../util/units.js';
import { guard } from './guard.js';
import { refuseMoved } from './guards.js';
import type { Listener } from './progress.js';
import type { Occasion } from './step-kind.js';

/** What an earlier step of the same job has found. What is found now has to be the same. */
export interface Remembered {
  /** Absolute path of the interpreter. */
  readonly interpreter: string;
  /** As pip reported it; undefined when the cache was turned off. */
  readonly cacheDirectory: string | undefined;
}

/** The world around a step. */
export interface World {
  readonly env: Environment;
  readonly listener: Listener;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly occasion: Occasion;
  /** Takes the place of the input `python-path` and of the search for an interpreter. */
  readonly remembered?: Remembered;
}

/** A step that has begun. */
export interface Step extends World {
  readonly inputs: Inputs;
  readonly place: Place;
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
  world: World,
  work: (located: Located, step: Step) => Promise<T>,
  withInfo = true,
): Promise<T> {
  const { env, signal } = world;
  const place: Place = { env, workspace: env.GITHUB_WORKSPACE || process.cwd(), platform: process.platform };
  try {
    return await withScratch(env, async (scratch) => {
      const step: Step = { ...world, inputs, place, scratch, started: performance.now() };
      return work(await which(step, withInfo), step);
    });
  } catch (thrown) {
    // A pip that was ended looks like one that failed.
    throw signal.aborted && thrown instanceof Refusal ? new Refusal(CANCELLED) : thrown;
  }
}

async function which(step: Step, withInfo: boolean): Promise<Located> {
  const { inputs, listener, place, scratch, remembered } = step;
  const refused = new AbortController();
  const surroundings = {
    cwd: scratch.empty,
    env: pipEnvironment(place.env, place.workspace),
    signal: AbortSignal.any([step.signal, refused.signal]),
  };
  const locating =
    remembered === undefined
      ? locate(inputs.pythonPath, place, surroundings, listener.pipRan, withInfo)
      : locateAgain(remembered.interpreter, place, surroundings, listener.pipRan);
  const located = await watched(locating, (ms) => listener.say(`Waiting for pip cache dir: ${seconds(ms)} so far.`));
  listener.pipRan(located.dir);
  if (located.kind === 'disabled') return located;
  try {
    guard(located.directory, inputs.expectCacheDir, place, scratch);
    if (remembered !== undefined) refuseMoved(located.directory, remembered.cacheDirectory);
    return located;
  } catch (refusal) {
    refused.abort();
    await located.info();
    throw refusal;
  }
}
