import { type BigIntStats, realpathSync, statSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { Refusal } from '../util/errors.js';

/** A directory that must never be taken for a cache, and what it is called. */
export interface ProtectedDirectory {
  readonly path: string;
  readonly name: string;
}

/**
 * Refuses a cache directory that is a root, one of the protectedDirectories directories (a home, the workspace), or a parent of one,
 * by real path.
 *
 * @throws Refusal
 */
export function refuseProtected(directory: string, protectedDirectories: readonly ProtectedDirectory[]): void {
  const cache = realPath(directory);
  const refuse = (what: string): Refusal =>
    new Refusal(
      `pip's cache directory is ${JSON.stringify(directory)}, which is ${what}. That can't be meant; nothing was deleted. ` +
        'Look at PIP_CACHE_DIR and at cache-dir in the files that "pip config debug" lists.',
    );
  if (cache === parse(cache).root) throw refuse('the root of a file system');
  for (const { path, name } of protectedDirectories) {
    for (let place = realPath(path); ; place = dirname(place)) {
      if (sameDirectory(cache, place)) throw refuse(place === realPath(path) ? name : `a parent of ${name}`);
      if (place === dirname(place)) break;
    }
  }
}

/**
 * Refuses a cache directory that is not the expected one. Compared by what the paths lead to, so that links, a trailing slash and, on a
 * file system that doesn't mind it, case make no difference.
 *
 * @throws Refusal
 */
export function refuseUnexpected(directory: string, expected: string): void {
  if (leadToTheSame(directory, expected)) return;
  throw new Refusal(
    `Input "expect-cache-dir": pip's cache directory is ${JSON.stringify(directory)}, not ${JSON.stringify(expected)}. ` +
      'Nothing was deleted. Look at PIP_CACHE_DIR and at the interpreter ("python-path"), or correct the input.',
  );
}

/**
 * Refuses a cache directory that is not the one an earlier step has found. Compared in the same way.
 *
 * @param remembered undefined when the cache was turned off.
 * @throws Refusal
 */
export function refuseMoved(directory: string, remembered: string | undefined): void {
  if (remembered !== undefined && leadToTheSame(directory, remembered)) return;
  const then = remembered === undefined ? 'the cache was turned off' : `it was ${JSON.stringify(remembered)}`;
  throw new Refusal(
    `pip's cache directory is ${JSON.stringify(directory)} now; when this was registered, ${then}. Nothing was deleted. ` +
      'Look at what changes PIP_CACHE_DIR, PIP_NO_CACHE_DIR or a pip.conf in between.',
  );
}

function leadToTheSame(one: string, other: string): boolean {
  return sameDirectory(realPath(one), realPath(other));
}

// Of a path that doesn't exist, the part that does is made real.
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
