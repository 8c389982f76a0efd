import type { Inputs } from '../inputs/inputs.js';
import type { Log } from '../report/log.js';
import { report } from '../report/report.js';
import type { StepContext } from '../reset/find-cache.js';
import { progressTo } from '../reset/progress.js';
import { reset } from '../reset/reset.js';

/**
 * Resets and reports.
 *
 * @returns the exit code.
 * @throws Refusal
 */
export async function perform(inputs: Inputs, log: Log, context: Omit<StepContext, 'progress'>): Promise<number> {
  const result = await reset(inputs, { ...context, progress: progressTo(log) });
  return report(result, log, context.env);
}
