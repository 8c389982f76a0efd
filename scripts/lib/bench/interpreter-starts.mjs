// @ts-check
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Python and PyPy under any of their names: python3.12, pypy3, py.exe. */
const INTERPRETER = /(?:^|[\\/])(?:python|pypy|py)[\d.]*(?:\.exe)?$/i;

/**
 * Counts how often a Node process starts a Python interpreter. It is counted in Node, because a wrapper on PATH misses
 * starts by the path that `sys.executable` has.
 * @param {string} list a file that is written for the time of the run
 * @param {(env: { BENCH_STARTED: string, NODE_OPTIONS: string }) => Promise<unknown>} run starts Node with these
 * variables
 * @returns {Promise<string[][]>} the command lines, in the order of their starts
 */
export async function interpreterStarts(list, run) {
  const hook = new URL('list-started.mjs', import.meta.url).href;
  writeFileSync(list, '');
  try {
    await run({ BENCH_STARTED: list, NODE_OPTIONS: `--import=${hook}` });
    return parseStarts(readFileSync(list, 'utf8'));
  } finally {
    rmSync(list);
  }
}

/**
 * @param {string} text what list-started.mjs wrote
 * @returns {string[][]} the command lines in it that start an interpreter
 */
export function parseStarts(text) {
  /** @type {string[][]} */
  const started = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return started.filter(([program = '']) => INTERPRETER.test(program));
}
