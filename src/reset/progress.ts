import type { PipRun } from '../pip/pip.js';
import { watched } from '../util/pace.js';
import { seconds } from '../util/units.js';

/** Receives what a step does while it does it. */
export interface Progress {
  /** A line of its own: what is being done, and how far it is. */
  say(line: string): void;
  /** A run of pip that has ended. */
  pipRan(run: PipRun): void;
}

/**
 * Waits for work, with a line of progress every two seconds.
 *
 * @param what the name of the work, as in "Waiting for pip cache info: 4 s so far."
 */
export function waitFor<T>(work: Promise<T>, what: string, progress: Pick<Progress, 'say'>): Promise<T> {
  return watched(work, (milliseconds) => progress.say(waitingLine(what, milliseconds)));
}

/** The line that says how long something has been waited for, in milliseconds. */
export function waitingLine(what: string, milliseconds: number): string {
  return `Waiting for ${what}: ${seconds(milliseconds)} so far.`;
}
