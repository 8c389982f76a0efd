import { type BigIntStats, realpathSync, statSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import type { Setting } from '../pip/configuration.js';
import { pathRules } from '../pip/environment.js';
import { accountHome, homeDirectory } from '../pip/home.js';
import { expandHome, type JobEnvironment } from '../pip/interpreter.js';
import type { Scratch } from '../pip/scratch.js';
import { Refusal } from '../util/errors.js';

/**
 * Refuses a cache directory that must not be cleared: a relative path, a directory other than the expected one, or one
 * that holds more than a cache, such as a home directory.
 *
 * @param directory the cache directory, as printed by pip.
 * @param options `expected` is the input `expect-cache-dir`; `scratch` has the directory in which pip ran.
 * @throws Refusal
 */
export function refuseWrongDirectory(
  directory: string,
  options: { expected: string | undefined; job: JobEnvironment; scratch: Scratch },
): void {
  const { expected, job, scratch } = options;
  const paths = pathRules(job.platform);
  const fromTop = paths.relative(scratch.top, directory);
  const outside = fromTop === '..' || fromTop.startsWith(`..${paths.sep}`) || paths.isAbsolute(fromTop);
  if (!paths.isAbsolute(directory) || !outside) {
    const setting = paths.isAbsolute(directory) ? paths.relative(scratch.empty, directory) : directory;
    throw new Refusal(
      `pip's cache-dir is set to the relative path ${JSON.stringify(setting)}, which means another place ` +
        'from each directory that pip runs in. Nothing was deleted. ' +
        'Make it absolute in the pip.conf that sets it, or set PIP_CACHE_DIR.',
    );
  }
  if (expected !== undefined) {
    refuseUnexpected(directory, paths.resolve(job.workspace, expandHome(expected, 'expect-cache-dir', job)));
  }
  // A container may run as a user without an account, and without HOME: then there is no home directory to protect.
  const homes = [
    { path: homeDirectory(), name: 'the home directory' },
    { path: accountHome(), name: "the account's home directory" },
  ].flatMap(({ path, name }) => (path ? [{ path, name }] : []));
  refuseProtected(directory, [...homes, { path: job.workspace, name: 'the workspace' }]);
}

/**
 * Refuses settings of the cache directory that hold control characters: pip does not print these as they are, so the
 * directory that it prints is not certainly the one that it uses.
 *
 * @throws Refusal that names the setting.
 */
export function refuseUnprintable([setting]: readonly Setting[]): void {
  if (!setting) return;
  throw new Refusal(
    `${setting.name} holds a control character, such as the carriage return of a file with Windows line ends: ` +
      `${JSON.stringify(setting.value)}. pip does not print such a character, so the cache directory that it uses is ` +
      'not known. Nothing was deleted. Remove the character.',
  );
}

/** A directory that must never be cleared, with a description for the error message. */
export interface ProtectedDirectory {
  readonly path: string;
  readonly name: string;
}

/**
 * Refuses a cache directory that is the root of a file system, a protected directory (a home directory, the workspace),
 * or a parent of one. Real paths are compared.
 *
 * @throws Refusal
 */
export function refuseProtected(directory: string, protectedDirectories: readonly ProtectedDirectory[]): void {
  const cache = realPath(directory);
  const refuse = (what: string): Refusal =>
    new Refusal(
      `pip's cache directory is ${JSON.stringify(directory)}, which is ${what}. ` +
        "That can't be meant; nothing was deleted. " +
        'Look at PIP_CACHE_DIR and at cache-dir in the files that "pip config debug" lists.',
    );
  if (cache === parse(cache).root) throw refuse('the root of a file system');
  for (const { path, name } of protectedDirectories) {
    for (let ancestor = realPath(path); ; ancestor = dirname(ancestor)) {
      if (sameDirectory(cache, ancestor)) throw refuse(ancestor === realPath(path) ? name : `a parent of ${name}`);
      if (ancestor === dirname(ancestor)) break;
    }
  }
}

/**
 * Refuses a cache directory that is not the expected one. The comparison follows links and ignores a trailing slash
 * and, on a case-insensitive file system, case.
 *
 * @throws Refusal
 */
export function refuseUnexpected(directory: string, expected: string): void {
  if (isSamePlace(directory, expected)) return;
  throw new Refusal(
    `Input "expect-cache-dir": pip's cache directory is ${JSON.stringify(directory)}, ` +
      `not ${JSON.stringify(expected)}. Nothing was deleted. ` +
      'Look at PIP_CACHE_DIR and at the interpreter ("python-path"), or correct the input.',
  );
}

/**
 * Refuses a cache directory that is not the one that an earlier step found. Compared like `refuseUnexpected` does.
 *
 * @param remembered undefined if the cache was disabled.
 * @throws Refusal
 */
export function refuseMoved(directory: string, remembered: string | undefined): void {
  if (remembered !== undefined && isSamePlace(directory, remembered)) return;
  const earlier = remembered === undefined ? 'the cache was turned off' : `it was ${JSON.stringify(remembered)}`;
  throw new Refusal(
    `pip's cache directory is ${JSON.stringify(directory)} now; when this was registered, ${earlier}. ` +
      'Nothing was deleted. Look at what changes PIP_CACHE_DIR, PIP_NO_CACHE_DIR or a pip.conf in between.',
  );
}

function isSamePlace(one: string, other: string): boolean {
  return sameDirectory(realPath(one), realPath(other));
}

// If the path does not exist, the part of it that exists is resolved.
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent), absolute.slice(parent.length));
  }
}

function sameDirectory(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [stats(one), stats(other)];
  if (a && b) return a.ino === b.ino && a.dev === b.dev;
  return ['win32', 'darwin'].includes(process.platform) && one.toLowerCase() === other.toLowerCase();
}

function stats(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
