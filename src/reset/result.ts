import { type Area, byArea } from '../cache/areas.js';
import { readable } from '../cache/paths.js';
import type { AreaState, Failure, Survey } from '../cache/survey.js';
import { type Count, minus, NONE, NOTHING, type Tally } from '../cache/tally.js';
import type { Inputs } from '../inputs/inputs.js';
import type { Contents } from '../inventory/contents.js';
import type { WhyDisabled } from '../pip/output.js';
import type { Pip, PipRun } from '../pip/pip.js';
import type { OtherPip } from '../pip/running-pips.js';
import type { Run } from './context.js';
import type { StepKind } from './step-kind.js';

/** How the step ended. The sentences that go with them are in report/explain.ts, their meaning for users in action.yml. */
export type Outcome = 'reset' | 'nothing-to-do' | 'skipped' | 'dry-run' | 'disabled' | 'incomplete' | 'inspected';

/** What an area held before, what went, and what it holds after. */
export interface AreaResult {
  /** `unknown` when nobody looked, since pip's cache is off. */
  readonly state: AreaState | 'unknown';
  readonly before: Tally;
  readonly after: Tally;
  /** Was there and is gone; in a dry run, what would go. */
  readonly removed: Tally;
  /** What pip left behind there and this action removed; a part of `removed`. */
  readonly finished: Count;
  /** Directories and entries that could not be read in the end: what they hold is in none of the numbers. */
  readonly unreadable: number;
}

/** Something that could not be deleted, or not be read. */
export interface Remaining {
  /** Path as people read it. */
  readonly path: string;
  /** The system's code: `EACCES`, `EPERM`, `EROFS`, ... */
  readonly code: string;
}

/** All there is to report of a step. */
export interface Result {
  readonly outcome: Outcome;
  readonly inputs: Inputs;
  readonly stepKind: StepKind;
  /** Path of the interpreter. */
  readonly interpreter: string;
  readonly pipVersion: string;
  /** As pip reports it; empty when the cache is turned off. */
  readonly cacheDirectory: string;
  readonly areas: Readonly<Record<Area, AreaResult>>;
  /** By project and kind: what the cache holds (`inspected`), else what went or would go. undefined when nobody looked into it. */
  readonly contents?: Contents | undefined;
  /** Every run of pip, in order. */
  readonly pip: readonly PipRun[];
  /** Why pip's cache is off, for `disabled`. */
  readonly disabledBecause?: WhyDisabled;
  /** Why pip was not asked to delete, when it was not. */
  readonly pipNotAsked?: string;
  /** The packages, as the user wrote them, that nothing in the cache was of. */
  readonly unmatched: readonly string[];
  /** What is gone although this step was not to remove it: another process was at work, or pip tidied up. */
  readonly others: Count;
  /** Whether the job was cancelled midway. */
  readonly cancelled: boolean;
  /** Whether the last count had to end before it was through, so that more may be gone than is told. */
  readonly cutShort: boolean;
  /** What could not be deleted. */
  readonly remaining: readonly Remaining[];
  /** The pips for whose sake something stays: they were at work, and didn't end in time. */
  readonly inUseBy: readonly OtherPip[];
  /** The pips for whose sake our pip was ended midway: they began while it was at work. */
  readonly endedFor: readonly OtherPip[];
  /** What could not be read, in the end. */
  readonly unreadable: readonly Remaining[];
  /** How long it all took, to the end of the last run of pip. */
  readonly milliseconds: number;
}

/** What a result is made of. Everything that is left out was empty, or did not happen. */
export type ResultParts = Pick<Result, 'outcome' | 'areas' | 'pip'> & Partial<Result>;

/**
 * Returns a function that puts the result of a run together.
 *
 * @param cache `version` is awaited only here: nothing but the report needs it. `directory` is empty when the cache is turned off.
 */
export function resultOf(
  run: Run,
  cache: { readonly pip: Pip; readonly version: Promise<string | undefined>; readonly directory: string },
): (parts: ResultParts) => Promise<Result> {
  return async (parts) => ({
    inputs: run.inputs,
    stepKind: run.stepKind,
    interpreter: cache.pip.interpreter,
    pipVersion: (await cache.version) ?? '',
    cacheDirectory: cache.directory,
    cancelled: false,
    cutShort: false,
    remaining: [],
    inUseBy: [],
    endedFor: [],
    unreadable: [],
    unmatched: [],
    others: NONE,
    milliseconds: performance.now() - run.started,
    ...parts,
  });
}

/** Failures as a result names them. */
export function failuresByName(failures: readonly Failure[]): Remaining[] {
  return failures.map(({ path, code }) => ({ path: readable(path), code }));
}

/** Each area of a cache from which nothing was removed. */
export function unchangedAreas(survey: Survey): Result['areas'] {
  return changedAreas(survey, survey, { removed: byArea(() => NOTHING) });
}

/**
 * What each area held before, what was removed from it, and what it holds after.
 *
 * @param changes `finished` is what this action removed itself; left out: nothing.
 */
export function changedAreas(
  before: Survey,
  after: Survey,
  changes: { readonly removed: Readonly<Record<Area, Tally>>; readonly finished?: Readonly<Record<Area, Count>> },
): Result['areas'] {
  const { removed, finished } = changes;
  return byArea<AreaResult>((area) => ({
    state: before.states[area],
    before: before.tallies[area],
    after: after.listing.complete ? after.tallies[area] : minus(before.tallies[area], removed[area]),
    removed: removed[area],
    finished: finished?.[area] ?? NONE,
    unreadable: after.unreadable.filter((unseen) => unseen.area === area).length,
  }));
}

/** Each area of a cache that was not examined, because pip's cache is turned off. */
export function unknownAreas(): Result['areas'] {
  return byArea<AreaResult>(() => ({
    state: 'unknown',
    before: NOTHING,
    after: NOTHING,
    removed: NOTHING,
    finished: NONE,
    unreadable: 0,
  }));
}
