import type { Area } from './cache/areas.js';
import type { AreaState } from './cache/survey.js';
import type { Tally } from './cache/tally.js';
import type { Inputs } from './inputs.js';
import type { PipRun } from './pip/pip.js';

/** How the step ended. The sentences that go with them are in report/explain.ts, their meaning for users in action.yml. */
export type Outcome = 'reset' | 'nothing-to-do' | 'skipped' | 'dry-run' | 'disabled' | 'incomplete';

/** What an area held before, what went, and what it holds after. */
export interface AreaResult {
  /** `unknown` when nobody looked, since pip's cache is off. */
  readonly state: AreaState | 'unknown';
  readonly before: Tally;
  readonly after: Tally;
  /** Was there and is gone; in a dry run, what would go. */
  readonly removed: Tally;
}

/** Something that could not be deleted. */
export interface Remaining {
  /** Path as people read it. */
  readonly path: string;
  /** The system's code: `EACCES`, `EPERM`, `EROFS`, ... */
  readonly code: string;
}

/** What this action removed itself, after pip. */
export interface Finished {
  readonly files: number;
  readonly directories: number;
}

/** All there is to report of a step. */
export interface Result {
  readonly outcome: Outcome;
  readonly inputs: Inputs;
  /** Path of the interpreter. */
  readonly interpreter: string;
  readonly pipVersion: string;
  /** As pip reports it; empty when the cache is turned off. */
  readonly cacheDirectory: string;
  readonly areas: Readonly<Record<Area, AreaResult>>;
  /** Every run of pip, in order. */
  readonly pip: readonly PipRun[];
  /** Why pip's cache is off, for `disabled`. */
  readonly disabledBecause?: string;
  /** Why pip was not asked to delete, when it was not. */
  readonly pipNotAsked?: string;
  /** Whether the job was cancelled midway. */
  readonly cancelled: boolean;
  /** What pip left behind and this action removed. */
  readonly finished: Finished;
  /** What could not be deleted. */
  readonly remaining: readonly Remaining[];
  /** From the start of the step to the end of the last survey. */
  readonly milliseconds: number;
}
