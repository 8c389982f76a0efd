import type { Inputs } from '../inputs/inputs.js';
import type { Log } from '../report/log.js';
import { progressIn } from '../report/progress-log.js';
import { report } from '../report/report.js';
import type { StepContext } from '../reset/context.js';
import { reset } from '../reset/reset.js';

/**
 * Resets the cache and reports the result. A module of its own because it is loaded only after the inputs have been
 * accepted.
 *
 * @returns the exit code.
 * @throws Refusal if the cache can't be found or must not be cleared. Nothing has been deleted in that case.
 */
export async function resetAndReport(
  inputs: Inputs,
  log: Log,
  context: Omit<StepContext, 'progress'>,
): Promise<number> {
  const result = await reset(inputs, { ...context, progress: progressIn(log) });
  return report(result, log, context.env);
}
