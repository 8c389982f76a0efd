import { byArea } from '../cache/areas.js';
import type { Entry } from '../cache/listing.js';
import { bytePath } from '../cache/paths.js';
import { goneBesides, goneEntries, removedBetween, removedWith } from '../cache/removed.js';
import { selected } from '../cache/selection.js';
import { survey } from '../cache/survey.js';
import { NONE, NOTHING, sum } from '../cache/tally.js';
import type { Inputs } from '../inputs/inputs.js';
import type { Contents } from '../inventory/contents.js';
import type { Inventory } from '../inventory/label.js';
import { isIdle } from '../modes/plan.js';
import type { Disabled, Found } from '../pip/locate.js';
import { verdict } from '../pip/output.js';
import type { Pip, PipRun } from '../pip/pip.js';
import { pipsAtWork } from '../pip/running-pips.js';
import { Refusal } from '../util/errors.js';
import { nextTurn, startPace, watched } from '../util/pace.js';
import { seconds } from '../util/units.js';
import { apply } from './apply.js';
import { areaResults, endingOf, NONE_FINISHED, named } from './ending.js';
import { begin, CANCELLED, type Step, type StepContext } from './find-cache.js';
import { lookInside } from './look-inside.js';
import { indexesOf, planFor } from './planning.js';
import type { Progress } from './progress.js';
import type { AreaResult, Result } from './result.js';
import { watchOtherPips } from './wait-for-pips.js';

/**
 * The whole step: which cache, how full, what is to go; make it go; how full now.
 *
 * @throws Refusal when it can't or must not begin; nothing has been deleted then.
 */
export function reset(inputs: Inputs, context: StepContext): Promise<Result> {
  return begin(inputs, context, (located, step) =>
    located.kind === 'found' ? resetFound(located, step) : disabled(located, step),
  );
}

/**
 * Files and directories from which on a purge tells of projects: for fewer, to load what looks into a cache would make it slower by some hundredths.
 */
const WORTH_LOOKING = 1000;

async function resetFound(found: Found, step: Step): Promise<Result> {
  const enough = new AbortController();
  try {
    return await resetWhileLooking(found, step, enough);
  } finally {
    enough.abort();
  }
}

async function resetWhileLooking(
  { pip, directory, dir, info }: Found,
  step: Step,
  enough: AbortController,
): Promise<Result> {
  const { inputs, progress, signal } = step;
  const purging = inputs.mode === 'purge' && !inputs.dryRun;
  // pip counts the cache in its own process, and we do in ours.
  const counting = listened(info(), 'pip cache info', progress);
  const before = await survey(
    bytePath(directory),
    startPace((line) => progress.say(`Looking at the cache: ${line}.`)),
    () => signal.aborted,
  );
  // A purge doesn't wait for what it only tells of: that goes on beside pip, and is dropped when pip was faster.
  const worthIt = !purging || before.listing.length >= WORTH_LOOKING;
  const looking = worthIt
    ? lookInside(before.listing, {
        say: progress.say,
        signal: AbortSignal.any([signal, enough.signal]),
        beside: purging,
        builtWheelsOnly: inputs.builtWheelsOnly,
      })
    : undefined;
  looking?.catch(() => {});
  const infoBefore = await counting;
  refuseFailed(infoBefore);
  if (signal.aborted) throw new Refusal(CANCELLED);

  const version = versionOf(pip, progress);
  const ending = endingOf(pip, version, directory, step);
  const runs = [dir, infoBefore];
  const unreadable = named(before.unreadable);
  const asItWas = areaResults(
    before,
    before,
    byArea(() => NOTHING),
    NONE_FINISHED,
  );
  if (sum(Object.values(before.tallies)).bytes < (inputs.minSize ?? 0)) {
    return ending('skipped', asItWas, runs, { unreadable });
  }
  const indexes = indexesOf(pip, step);
  indexes.catch(() => {});
  const inventory = purging ? undefined : await looking;
  if (inputs.mode === 'inspect') {
    if (!inventory) throw new Refusal(CANCELLED);
    return ending('inspected', asItWas, runs, { unreadable, contents: await contentsOf(inventory) });
  }
  const plan = await planFor(before, version, inventory, indexes, step);
  await nextTurn();
  if (signal.aborted) throw new Refusal(CANCELLED);
  const unmatched = plan.unmatched ?? [];
  if (isIdle(plan)) {
    // A purge should have taken what it can't see.
    const hidden = inputs.mode === 'purge' && !inputs.dryRun ? unreadable : [];
    const outcome = hidden.length > 0 ? 'incomplete' : 'nothing-to-do';
    const contents = await contentsOf(inventory, []);
    return ending(outcome, asItWas, runs, { remaining: hidden, unreadable, unmatched, contents });
  }
  if (inputs.dryRun) {
    const wouldGo = removedWith(before, plan.selection);
    const contents = await contentsOf(plan.inventory ?? inventory, selected(before.listing, plan.selection));
    return ending('dry-run', areaResults(before, before, wouldGo, NONE_FINISHED), runs, {
      unreadable,
      unmatched,
      contents,
    });
  }

  const otherPips = watchOtherPips(() => pipsAtWork(directory, step.job.env), progress.say, signal);
  const applied = await apply(plan, before, { pip, otherPips, signal, say: progress.say, show: progress.pipRan });
  runs.push(...applied.pip);
  enough.abort();
  const infoAfter = signal.aborted ? undefined : listened(pip.run(['cache', 'info']), 'pip cache info', progress);
  const removed = removedBetween(before, applied.after);
  const known = plan.inventory ?? (await looking?.catch(() => undefined));
  const contents = signal.aborted ? undefined : await contentsOf(known, goneEntries(before, applied.after));
  if (infoAfter) runs.push(await infoAfter);
  const gone = sum(Object.values(removed));
  const changed = gone.files + gone.directories > 0 ? 'reset' : 'nothing-to-do';
  const { cancelled, remaining, inUseBy, endedFor } = applied;
  const outcome = cancelled || remaining.length + inUseBy.length > 0 ? 'incomplete' : changed;
  return ending(outcome, areaResults(before, applied.after, removed, applied.finished), runs, {
    cancelled,
    cutShort: !applied.after.listing.complete,
    remaining,
    inUseBy,
    endedFor,
    unmatched,
    contents,
    // A purge selects all there is, and counting costs another walk through both listings.
    ...(inputs.mode === 'remove' ? { others: goneBesides(before, applied.after, plan.selection) } : {}),
    unreadable: named(applied.after.unreadable),
    ...(plan.pipNotAsked === undefined ? {} : { pipNotAsked: plan.pipNotAsked }),
  });
}

async function disabled({ pip, dir, info, why }: Disabled, step: Step): Promise<Result> {
  const { progress } = step;
  const ending = endingOf(pip, versionOf(pip, progress), '', step);
  const none: AreaResult = {
    state: 'unknown',
    before: NOTHING,
    after: NOTHING,
    removed: NOTHING,
    finished: NONE,
    unreadable: 0,
  };
  const infoBefore = await listened(info(), 'pip cache info', progress);
  return ending(
    'disabled',
    byArea(() => none),
    [dir, infoBefore],
    { disabledBecause: why },
  );
}

async function contentsOf(inventory: Inventory | undefined, among?: Iterable<Entry>): Promise<Contents | undefined> {
  if (!inventory) return undefined;
  const { contentsOf: summed } = await import('../inventory/contents.js');
  return summed(inventory, among);
}

function versionOf(pip: Pip, { say }: Progress): Promise<string | undefined> {
  return watched(pip.version(), (ms) => say(`Waiting for pip's version: ${seconds(ms)} so far.`));
}

async function listened(running: Promise<PipRun>, command: string, progress: Progress): Promise<PipRun> {
  const run = await watched(running, (ms) => progress.say(`Waiting for ${command}: ${seconds(ms)} so far.`));
  progress.pipRan(run);
  return run;
}

function refuseFailed(info: PipRun): void {
  const said = verdict(info);
  if (said.kind === 'answered') return;
  const why = 'why' in said && typeof said.why === 'string' ? said.why : `says: ${said.kind}`;
  throw new Refusal(`${JSON.stringify(info.command)} ${why}. Nothing was deleted.`);
}
