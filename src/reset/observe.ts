import { bytePath } from '../cache/paths.js';
import { type Survey, survey } from '../cache/survey.js';
import { sum } from '../cache/tally.js';
import type { Inventory } from '../inventory/label.js';
import type { Found } from '../pip/locate.js';
import { verdict } from '../pip/output.js';
import type { PipRun } from '../pip/pip.js';
import { messageOf, Refusal } from '../util/errors.js';
import { type Pace, startPace } from '../util/pace.js';
import { type Run, refuseCancelled } from './context.js';
import { type Progress, waitFor } from './progress.js';

/** What is known of a cache before anything is deleted. */
export interface Observation {
  readonly cache: Found;
  readonly run: Run;
  /** The runs of pip so far. */
  readonly pipRuns: readonly PipRun[];
  /** pip's version; undefined when pip doesn't report it. */
  readonly version: Promise<string | undefined>;
  readonly before: Survey;
  /** Whether the cache holds less than the input `min-size`. */
  readonly belowThreshold: boolean;
  /**
   * What the entries are. Ready for `inspect` and `remove`. A purge does not wait for it, and may end without it: undefined.
   * Never rejects.
   */
  readonly inventory: Promise<Inventory | undefined>;
}

/**
 * Files and directories from which on a purge examines the contents. For fewer, loading the code that does it would make the purge slower
 * by some hundredths.
 */
const WORTH_EXAMINING = 1000;

/**
 * Asks pip how full the cache is, surveys it, and examines its entries where the mode needs or can afford that.
 *
 * @param stop aborted when the inventory is not wanted any longer.
 * @throws Refusal when `pip cache info` fails, or the job is cancelled.
 */
export async function observe(cache: Found, run: Run, stop: AbortSignal): Promise<Observation> {
  const { inputs, progress, signal } = run;
  const { pip, dir } = cache;
  // pip counts the files in its process while this one does it, too.
  const counting = waitFor(cache.info(), 'pip cache info', progress);
  const before = await survey(
    bytePath(cache.directory),
    startPace((line) => progress.say(`Looking at the cache: ${line}.`)),
    () => signal.aborted,
  );
  const belowThreshold = sum(Object.values(before.tallies)).bytes < (inputs.minSize ?? 0);
  const purging = inputs.mode === 'purge' && !inputs.dryRun;
  const beside = purging && !belowThreshold ? examineBeside(before, run, stop) : Promise.resolve(undefined);
  const first = purging || belowThreshold ? undefined : examine(before, run, stop);
  const [info, inventory] = await Promise.all([counting, first]);
  progress.pipRan(info);
  refuseFailed(info);
  refuseCancelled(signal);
  return {
    cache,
    run,
    pipRuns: [dir, info],
    version: waitFor(pip.version(), "pip's version", progress),
    before,
    belowThreshold,
    inventory: inventory ? Promise.resolve(inventory) : beside,
  };
}

async function examine({ listing }: Survey, { inputs, progress, signal }: Run, stop: AbortSignal) {
  const { takeInventory, workerFile } = await import('../inventory/take-inventory.js');
  return takeInventory(listing, {
    pace: paceOfExamining(progress),
    signal: AbortSignal.any([signal, stop]),
    // Threads gain nothing where only the names of wheels are read.
    workerFile: inputs.builtWheelsOnly ? undefined : workerFile(),
    area: inputs.builtWheelsOnly ? 'wheels' : undefined,
  });
}

// Beside a pip that deletes: in one thread, and given up when a file vanishes, because a part of the contents would be misleading.
async function examineBeside({ listing }: Survey, { progress, signal }: Run, stop: AbortSignal) {
  if (listing.length < WORTH_EXAMINING) return undefined;
  try {
    const { takeInventory } = await import('../inventory/take-inventory.js');
    return await takeInventory(listing, {
      pace: paceOfExamining(progress),
      signal: AbortSignal.any([signal, stop]),
      allOrNone: true,
    });
  } catch (thrown) {
    progress.say(`The projects in the cache are not reported, because it could not be examined: ${messageOf(thrown)}.`);
    return undefined;
  }
}

/** The pace of work that examines a cache. It reports every two seconds how far it is. */
export function paceOfExamining(progress: Pick<Progress, 'say'>): Pace {
  return startPace((line) => progress.say(`Looking into the cache: ${line}.`));
}

function refuseFailed(info: PipRun): void {
  const said = verdict(info);
  if (said.kind === 'answered') return;
  const why = 'why' in said && typeof said.why === 'string' ? said.why : `says: ${said.kind}`;
  throw new Refusal(`${JSON.stringify(info.command)} ${why}. Nothing was deleted.`);
}
