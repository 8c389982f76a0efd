import { readInputs } from '../inputs/inputs.js';
import type { Environment } from '../pip/environment.js';
import { MAIN_STEP } from '../reset/step-kind.js';
import { inputReader, runStep } from './run-step.js';

/**
 * The step of `action.yml`: reads the inputs, resets the cache and reports the result.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code. Never rejects.
 */
export function runResetStep(env: Environment, signal: AbortSignal): Promise<number> {
  return runStep(MAIN_STEP, env, async (log) => {
    const inputs = readInputs(inputReader(env));
    const { resetAndReport } = await import('./reset-and-report.js');
    return resetAndReport(inputs, log, { env, signal, stepKind: MAIN_STEP });
  });
}
