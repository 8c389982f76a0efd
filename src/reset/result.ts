import { type Area, byArea } from '../cache/areas.js';
import { readable } from '../cache/paths.js';
import type { AreaState, Failure, Survey } from '../cache/survey.js';
import { type Count, minus, NONE, NOTHING, type Tally } from '../cache/tally.js';
import type { UnknownFormat } from '../cache/unknown-formats.js';
import type { Inputs } from '../inputs/inputs.js';
import type { Contents } from '../inventory/contents.js';
import type { WhyDisabled } from '../pip/output.js';
import type { Pip, PipRun } from '../pip/pip.js';
import type { OtherPip } from '../pip/running-pips.js';
import type { Run } from './context.js';
import type { StepKind } from './step-kind.js';

/** How the step ended. action.yml documents the values for users; report/explain.ts has a sentence for each. */
export type Outcome = 'reset' | 'nothing-to-do' | 'skipped' | 'dry-run' | 'disabled' | 'incomplete' | 'inspected';

/** What an area held before and after, and what was removed from it. */
export interface AreaResult {
  /** `unknown` if the area was not examined, because pip's cache is disabled. */
  readonly state: AreaState | 'unknown';
  readonly before: Tally;
  readonly after: Tally;
  /** What was removed; in a dry run, what would be removed. */
  readonly removed: Tally;
  /** The part of `removed` that pip left behind and this action deleted. */
  readonly finished: Count;
  /** Directories and entries that could not be read in the last survey. No other number includes what they hold. */
  readonly unreadable: number;
}

/** Something that could not be deleted or could not be read. */
export interface Remaining {
  /** The path as text for display. */
  readonly path: string;
  /** The error code: `EACCES`, `EPERM`, `EROFS`, ... */
  readonly code: string;
}

/** Everything to report about a step. */
export interface Result {
  readonly outcome: Outcome;
  readonly inputs: Inputs;
  readonly stepKind: StepKind;
  /** Path of the interpreter. */
  readonly interpreter: string;
  readonly pipVersion: string;
  /** As reported by pip; empty if the cache is disabled. */
  readonly cacheDirectory: string;
  readonly areas: Readonly<Record<Area, AreaResult>>;
  /**
   * By project and kind: the contents of the cache (outcome `inspected`), otherwise what was removed or would be
   * removed. undefined if the contents were not examined.
   */
  readonly contents?: Contents | undefined;
  /**
   * Files whose packages are not known because they could not be read, in modes `inspect` and `remove`: how many, their
   * bytes, and one of them.
   */
  readonly unread?: { readonly files: number; readonly bytes: number; readonly first: Remaining } | undefined;
  /** Every run of pip, in order. */
  readonly pip: readonly PipRun[];
  /** Why pip's cache is disabled. Set if the outcome is `disabled`. */
  readonly disabledBecause?: WhyDisabled;
  /** Why no pip command was run to delete something. Not set if one was run, or if there was nothing to delete. */
  readonly pipNotAsked?: string;
  /** The packages, as the user wrote them, that matched nothing in the cache. */
  readonly unmatched: readonly string[];
  /** What is gone although it was not selected: another process deleted it, or pip tidied up. */
  readonly others: Count;
  /** Whether the job was cancelled before the step had finished its work. */
  readonly cancelled: boolean;
  /** Whether the last survey was stopped early. More may have been removed than is reported. */
  readonly cutShort: boolean;
  /** What could not be deleted. */
  readonly remaining: readonly Remaining[];
  /** The other pips that did not end in time. What they may be using was not deleted. */
  readonly inUseBy: readonly OtherPip[];
  /** The other pips that started during a run of our pip, which was ended because of them. */
  readonly endedFor: readonly OtherPip[];
  /** Directories beside the areas that may be of a later format of pip. They are neither counted nor deleted. */
  readonly unknownFormats: readonly UnknownFormat[];
  /** What could not be read in the last survey. */
  readonly unreadable: readonly Remaining[];
  /** Duration of the run, up to the end of the last run of pip. */
  readonly milliseconds: number;
}

/** The parts of a result that differ by outcome. All others default to empty, zero or false. */
export type ResultParts = Pick<Result, 'outcome' | 'areas' | 'pip'> & Partial<Result>;

/**
 * Returns a function that builds the result of a run from the parts that differ by outcome.
 *
 * @param cache `version` is pip's version, which is awaited only here, because it is needed for the report alone;
 *   `directory` is empty if the cache is disabled.
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
    unknownFormats: [],
    unmatched: [],
    others: NONE,
    milliseconds: performance.now() - run.started,
    ...parts,
  });
}

/** Converts failures to the form in which a result lists them. */
export function failuresByName(failures: readonly Failure[]): Remaining[] {
  return failures.map(({ path, code }) => ({ path: readable(path), code }));
}

/** Returns the areas of a cache from which nothing was removed. */
export function unchangedAreas(survey: Survey): Result['areas'] {
  return changedAreas(survey, survey, { removed: byArea(() => NOTHING) });
}

/**
 * Returns what each area held before and after, and what was removed from it.
 *
 * @param after the last survey. If it was stopped early, the numbers after are computed from what was removed.
 * @param changes `finished` is the part of `removed` that pip left behind; by default, nothing.
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

/** Returns the areas of a cache that was not examined, because pip's cache is disabled. */
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
