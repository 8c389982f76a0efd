import type { Inputs } from '../inputs/inputs.js';
import type { Log } from '../report/log.js';
import { progressIn } from '../report/progress-log.js';
import { report } from '../report/report.js';
import type { StepContext } from '../reset/context.js';
import { reset } from '../reset/reset.js';

/**
 * Resets the cache and reports the result. Loaded only after the inputs have been accepted.
 *
 * @returns the exit code.
 * @throws Refusal when nothing could or may be done; nothing has been deleted then.
 */
export async function resetAndReport(
  inputs: Inputs,
  log: Log,
  context: Omit<StepContext, 'progress'>,
): Promise<number> {
  const result = await reset(inputs, { ...context, progress: progressIn(log) });
  return report(result, log, context.env);
}
