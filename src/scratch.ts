import { mkdtempSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './pip/environment.js';

const PREFIX = 'reset-pip-cache-';

/** The directory for what lasts as long as the job: RUNNER_TEMP, or the system's when that is not there. */
export function temporaryDirectory(env: Environment): string {
  const temp = env.RUNNER_TEMP;
  return temp && statSync(temp, { throwIfNoEntry: false })?.isDirectory() ? temp : tmpdir();
}

/**
 * Makes an empty directory of its own for pip to run in, does the work, and takes the directory away.
 *
 * @param work gets the directory's real path.
 */
export async function withScratch<T>(env: Environment, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = realpathSync(mkdtempSync(join(temporaryDirectory(env), PREFIX)));
  try {
    return await work(directory);
  } finally {
    try {
      rmdirSync(directory);
    } catch {
      // Something was left in it, or it can't be deleted: the runner clears RUNNER_TEMP with the job.
    }
  }
}
