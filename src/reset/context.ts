import type { Inputs } from '../inputs/inputs.js';
import type { Environment } from '../pip/environment.js';
import type { JobEnvironment } from '../pip/interpreter.js';
import type { Scratch } from '../pip/scratch.js';
import { Refusal } from '../util/errors.js';
import type { Progress } from './progress.js';
import type { StepKind } from './step-kind.js';

/** What an earlier step of the same job found. This step has to find the same cache directory. */
export interface Remembered {
  /** Absolute path of the interpreter. */
  readonly interpreter: string;
  /** As reported by pip; undefined if the cache was disabled. */
  readonly cacheDirectory: string | undefined;
}

/** What a step receives in addition to its inputs. */
export interface StepContext {
  readonly env: Environment;
  readonly progress: Progress;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly stepKind: StepKind;
  /** Replaces the input `python-path` and the search for an interpreter. */
  readonly remembered?: Remembered;
}

/** The context of a run of the action. */
export interface Run extends StepContext {
  readonly inputs: Inputs;
  readonly job: JobEnvironment;
  readonly scratch: Scratch;
  /** When the run started, in milliseconds of performance.now(). */
  readonly started: number;
}

/**
 * To be called only before anything is deleted.
 *
 * @throws Refusal if the job was cancelled.
 */
export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

/** Returns the error of a run that was cancelled before anything was deleted. */
export function cancelled(): Refusal {
  return new Refusal('The job was cancelled. Nothing was deleted.');
}
