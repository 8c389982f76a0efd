// @ts-check
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { realShapedResponses } from '../../../__tests__/support/real-shaped-responses.mjs';
import { runProcess } from '../../../__tests__/support/run-process.mjs';
import { runAction } from '../../../__tests__/support/runner.mjs';
import { syntheticResponses } from '../../../__tests__/support/synthetic-responses.mjs';
import { compare } from './pairs.mjs';
import { medians, pairsText } from './result.mjs';
import { OLD_PIP } from './setup.mjs';

/** @typedef {import('./setup.mjs').Bench} Bench */
/** @typedef {import('./result.mjs').Measured} Measured */

const RESPONSES = 100_000;

/**
 * A step that refuses its inputs against a Node that does nothing.
 * @param {Bench} bench @param {number} target @returns {Promise<Measured>}
 */
export async function startup(bench, target) {
  const { node, entry, limits } = bench;
  const env = { ...bench.environment(undefined), GITHUB_ACTIONS: 'true', INPUT_MODE: 'nonsense' };
  /** @param {number} code @param {string[]} args */
  const run = async (code, args) => {
    const finished = await runProcess(node, args, { ...limits, env });
    if (finished.code !== code) throw new Error(`${args.join(' ')} ended with ${finished.code}:\n${finished.stdout}`);
    return { wall: finished.durationMs };
  };
  const ours = () => run(1, [entry]);
  const theirs = () => run(0, ['-e', '']);
  const { pairsOr, mayRepeat } = bench;
  const { wall, pairs } = await compare({ ours, theirs, pairs: pairsOr(31), mayRepeat });
  return { figures: [{ value: wall.ratio, target }], detail: `${medians(wall)}, ${pairsText(pairs)}` };
}

/**
 * The files of dist/ that a small purge loads.
 * @param {Bench} bench @param {number} target in kB @returns {Promise<Measured>}
 */
export async function loaded(bench, target) {
  const { root, dist, work } = bench;
  const list = join(work, 'loaded.txt');
  bench.fill((directory) => syntheticResponses(directory, 30));
  const hook = pathToFileURL(join(root, 'scripts', 'lib', 'list-loaded.mjs'));
  const env = { BENCH_LOADED: list, NODE_OPTIONS: `--import=${hook}` };
  await step(bench, { version: 'newest', env, outcome: 'reset' });
  const base = pathToFileURL(`${dist}/`).href;
  const urls = [...new Set(readFileSync(list, 'utf8').split('\n'))].filter((url) => url.startsWith(base));
  const files = urls.map((url) => fileURLToPath(url));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const undici = files.some((file) => readFileSync(file, 'utf8').includes('undici'));
  const sizes = files.map((file) => `${file.slice(dist.length + 1)} ${(statSync(file).size / 1000).toFixed(0)} kB`);
  return {
    figures: [{ value: bytes / 1000, target, unit: 'kB' }],
    detail: sizes.join(', '),
    flaws: undici ? ['undici is in it'] : [],
  };
}

/**
 * The peak memory of Node in a purge with an older pip, where the step deletes 150,000 directories itself: it needs the
 * most there.
 * @param {Bench} bench @param {number} target in MB @returns {Promise<Measured>}
 */
export async function purgeMemory(bench, target) {
  /** @type {(number | undefined)[]} */
  const peaks = [];
  for (let run = 0; run < Math.min(bench.pairsOr(1), 3); run++) {
    bench.fill((directory) => syntheticResponses(directory, RESPONSES));
    const { maxRssKb } = await step(bench, { version: OLD_PIP, outcome: 'reset', measureMemory: true });
    peaks.push(maxRssKb);
  }
  return { figures: [peak(peaks, target)], detail: `maximum of ${peaks.length}` };
}

/**
 * The peak memory of Node in mode inspect.
 * @param {Bench} bench @param {number} target in MB @returns {Promise<Measured>}
 */
export async function inspectMemory(bench, target) {
  bench.fill((directory) => realShapedResponses(directory, RESPONSES));
  const env = { INPUT_MODE: 'inspect' };
  const run = await step(bench, { version: 'newest', env, outcome: 'inspected', measureMemory: true });
  return { figures: [peak([run.maxRssKb], target)], detail: `${run.outputs.projects} projects` };
}

/**
 * @param {(number | undefined)[]} peaks in KiB
 * @param {number} target in MB
 * @returns {import('./result.mjs').Figure}
 */
function peak(peaks, target) {
  const bytes = peaks.flatMap((kib) => (kib === undefined ? [] : kib * 1024));
  return bytes.length === 0
    ? { value: undefined, missing: 'needs Linux', target, unit: 'MB' }
    : { value: Math.max(...bytes) / 1e6, target, unit: 'MB' };
}

/**
 * @param {Bench} bench
 * @param {{ version: string, outcome: string, env?: Record<string, string>, measureMemory?: boolean }} options
 */
async function step(bench, { version, outcome, env = {}, measureMemory = false }) {
  const { node, entry, home, workspace, work, timeoutMs } = bench;
  const environment = { ...bench.environment(await bench.pipOf(version)), ...env };
  const runner = { node, entry, home, cwd: workspace, temp: work, timeoutMs };
  const run = await runAction({ ...runner, env: environment, measureMemory });
  if (run.code !== 0 || run.outputs.outcome !== outcome) throw new Error(`it ended with ${run.code}:\n${run.stdout}`);
  return run;
}
