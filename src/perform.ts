import type { World } from './begin.js';
import type { Inputs } from './inputs.js';
import { listenerOf } from './listener.js';
import type { Log } from './report/log.js';
import { report } from './report/report.js';
import { reset } from './reset.js';

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
