import type { Plan } from '../modes/plan.js';
import { planPurge } from '../modes/purge.js';
import { indexUrls } from '../pip/index-urls.js';
import type { Pip } from '../pip/pip.js';
import type { Run } from './context.js';
import { configurationOf } from './find-cache.js';
import { type Observation, paceOfExamining } from './observe.js';

/** Plans what the mode of this run removes from the observed cache. */
export async function makePlan({ cache, run, before, version, inventory }: Observation): Promise<Plan> {
  const { inputs, progress, signal } = run;
  if (inputs.mode === 'purge') return planPurge(before);
  const { planRemove } = await import('../modes/remove.js');
  const known = await inventory;
  const downloads = known && {
    inventory: known,
    indexes: inputs.builtWheelsOnly ? undefined : await indexes(cache.pip, run),
    pace: paceOfExamining(progress),
    signal,
  };
  return planRemove(before, { packages: inputs.packages, pipVersion: await version, downloads });
}

async function indexes(pip: Pip, run: Run): Promise<string[]> {
  const configuration = await configurationOf(pip, run);
  if (configuration.code !== 0 && !run.signal.aborted)
    run.progress.say('pip config list failed, so that a page that says nothing itself is found on pypi.org alone.');
  return indexUrls(configuration);
}
