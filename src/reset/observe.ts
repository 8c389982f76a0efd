import { bytePath } from '../cache/paths.js';
import { type Survey, survey } from '../cache/survey.js';
import { sum } from '../cache/tally.js';
import { type UnknownFormat, unknownFormats } from '../cache/unknown-formats.js';
import type { Inventory } from '../inventory/label.js';
import type { Found } from '../pip/locate.js';
import type { PipRun } from '../pip/pip.js';
import { messageOf } from '../util/errors.js';
import { type Pace, startPace } from '../util/pace.js';
import { type Run, refuseCancelled } from './context.js';
import { type Progress, waitFor } from './progress.js';

/** What is known of a cache before anything is deleted. */
export interface Observation {
  readonly cache: Found;
  readonly run: Run;
  /** The runs of pip so far. */
  readonly pipRuns: readonly PipRun[];
  /** pip's version; undefined if pip does not report it. */
  readonly version: Promise<string | undefined>;
  readonly before: Survey;
  /** Directories beside the areas that may be of a later format of pip. */
  readonly unknownFormats: readonly UnknownFormat[];
  /** Whether the cache holds less than the input `min-size`. */
  readonly belowThreshold: boolean;
  /**
   * The kind, project and version of each entry. Already settled in modes `inspect` and `remove`. A purge does not wait
   * for it. undefined if the contents were not examined, or not completely. Never rejects.
   */
  readonly inventory: Promise<Inventory | undefined>;
}

/**
 * Smallest number of files and directories at which a purge examines the contents. In a smaller cache, loading the code
 * would make the purge a few percent slower.
 */
const WORTH_EXAMINING = 1000;

/**
 * Runs `pip cache info`, surveys the cache, and examines its entries. Modes `inspect` and `remove` wait for the
 * inventory; a purge does not.
 *
 * @param stop aborted when the inventory is no longer needed.
 * @throws Refusal if the job is cancelled.
 */
export async function observe(cache: Found, run: Run, stop: AbortSignal): Promise<Observation> {
  const { inputs, progress, signal } = run;
  const { pip, dir } = cache;
  // pip counts the files while this process surveys them.
  const infoRun = waitFor(pip.run(['cache', 'info']), 'pip cache info', progress);
  const pace = startPace((line) => progress.say(`Looking at the cache: ${line}.`));
  const directory = bytePath(cache.directory);
  const before = await survey(directory, pace, () => signal.aborted);
  const formats = await unknownFormats(directory, pace, () => signal.aborted);
  const belowThreshold = sum(Object.values(before.tallies)).bytes < (inputs.minSize ?? 0);
  const purging = inputs.mode === 'purge' && !inputs.dryRun;
  const inventoryOfPurge =
    purging && !belowThreshold ? examineDuringPurge(before, run, stop) : Promise.resolve(undefined);
  const neededInventory = purging || belowThreshold ? undefined : examine(before, run, stop);
  const [info, inventory] = await Promise.all([infoRun, neededInventory]);
  progress.pipRan(info);
  refuseCancelled(signal);
  return {
    cache,
    run,
    pipRuns: [dir, info],
    version: waitFor(pip.version(), "pip's version", progress),
    before,
    unknownFormats: formats,
    belowThreshold,
    inventory: inventory ? Promise.resolve(inventory) : inventoryOfPurge,
  };
}

async function examine({ listing }: Survey, { inputs, progress, signal }: Run, stop: AbortSignal) {
  const { takeInventory, workerFile } = await import('../inventory/take-inventory.js');
  return takeInventory(listing, {
    pace: paceOfExamining(progress),
    signal: AbortSignal.any([signal, stop]),
    // Worker threads gain nothing if only the file names of wheels are read.
    workerFile: inputs.builtWheelsOnly ? undefined : workerFile(),
    area: inputs.builtWheelsOnly ? 'wheels' : undefined,
  });
}

// Examines the contents while pip deletes them: in this thread only, and only until the first file has vanished,
// because an incomplete result would be misleading.
async function examineDuringPurge({ listing }: Survey, { progress, signal }: Run, stop: AbortSignal) {
  if (listing.length < WORTH_EXAMINING) return undefined;
  try {
    const { takeInventory } = await import('../inventory/take-inventory.js');
    return await takeInventory(listing, {
      pace: paceOfExamining(progress),
      signal: AbortSignal.any([signal, stop]),
      allOrNone: true,
    });
  } catch (thrown) {
    progress.say(notExamined(thrown));
    return undefined;
  }
}

/** Starts the pace of work that examines the contents of a cache. It logs the progress every two seconds. */
export function paceOfExamining(progress: Pick<Progress, 'say'>): Pace {
  return startPace((line) => progress.say(`Looking into the cache: ${line}.`));
}

/** The line that says why a purge does not report the projects in the cache. */
export function notExamined(thrown: unknown): string {
  return `The projects in the cache are not reported, because it could not be examined: ${messageOf(thrown)}.`;
}
