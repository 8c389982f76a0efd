import { mkdirSync, mkdtempSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { messageOf, Refusal } from '../util/errors.js';
import type { Environment } from './environment.js';

const PREFIX = 'reset-pip-cache-';
// Deep enough for the guards to recognise a cache directory that a relative setting, such as `../..`, resolves to.
const NESTED = join('a', 'b', 'c', 'd', 'e');

/**
 * Returns the directory for temporary files of the job: RUNNER_TEMP, or the system's if RUNNER_TEMP is no directory.
 */
export function temporaryDirectory(env: Environment): string {
  try {
    if (env.RUNNER_TEMP && statSync(env.RUNNER_TEMP).isDirectory()) return env.RUNNER_TEMP;
  } catch {
    // It does not exist, or can't be read.
  }
  return tmpdir();
}

/** Temporary directories of one step. */
export interface Scratch {
  /** Contains only the directories that lead to `empty`. */
  readonly top: string;
  /** An empty directory, in which pip runs. */
  readonly empty: string;
}

/**
 * Creates the temporary directories of a step, calls a function, and deletes the directories.
 *
 * @param env the step's environment.
 * @param work receives real paths, without links or short names of Windows.
 * @returns the result of `work`.
 * @throws Refusal if no directory can be created, and what `work` throws.
 */
export async function withScratch<T>(env: Environment, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const top = newDirectory([temporaryDirectory(env), tmpdir()]);
  const empty = join(top, NESTED);
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
      // Without `.native`, realpath keeps the short names of Windows. pip resolves them.
      top = realpathSync.native(mkdtempSync(join(place, PREFIX)));
      mkdirSync(join(top, NESTED), { recursive: true });
      return top;
    } catch (thrown) {
      // A full disk can have room for only the first of the nested directories.
      if (top !== undefined) removeEmpty(join(top, NESTED), top);
      tried.add(messageOf(thrown));
    }
  }
  throw new Refusal(
    `pip can't be run in an empty directory, since none could be made: ${[...tried].join('; ')}. ` +
      'Nothing was deleted. Let RUNNER_TEMP or TMPDIR be a directory to write into.',
  );
}

function removeEmpty(innermost: string, top: string): void {
  for (let directory = innermost; directory.startsWith(top); directory = dirname(directory)) {
    try {
      rmdirSync(directory);
    } catch {
      // It was never created, is not empty, or can't be deleted. The runner clears RUNNER_TEMP after the job.
    }
  }
}
