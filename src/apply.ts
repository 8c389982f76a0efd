import { deleteSelected } from './cache/delete.js';
import { readable } from './cache/paths.js';
import { shareGone } from './cache/share-gone.js';
import { type Survey, survey } from './cache/survey.js';
import type { Plan } from './modes/plan.js';
import { type Pace, startPace, watched } from './pace.js';
import type { Pip, PipRun } from './pip/pip.js';
import type { Finished, Remaining } from './result.js';
import { seconds } from './units.js';

/** What applying a plan came to. */
export interface Applied {
  /** The survey after it all. */
  readonly after: Survey;
  readonly pip: readonly PipRun[];
  /** What pip left, and the deletion after it took away. */
  readonly finished: Finished;
  readonly remaining: readonly Remaining[];
}

/** What applying a plan needs from outside. */
export interface Tools {
  readonly pip: Pip;
  readonly signal: AbortSignal;
  /** Takes a line of progress. */
  readonly say: (line: string) => void;
  /** Takes a run of pip that has ended. */
  readonly show: (run: PipRun) => void;
}

/**
 * Applies a plan: pip first, since it owns the cache; then what is left of the selection is deleted, whichever way pip ended.
 *
 * @param before the survey that the plan was made from.
 */
export async function apply(plan: Plan, before: Survey, tools: Tools): Promise<Applied> {
  const { signal } = tools;
  const runs: PipRun[] = [];
  const share = shareGone(before.listing);
  const gone = () => {
    const part = share();
    return part === undefined ? '' : `, about ${Math.round(100 * part)} % of it is gone`;
  };
  for (const args of plan.pip) {
    if (signal.aborted) break;
    const command = `pip ${args.join(' ')}`;
    const run = await watched(tools.pip.run(args), (ms) => tools.say(`${command}: ${seconds(ms)} so far${gone()}`));
    tools.show(run);
    runs.push(run);
  }
  const pace = (phase: string): Pace => startPace((line) => tools.say(`${phase}: ${line}`));
  const look = () => survey(before.listing.cacheDirectory, pace('survey'));
  const afterPip = await look();
  const deletion = await deleteSelected(before, afterPip, plan.selection, pace('deletion'), () => signal.aborted);
  const { files, directories, failures } = deletion;
  const after = files + directories + failures.length > 0 ? await look() : afterPip;
  const remaining = failures.map(({ path, code }) => ({ path: readable(path), code }));
  return { after, pip: runs, finished: { files, directories }, remaining };
}
