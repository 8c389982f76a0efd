import { readInputs } from '../../inputs/inputs.js';
import type { Environment } from '../../pip/environment.js';
import { MAIN_STEP, POST_STEP } from '../../reset/step-kind.js';
import { inputReader, runStep } from '../run-step.js';
import { registrationIn } from './state.js';

/**
 * The main step: checks the inputs and the cache, and saves them for the post step. Deletes nothing.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code. Never rejects.
 */
export function registerReset(env: Environment, signal: AbortSignal): Promise<number> {
  return runStep(MAIN_STEP, env, async (log) => {
    const read = inputReader(env);
    const given: Record<string, string> = {};
    const inputs = readInputs((name) => {
      given[name] = read(name);
      return given[name];
    });
    const { register } = await import('./register.js');
    return register({ inputs, byName: given }, log, { env, signal, stepKind: MAIN_STEP });
  });
}

/**
 * The post step, which the runner starts if the job has failed: resets the cache that the main step found.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code, which is always 0. Never rejects.
 */
export function resetAfterFailure(env: Environment, signal: AbortSignal): Promise<number> {
  return runStep(POST_STEP, env, async (log) => {
    const registration = registrationIn(env);
    if (registration === undefined) {
      // The runner also starts the post step if the main step refused its inputs.
      log.say('Nothing to do: the step that should have registered this reset did not register one.');
      return 0;
    }
    const { inputs, ...remembered } = registration;
    const { resetAndReport } = await import('../reset-and-report.js');
    return resetAndReport(inputs, log, { env, signal, stepKind: POST_STEP, remembered });
  });
}
