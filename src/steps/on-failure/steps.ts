import { readInputs } from '../../inputs/inputs.js';
import type { Environment } from '../../pip/environment.js';
import { MAIN_STEP, POST_STEP } from '../../reset/step-kind.js';
import { inputReader, runStep } from '../run-step.js';
import { registrationIn } from './state.js';

/**
 * The main step: checks everything that can be checked now, remembers it, and deletes nothing.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code.
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
    return register(inputs, given, log, { env, signal, stepKind: MAIN_STEP });
  });
}

/**
 * The post step, which the runner starts when the job has failed: resets what the main step has remembered.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code: always 0.
 */
export function resetAfterFailure(env: Environment, signal: AbortSignal): Promise<number> {
  return runStep(POST_STEP, env, async (log) => {
    const registration = registrationIn(env);
    if (registration === undefined) {
      // The runner starts it also when the main step was refused.
      log.say('Nothing to do: the step that should have registered this reset did not register one.');
      return 0;
    }
    const { inputs, ...remembered } = registration;
    const { resetAndReport } = await import('../reset-and-report.js');
    return resetAndReport(inputs, log, { env, signal, stepKind: POST_STEP, remembered });
  });
}
