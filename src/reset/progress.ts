import type { PipRun } from '../pip/pip.js';
import { watched } from '../util/pace.js';
import { seconds } from '../util/units.js';

/** Receives the progress of a step while it runs. */
export interface Progress {
  /** Receives a line that describes the current work and how far it is. */
  say(line: string): void;
  /** Receives a run of pip that has ended. */
  pipRan(run: PipRun): void;
  /** Receives a line that is shown only while debug logging is enabled. */
  debug(message: string): void;
}

/**
 * Waits for work and logs a line of progress every two seconds.
 *
 * @param what the name of the work, as in "Waiting for pip cache info: 4 s so far."
 * @returns the result of the work.
 * @throws the error that the work rejects with.
 */
export function waitFor<T>(work: Promise<T>, what: string, progress: Pick<Progress, 'say'>): Promise<T> {
  return watched(work, (milliseconds) => progress.say(waitingLine(what, milliseconds)));
}

/** Returns the line of progress of a wait that has lasted some milliseconds so far. */
export function waitingLine(what: string, milliseconds: number): string {
  return `Waiting for ${what}: ${seconds(milliseconds)} so far.`;
}
