import { type Area, byArea } from '../cache/areas.js';
import { readable } from '../cache/paths.js';
import type { Failure, Survey } from '../cache/survey.js';
import { type Count, minus, NONE, type Tally } from '../cache/tally.js';
import type { Pip, PipRun } from '../pip/pip.js';
import type { Step } from './find-cache.js';
import type { AreaResult, Outcome, Remaining, Result } from './result.js';

/** Failures as a result tells of them. */
export function named(failures: readonly Failure[]): Remaining[] {
  return failures.map(({ path, code }) => ({ path: readable(path), code }));
}

/** Where this action removed nothing itself. */
export const NONE_FINISHED = byArea(() => NONE);

/** What each area held before, what went, and what it holds after. */
export function areaResults(
  before: Survey,
  after: Survey,
  removed: Readonly<Record<Area, Tally>>,
  finished: Readonly<Record<Area, Count>>,
) {
  return byArea<AreaResult>((area) => ({
    state: before.states[area],
    before: before.tallies[area],
    after: after.listing.complete ? after.tallies[area] : minus(before.tallies[area], removed[area]),
    removed: removed[area],
    finished: finished[area],
    unreadable: after.unreadable.filter((unseen) => unseen.area === area).length,
  }));
}

/**
 * Puts the result of a step together: of what isn't given, there was nothing.
 *
 * @param version pip's: wanted only here, so that finding it out goes on beside the rest.
 */
export function endingOf(pip: Pip, version: Promise<string | undefined>, cacheDirectory: string, step: Step) {
  return async (
    outcome: Outcome,
    areas: Result['areas'],
    runs: readonly PipRun[],
    more: Partial<Result> = {},
  ): Promise<Result> => ({
    outcome,
    inputs: step.inputs,
    stepKind: step.stepKind,
    interpreter: pip.interpreter,
    pipVersion: (await version) ?? '',
    cacheDirectory,
    areas,
    pip: runs,
    cancelled: false,
    cutShort: false,
    remaining: [],
    inUseBy: [],
    endedFor: [],
    unreadable: [],
    unmatched: [],
    others: NONE,
    milliseconds: performance.now() - step.started,
    ...more,
  });
}
