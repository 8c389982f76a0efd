import { mkdirSync, mkdtempSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { messageOf, Refusal } from '../util/errors.js';
import type { Environment } from './environment.js';

const PREFIX = 'reset-pip-cache-';
// Deep enough that what a relative setting makes of it, `../..` included, shows.
const BELOW = join('a', 'b', 'c', 'd', 'e');

/** The directory for what lasts as long as the job: RUNNER_TEMP, or the system's when that is not there. */
export function temporaryDirectory(env: Environment): string {
  try {
    if (env.RUNNER_TEMP && statSync(env.RUNNER_TEMP).isDirectory()) return env.RUNNER_TEMP;
  } catch {
    // Not there, or not to be looked into.
  }
  return tmpdir();
}

/** A directory of this step's own. */
export interface Scratch {
  /** Holds nothing but what leads to `empty`. */
  readonly top: string;
  /** An empty directory, for pip to run in. */
  readonly empty: string;
}

/**
 * Makes a directory of its own, does the work, and takes the directory away.
 *
 * @param work gets real paths.
 * @throws Refusal when no directory can be made.
 */
export async function withScratch<T>(env: Environment, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const top = newDirectory([temporaryDirectory(env), tmpdir()]);
  const empty = join(top, BELOW);
  try {
    return await work({ top, empty });
  } finally {
    removeEmpty(empty, top);
  }
}

function newDirectory(places: readonly string[]): string {
  const tried = new Set<string>();
  for (const place of places) {
    let top: string | undefined;
    try {
      // Node's own realpath keeps the short names of Windows, and pip's does not.
      top = realpathSync.native(mkdtempSync(join(place, PREFIX)));
      mkdirSync(join(top, BELOW), { recursive: true });
      return top;
    } catch (thrown) {
      // A disk can have room for the first of them only.
      if (top !== undefined) removeEmpty(join(top, BELOW), top);
      tried.add(messageOf(thrown));
    }
  }
  throw new Refusal(
    `pip can't be run in an empty directory, since none could be made: ${[...tried].join('; ')}. Nothing was deleted. ` +
      'Let RUNNER_TEMP or TMPDIR be a directory to write into.',
  );
}

function removeEmpty(innermost: string, top: string): void {
  for (let directory = innermost; directory.startsWith(top); directory = dirname(directory)) {
    try {
      rmdirSync(directory);
    } catch {
      // Never made, or something was left in it, or it can't be deleted: the runner clears RUNNER_TEMP with the job.
    }
  }
}
