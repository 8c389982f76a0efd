import type { Entry } from '../cache/listing.js';
import { goneBesides, goneEntries, removedBetween, removedWith } from '../cache/removed.js';
import { selected } from '../cache/selection.js';
import { sum } from '../cache/tally.js';
import type { Inputs } from '../inputs/inputs.js';
import type { Contents } from '../inventory/contents.js';
import type { Inventory } from '../inventory/label.js';
import { isIdle, type Plan } from '../modes/plan.js';
import type { Disabled, Found } from '../pip/locate.js';
import { pipsAtWork } from '../pip/running-pips.js';
import { nextTurn } from '../util/pace.js';
import { apply } from './apply.js';
import { cancelled, type Run, refuseCancelled, type StepContext } from './context.js';
import { withCache } from './find-cache.js';
import { makePlan } from './make-plan.js';
import { type Observation, observe } from './observe.js';
import { waitFor } from './progress.js';
import {
  changedAreas,
  failuresByName,
  type Outcome,
  type Result,
  type ResultParts,
  resultOf,
  unchangedAreas,
  unknownAreas,
} from './result.js';
import { watchOtherPips } from './wait-for-pips.js';

/**
 * Runs the action: finds the cache, observes it, plans what to remove, removes it, and surveys the cache again.
 *
 * @throws Refusal if the cache can't be found or must not be cleared. Nothing has been deleted in that case.
 */
export function reset(inputs: Inputs, context: StepContext): Promise<Result> {
  return withCache(inputs, context, (cache, run) =>
    cache.kind === 'found' ? resetFound(cache, run) : disabled(cache, run),
  );
}

async function resetFound(cache: Found, run: Run): Promise<Result> {
  const stop = new AbortController();
  try {
    const observed = await observe(cache, run, stop.signal);
    const { inputs } = run;
    if (observed.belowThreshold) return await unchanged(observed, 'skipped');
    if (inputs.mode === 'inspect') return await inspected(observed);
    const plan = await makePlan(observed);
    // A pending signal is handled only when the event loop runs.
    await nextTurn();
    refuseCancelled(run.signal);
    if (isIdle(plan)) return await nothingToDo(observed, plan);
    if (inputs.dryRun) return await dryRun(observed, plan);
    return await applied(observed, plan, () => stop.abort());
  } finally {
    stop.abort();
  }
}

async function disabled({ pip, dir, why }: Disabled, run: Run): Promise<Result> {
  const { progress } = run;
  const version = waitFor(pip.version(), "pip's version", progress);
  const infoRun = await waitFor(pip.run(['cache', 'info']), 'pip cache info', progress);
  progress.pipRan(infoRun);
  const result = resultOf(run, { pip, version, directory: '' });
  return result({ outcome: 'disabled', areas: unknownAreas(), pip: [dir, infoRun], disabledBecause: why });
}

async function inspected(observed: Observation): Promise<Result> {
  const inventory = await observed.inventory;
  if (!inventory) throw cancelled();
  return unchanged(observed, 'inspected', { contents: await contentsOf(inventory) });
}

async function nothingToDo(observed: Observation, { unmatched = [] }: Plan): Promise<Result> {
  const { before, run } = observed;
  const purging = run.inputs.mode === 'purge' && !run.inputs.dryRun;
  // A purge should remove everything, including what it can't read.
  const remaining = purging ? failuresByName(before.unreadable) : [];
  const contents = purging ? undefined : await contentsOf(await observed.inventory, []);
  return unchanged(observed, remaining.length > 0 ? 'incomplete' : 'nothing-to-do', { remaining, unmatched, contents });
}

async function dryRun(observed: Observation, plan: Plan): Promise<Result> {
  const { before } = observed;
  const inventory = plan.inventory ?? (await observed.inventory);
  return finish(
    observed,
    plan,
  )({
    outcome: 'dry-run',
    areas: changedAreas(before, before, { removed: removedWith(before, plan.selection) }),
    pip: observed.pipRuns,
    unreadable: failuresByName(before.unreadable),
    unmatched: plan.unmatched ?? [],
    contents: await contentsOf(inventory, selected(before.listing, plan.selection)),
  });
}

async function applied(observed: Observation, plan: Plan, stopExamining: () => void): Promise<Result> {
  const { cache, run, before, pipRuns } = observed;
  const { progress, signal } = run;
  const otherPips = watchOtherPips(() => pipsAtWork(cache.directory, run.job.env), { say: progress.say, signal });
  const { after, finished, ...rest } = await apply(plan, before, { pip: cache.pip, otherPips, signal, progress });
  stopExamining();
  const infoRun = signal.aborted ? undefined : waitFor(cache.pip.run(['cache', 'info']), 'pip cache info', progress);
  const removed = removedBetween(before, after);
  const inventory = plan.inventory ?? (await observed.inventory);
  const contents = signal.aborted ? undefined : await contentsOf(inventory, goneEntries(before, after));
  const info = await infoRun;
  if (info) progress.pipRan(info);
  const { files, directories } = sum(Object.values(removed));
  const changed = files + directories > 0 ? 'reset' : 'nothing-to-do';
  return finish(
    observed,
    plan,
  )({
    outcome: rest.cancelled || rest.remaining.length + rest.inUseBy.length > 0 ? 'incomplete' : changed,
    areas: changedAreas(before, after, { removed, finished }),
    pip: [...pipRuns, ...rest.pip, ...(info ? [info] : [])],
    cancelled: rest.cancelled,
    cutShort: !after.listing.complete,
    remaining: rest.remaining,
    inUseBy: rest.inUseBy,
    endedFor: rest.endedFor,
    unmatched: plan.unmatched ?? [],
    unreadable: failuresByName(after.unreadable),
    contents,
    // A purge selects everything, so there is nothing else to count. Counting takes another walk through both listings.
    ...(run.inputs.mode === 'remove' ? { others: goneBesides(before, after, plan.selection) } : {}),
    ...(plan.pipNotAsked === undefined ? {} : { pipNotAsked: plan.pipNotAsked }),
  });
}

function unchanged(observed: Observation, outcome: Outcome, more: Partial<Result> = {}): Promise<Result> {
  const { before, pipRuns } = observed;
  const unreadable = failuresByName(before.unreadable);
  return finish(observed)({ outcome, areas: unchangedAreas(before), pip: pipRuns, unreadable, ...more });
}

function finish(observed: Observation, plan?: Plan) {
  const { run, cache, version, unknownFormats } = observed;
  const result = resultOf(run, { pip: cache.pip, version, directory: cache.directory });
  return async (parts: ResultParts) => {
    const unread =
      run.inputs.mode === 'purge' ? undefined : await unreadOf(plan?.inventory ?? (await observed.inventory));
    return result({ unknownFormats, unread, ...parts });
  };
}

async function unreadOf(inventory: Inventory | undefined): Promise<Result['unread']> {
  if (!inventory?.unread) return undefined;
  const { unreadIn } = await import('../inventory/unread.js');
  const unread = unreadIn(inventory);
  const [first] = unread ? failuresByName([unread.first]) : [];
  return unread && first && { ...unread, first };
}

// Loads the code that sums up an inventory only if there is one.
async function contentsOf(inventory: Inventory | undefined, among?: Iterable<Entry>): Promise<Contents | undefined> {
  if (!inventory) return undefined;
  const { contentsOf: summed } = await import('../inventory/contents.js');
  return summed(inventory, among);
}
