import { homedir, userInfo } from 'node:os';
import { pathRules } from '../pip/environment.js';
import { expandHome, type JobEnvironment } from '../pip/interpreter.js';
import type { Scratch } from '../pip/scratch.js';
import { Refusal } from '../util/errors.js';
import { refuseProtected, refuseUnexpected } from './guards.js';

/**
 * Stops when the directory that pip reports is not one to clear.
 *
 * @param directory as pip prints it.
 * @param expected the `expect-cache-dir` input.
 * @param scratch where pip ran.
 * @throws Refusal
 */
export function guard(directory: string, expected: string | undefined, job: JobEnvironment, scratch: Scratch): void {
  const paths = pathRules(job.platform);
  const fromTop = paths.relative(scratch.top, directory);
  const outside = fromTop === '..' || fromTop.startsWith(`..${paths.sep}`) || paths.isAbsolute(fromTop);
  if (!paths.isAbsolute(directory) || !outside) {
    const setting = paths.isAbsolute(directory) ? paths.relative(scratch.empty, directory) : directory;
    throw new Refusal(
      `pip's cache-dir is set to the relative path ${JSON.stringify(setting)}, which means another place from each directory ` +
        'that pip runs in. Nothing was deleted. Make it absolute in the pip.conf that sets it, or set PIP_CACHE_DIR.',
    );
  }
  if (expected !== undefined) refuseUnexpected(directory, paths.resolve(job.workspace, expandHome(expected, job)));
  refuseProtected(directory, [
    { path: homedir(), name: 'the home directory' },
    { path: accountHome(), name: "the account's home directory" },
    { path: job.workspace, name: 'the workspace' },
  ]);
}

// HOME may point elsewhere, and in a container the account may not exist.
function accountHome(): string {
  try {
    return userInfo().homedir;
  } catch {
    return homedir();
  }
}
