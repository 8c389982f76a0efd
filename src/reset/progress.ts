import type { PipRun } from '../pip/pip.js';
import type { Log } from '../report/log.js';
import { humanDuration } from '../util/units.js';

/** Hears what goes on while it goes on. */
export interface Progress {
  /** A line of its own: what is being done, how far it is. */
  say(line: string): void;
  /** A run of pip that has ended. */
  pipRan(run: PipRun): void;
}

/** Tells the log. A run of pip is a group there, titled with its command, how long it took, and an exit code that isn't 0. */
export function progressTo(log: Log): Progress {
  return { say: log.say, pipRan: (run) => log.group(titleOf(run), run.stdout + run.stderr) };
}

function titleOf(run: PipRun): string {
  const end = run.code === 0 ? '' : `, exit code ${run.code ?? 'none'}`;
  return `${run.command} (${humanDuration(run.milliseconds)}${end})`;
}
