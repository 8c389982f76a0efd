import type { Inputs } from './inputs.js';
import type { Environment } from './pip/environment.js';
import type { PipRun } from './pip/pip.js';
import type { Log } from './report/log.js';
import { report } from './report/report.js';
import { reset } from './reset.js';
import { humanDuration } from './units.js';

/**
 * Resets and reports.
 *
 * @param signal aborted when the job is cancelled.
 * @returns the exit code.
 * @throws Refusal
 */
export async function perform(inputs: Inputs, log: Log, env: Environment, signal: AbortSignal): Promise<number> {
  const listener = { say: log.say, pipRan: (run: PipRun) => log.group(titleOf(run), run.stdout + run.stderr) };
  const result = await reset(inputs, { env, signal, listener });
  return (await report(result, log, env)) ? 1 : 0;
}

function titleOf(run: PipRun): string {
  const end = run.code === 0 ? '' : `, exit code ${run.code ?? 'none'}`;
  return `${run.command} (${humanDuration(run.milliseconds)}${end})`;
}
