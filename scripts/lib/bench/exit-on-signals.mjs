// @ts-check
import { constants } from 'node:os';

/**
 * Makes SIGINT (Ctrl-C), SIGTERM and SIGHUP exit this process as a shell would have it: 128 and the signal's number. By
 * default they end it without the event `exit`, which ends child processes and deletes temporary directories.
 */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
