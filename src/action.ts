import { messageOf, Refusal } from './errors.js';
import { readInputs } from './inputs.js';
import type { Environment } from './pip/environment.js';
import { type Log, runnerLog, terminalLog } from './report/log.js';

/**
 * Runs the step from its inputs to its report.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code.
 */
export async function runAction(env: Environment, signal: AbortSignal): Promise<number> {
  const log: Log = env.GITHUB_ACTIONS === 'true' ? runnerLog : terminalLog;
  try {
    const inputs = readInputs(inputReader(env));
    // What a refused input doesn't need isn't loaded for it.
    const { perform } = await import('./perform.js');
    return await perform(inputs, log, env, signal);
  } catch (thrown) {
    log.error(
      thrown instanceof Refusal ? thrown.message : `Unexpected: ${messageOf(thrown)}. Please report this with the log.`,
    );
    return 1;
  }
}

// The runner hands an input over as INPUT_ and its name in capitals.
function inputReader(env: Environment): (name: string) => string {
  return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}
