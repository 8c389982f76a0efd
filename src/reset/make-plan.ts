import type { Plan } from '../modes/plan.js';
import { planPurge } from '../modes/purge.js';
import { indexUrls } from '../pip/index-urls.js';
import type { Run } from './context.js';
import { type Observation, paceOfExamining } from './observe.js';
import { waitFor } from './progress.js';

/** Plans what the mode of this run removes from the observed cache. */
export async function makePlan({ cache, run, before, version, inventory }: Observation): Promise<Plan> {
  const { inputs, progress, signal } = run;
  if (inputs.mode === 'purge') return planPurge(before);
  const { planRemove } = await import('../modes/remove.js');
  const known = inputs.builtWheelsOnly ? undefined : await inventory;
  const downloads = known && {
    inventory: known,
    indexes: await indexes(cache.pip, run),
    pace: paceOfExamining(progress),
    signal,
  };
  return planRemove(before, { packages: inputs.packages, pipVersion: await version, downloads });
}

/**
 * Asks pip which package indexes it uses. The output of `pip config list` is never shown, because it may hold
 * passwords.
 *
 * @returns URLs in the form that `indexUrls` returns.
 */
async function indexes(pip: Observation['cache']['pip'], { progress, signal }: Run): Promise<string[]> {
  const configuration = await waitFor(pip.run(['config', 'list']), 'pip config list', progress);
  if (configuration.code !== 0 && !signal.aborted)
    progress.say('pip config list failed, so that a page that says nothing itself is found on pypi.org alone.');
  return indexUrls(configuration);
}
