import type { PipRun } from '../pip/pip.js';
import type { Progress } from '../reset/progress.js';
import { humanDuration } from '../util/units.js';
import type { Log } from './log.js';

/**
 * Returns a `Progress` that writes to a log. A run of pip becomes a group whose title has the command, the duration,
 * and the exit code unless it is 0.
 */
export function progressIn(log: Log): Progress {
  return { say: log.say, pipRan: (run) => log.group(titleOf(run), run.stdout + run.stderr), debug: log.debug };
}

function titleOf({ command, code, milliseconds }: PipRun): string {
  const end = code === 0 ? '' : `, exit code ${code ?? 'none'}`;
  return `${command} (${humanDuration(milliseconds)}${end})`;
}
