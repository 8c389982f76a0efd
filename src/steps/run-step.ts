import type { Environment } from '../pip/environment.js';
import { type Log, runnerLog, terminalLog } from '../report/log.js';
import { reportProblem } from '../report/problem.js';
import type { StepKind } from '../reset/step-kind.js';
import { messageOf, Refusal } from '../util/errors.js';

/**
 * Runs a step and reports any error that it throws as a single annotation.
 *
 * @param work the step, which resolves to its exit code.
 * @returns the exit code. Never rejects.
 */
export async function runStep(
  stepKind: StepKind,
  env: Environment,
  work: (log: Log) => Promise<number>,
): Promise<number> {
  const log = env.GITHUB_ACTIONS === 'true' ? runnerLog : terminalLog;
  try {
    return await work(log);
  } catch (thrown) {
    const message =
      thrown instanceof Refusal ? thrown.message : `Unexpected: ${messageOf(thrown)}. Please report this with the log.`;
    return reportProblem(message, stepKind, log);
  }
}

/**
 * Returns a function that reads an input by name: trimmed, and empty if it is not set. The runner passes each input in
 * an environment variable whose name is `INPUT_` and the input's name in capitals.
 */
export function inputReader(env: Environment): (name: string) => string {
  return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}
