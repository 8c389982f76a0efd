import type { Inputs } from '../inputs/inputs.js';
import type { Environment } from '../pip/environment.js';
import type { JobEnvironment } from '../pip/interpreter.js';
import type { Scratch } from '../pip/scratch.js';
import { Refusal } from '../util/errors.js';
import type { Progress } from './progress.js';
import type { StepKind } from './step-kind.js';

/** What an earlier step of the same job found. The same must be found again. */
export interface Remembered {
  /** Absolute path of the interpreter. */
  readonly interpreter: string;
  /** As pip reported it; undefined when the cache was turned off. */
  readonly cacheDirectory: string | undefined;
}

/** What a step is given by the runner, besides its inputs. */
export interface StepContext {
  readonly env: Environment;
  readonly progress: Progress;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly stepKind: StepKind;
  /** Replaces the input `python-path` and the search for an interpreter. */
  readonly remembered?: Remembered;
}

/** A run of the action that has begun. */
export interface Run extends StepContext {
  readonly inputs: Inputs;
  readonly job: JobEnvironment;
  readonly scratch: Scratch;
  /** When it began, by performance.now(). */
  readonly started: number;
}

/** @throws Refusal when the job was cancelled. Only before anything is deleted. */
export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

/** The refusal of a run that was cancelled before anything was deleted. */
export function cancelled(): Refusal {
  return new Refusal('The job was cancelled. Nothing was deleted.');
}
