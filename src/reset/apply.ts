import type { Area } from '../cache/areas.js';
import { deletePatiently } from '../cache/delete-patiently.js';
import { isLeft } from '../cache/removed.js';
import { shareGone } from '../cache/share-gone.js';
import { type Survey, survey } from '../cache/survey.js';
import type { Count } from '../cache/tally.js';
import type { Plan } from '../modes/plan.js';
import type { Pip, PipRun } from '../pip/pip.js';
import type { OtherPip } from '../pip/running-pips.js';
import { startPace, timeSince, watched } from '../util/pace.js';
import { seconds } from '../util/units.js';
import type { Progress } from './progress.js';
import { failuresByName, type Remaining } from './result.js';
import { names, type OtherPips } from './wait-for-pips.js';

/** What applying a plan came to. */
export interface Applied {
  /** The survey after it all. */
  readonly after: Survey;
  readonly pip: readonly PipRun[];
  /** What pip left, and the deletion after it took away. */
  readonly finished: Readonly<Record<Area, Count>>;
  readonly remaining: readonly Remaining[];
  /** The pips for whose sake something stays. */
  readonly inUseBy: readonly OtherPip[];
  /** The pips for whose sake a run of ours was ended midway. */
  readonly endedFor: readonly OtherPip[];
  /** Whether the job was cancelled before all of the selection was gone. */
  readonly cancelled: boolean;
}

/** What applying a plan needs from outside. */
export interface ApplyOptions {
  readonly pip: Pip;
  readonly otherPips: OtherPips;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Milliseconds after a cancellation in which the cache is still counted: a step should end within two seconds. */
const COUNT_AFTER_CANCEL_MS = 1000;

/**
 * Applies a plan: pip first, since it owns the cache; then what is left of the selection is deleted, whichever way pip ended. Both only while
 * no other pip is at work.
 *
 * @param before the survey that the plan was made from.
 */
export async function apply(plan: Plan, before: Survey, options: ApplyOptions): Promise<Applied> {
  const { otherPips, signal, progress } = options;
  const sinceCancel = timeSince(signal);
  const { runs, endedFor } = await runPip(plan, before, options);
  let inUseBy: readonly OtherPip[] = [];
  const { deleted, failures, after } = await deletePatiently(before, plan.selection, {
    look: () =>
      survey(
        before.listing.cacheDirectory,
        startPace((line) => progress.say(`survey: ${line}`)),
        () => sinceCancel() > COUNT_AFTER_CANCEL_MS,
      ),
    pace: startPace((line) => progress.say(`deletion: ${line}`)),
    stop: () => signal.aborted || otherPips.running().length > 0,
    async resume() {
      if (!signal.aborted) inUseBy = await otherPips.waitUntilNone();
      return !signal.aborted && inUseBy.length === 0;
    },
  });
  return {
    after,
    pip: runs,
    finished: deleted,
    remaining: failuresByName(failures),
    inUseBy: signal.aborted ? [] : inUseBy,
    endedFor,
    cancelled: signal.aborted && isLeft(before, after, plan.selection),
  };
}

async function runPip(
  plan: Plan,
  before: Survey,
  { pip, otherPips, signal, progress }: ApplyOptions,
): Promise<{ runs: PipRun[]; endedFor: readonly OtherPip[] }> {
  const runs: PipRun[] = [];
  const share = shareGone(before.listing);
  const gone = () => {
    const part = share();
    return part === undefined ? '' : `, about ${Math.round(100 * part)} % of it is gone`;
  };
  for (const args of plan.pip) {
    if ((await otherPips.waitUntilNone()).length > 0 || signal.aborted) break;
    const command = `pip ${args.join(' ')}`;
    const { result: run, begun } = await otherPips.untilOneStarts((signalled) =>
      watched(pip.run(args, signalled), (ms) => progress.say(`${command}: ${seconds(ms)} so far${gone()}`)),
    );
    progress.pipRan(run);
    runs.push(run);
    // pip can't be held, only be ended. The deletion after it can, and goes on where pip was.
    if (begun.length > 0 && run.code !== 0 && !signal.aborted) {
      progress.say(`${command} was ended, since ${names(begun)} has begun.`);
      return { runs, endedFor: begun };
    }
    if (begun.length > 0 || otherPips.running().length > 0) break;
  }
  return { runs, endedFor: [] };
}
