import { readInputs } from '../inputs/inputs.js';
import type { Environment } from '../pip/environment.js';
import { MAIN_STEP } from '../reset/step-kind.js';
import { inputReader, runStep } from './run-step.js';

/**
 * Runs the step from its inputs to its report.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code.
 */
export function runAction(env: Environment, signal: AbortSignal): Promise<number> {
  return runStep(MAIN_STEP, env, async (log) => {
    const inputs = readInputs(inputReader(env));
    // What a refused input doesn't need isn't loaded for it.
    const { perform } = await import('./perform.js');
    return perform(inputs, log, { env, signal, stepKind: MAIN_STEP });
  });
}
