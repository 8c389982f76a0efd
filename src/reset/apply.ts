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

/** The result of applying a plan. */
export interface Applied {
  /** The survey made after everything was deleted. */
  readonly after: Survey;
  /** The runs of pip, in order. */
  readonly pip: readonly PipRun[];
  /** What pip left behind and the action then deleted. */
  readonly finished: Readonly<Record<Area, Count>>;
  /** What could not be deleted. */
  readonly remaining: readonly Remaining[];
  /** The other pips that were still running when the wait ended. What they may be using was not deleted. */
  readonly inUseBy: readonly OtherPip[];
  /** The other pips that started during a run of our pip, which was ended because of them. */
  readonly endedFor: readonly OtherPip[];
  /** Whether the job was cancelled before the whole selection was deleted. */
  readonly cancelled: boolean;
}

/** Options of `apply`. */
export interface ApplyOptions {
  readonly pip: Pip;
  readonly otherPips: OtherPips;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Milliseconds after a cancellation during which the last survey may continue. A cancelled step should end within two
 * seconds.
 */
const COUNT_AFTER_CANCEL_MS = 1000;

/**
 * Applies a plan. First it runs the pip commands, because the cache is pip's own. Then it deletes what is left of the
 * selection, even if pip failed. Both happen only while no other pip is using the cache.
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
  const estimateShare = shareGone(before.listing);
  const gone = () => {
    const share = estimateShare();
    return share === undefined ? '' : `, about ${Math.round(100 * share)} % of it is gone`;
  };
  for (const args of plan.pip) {
    if ((await otherPips.waitUntilNone()).length > 0 || signal.aborted) break;
    const command = `pip ${args.join(' ')}`;
    const { result: run, begun } = await otherPips.untilOneStarts((ended) =>
      watched(pip.run(args, ended), (ms) => progress.say(`${command}: ${seconds(ms)} so far${gone()}`)),
    );
    progress.pipRan(run);
    runs.push(run);
    // A running pip can't be paused, only ended. The action then deletes the rest itself, which can pause.
    if (begun.length > 0 && run.code !== 0 && !signal.aborted) {
      progress.say(`${command} was ended, since ${names(begun)} has begun.`);
      return { runs, endedFor: begun };
    }
    if (begun.length > 0 || otherPips.running().length > 0) break;
  }
  return { runs, endedFor: [] };
}
