import type { Inputs } from '../inputs/inputs.js';
import type { Log } from '../report/log.js';
import { report } from '../report/report.js';
import type { World } from '../reset/find-cache.js';
import { listenerOf } from '../reset/progress.js';
import { reset } from '../reset/reset.js';

/**
 * Resets and reports.
 *
 * @returns the exit code.
 * @throws Refusal
 */
export async function perform(inputs: Inputs, log: Log, world: Omit<World, 'listener'>): Promise<number> {
  const result = await reset(inputs, { ...world, listener: listenerOf(log) });
  return report(result, log, world.env);
}
