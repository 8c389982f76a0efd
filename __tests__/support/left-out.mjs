// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What test files need, by the end of their names. */
const NEEDS = [
  { ending: '.posix.test.ts', needs: 'POSIX', isMet: (/** @type {string} */ platform) => platform !== 'win32' },
  { ending: '.linux.test.ts', needs: 'Linux', isMet: (/** @type {string} */ platform) => platform === 'linux' },
];

/**
 * Returns the patterns of the test files that can't run on a platform.
 * @param {string} platform one of `process.platform`
 * @returns {string[]} for the option `exclude` of vitest
 */
export function leftOut(platform) {
  return unmet(platform).map(({ ending }) => `**/*${ending}`);
}

/**
 * Returns one line for each kind of test files that can't run on a platform: how many there are in these directories,
 * and what they need.
 * @param {string} platform
 * @param {readonly string[]} directories
 * @returns {string[]}
 */
export function leftOutLines(platform, directories) {
  const names = directories
    .filter((directory) => existsSync(directory))
    .flatMap((directory) => readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    .map((path) => basename(path));
  return unmet(platform).flatMap(({ ending, needs }) => {
    const count = names.filter((name) => name.endsWith(ending)).length;
    if (count === 0) return [];
    return `Left out on ${platform}: ${count} test ${count === 1 ? 'file that needs' : 'files that need'} ${needs} (*${ending}).`;
  });
}

/**
 * Returns a reporter that prints those lines for the rings of a run. It prints nothing if every file can run.
 * @param {string} platform
 * @returns {import('vitest/node').Reporter}
 */
export function leftOutReporter(platform) {
  /** @type {string[]} */
  let directories = [];
  return {
    onInit({ projects, config }) {
      directories = projects.map(({ name }) => join(config.root, '__tests__', name));
    },
    onTestRunEnd() {
      for (const line of leftOutLines(platform, directories)) console.log(line);
    },
  };
}

/** @param {string} platform */
function unmet(platform) {
  return NEEDS.filter(({ isMet }) => !isMet(platform));
}
