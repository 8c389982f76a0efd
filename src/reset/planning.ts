import type { Survey } from '../cache/survey.js';
import type { Inventory } from '../inventory/label.js';
import type { Plan } from '../modes/plan.js';
import { planPurge } from '../modes/purge.js';
import { indexUrls } from '../pip/index-urls.js';
import type { Pip } from '../pip/pip.js';
import { watched } from '../util/pace.js';
import { seconds } from '../util/units.js';
import type { Step } from './find-cache.js';
import { paceOfLooking } from './look-inside.js';

/**
 * What is to go in this step's mode.
 *
 * @param inventory what the cache holds, for mode `remove`.
 * @param indexesKnown the indexes that pip asks; undefined: built wheels only.
 */
export async function planFor(
  before: Survey,
  version: Promise<string | undefined>,
  inventory: Inventory | undefined,
  indexesKnown: Promise<readonly string[] | undefined>,
  { inputs, progress, signal }: Step,
): Promise<Plan> {
  if (inputs.mode === 'purge') return planPurge(before);
  const { planRemove } = await import('../modes/remove.js');
  const indexes = await indexesKnown;
  const downloads = inventory && indexes && { inventory, indexes, pace: paceOfLooking(progress.say), signal };
  return planRemove(before, inputs.packages, await version, downloads);
}

/**
 * Asks pip for the indexes that it asks itself, and says so when it doesn't tell. What it says is not shown: it may hold passwords.
 *
 * @returns addresses, as `indexUrls` has them; undefined where the step needs none.
 */
export async function indexesOf(pip: Pip, { inputs, progress: { say }, signal }: Step): Promise<string[] | undefined> {
  if (inputs.mode !== 'remove' || inputs.builtWheelsOnly) return undefined;
  const configuration = await watched(pip.run(['config', 'list']), (ms) =>
    say(`Waiting for pip config list: ${seconds(ms)} so far.`),
  );
  if (configuration.code !== 0 && !signal.aborted)
    say('pip config list failed, so that a page that says nothing itself is found on pypi.org alone.');
  return indexUrls(configuration);
}
