// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { realShapedResponses } from '../../../__tests__/support/real-shaped-responses.mjs';
import { runProcess } from '../../../__tests__/support/run-process.mjs';
import { compare, median } from './pairs.mjs';
import { medians, milliseconds, pairsText } from './result.mjs';
import { command } from './setup.mjs';

/** @typedef {import('./setup.mjs').Bench} Bench */
/** @typedef {import('./result.mjs').Measured} Measured */

/**
 * The inventory of a cache against `pip cache info` of the newest pip, which counts its files.
 * @param {Bench} bench
 * @param {{ responses: number, pairs: number, target: number }} options
 * @returns {Promise<Measured>}
 */
export async function inventoryByInfo(bench, { responses, pairs, target }) {
  const { root, node, cacheDir, limits } = bench;
  if (!existsSync(join(root, 'build'))) command(node, join(root, 'scripts', 'build.mjs'));
  const pip = await bench.pipOf('newest');
  const env = bench.environment(pip);
  bench.fill((directory) => realShapedResponses(directory, responses));
  /** @type {number[]} */
  const surveys = [];
  const ours = async () => {
    const alone = join(root, 'scripts', 'lib', 'inventory-alone.mjs');
    const run = await runProcess(node, [alone, cacheDir], { ...limits, env });
    if (run.code !== 0) throw new Error(`the inventory ended with ${run.code}:\n${run.stderr}`);
    const { survey, inventory } = JSON.parse(run.stdout);
    surveys.push(survey);
    return { wall: inventory };
  };
  const theirs = async () => {
    const run = await runProcess('python', ['-m', 'pip', 'cache', 'info'], { ...limits, env });
    if (!run.stdout.includes(`Number of HTTP files: ${2 * responses}`)) throw new Error(`pip printed:\n${run.stdout}`);
    return { wall: run.durationMs };
  };
  const { pairsOr, mayRepeat } = bench;
  const { wall, pairs: made } = await compare({ ours, theirs, pairs: pairsOr(pairs), mayRepeat });
  const survey = median(surveys);
  const withSurvey = ((survey + wall.ours) / wall.theirs).toFixed(2);
  const detail = `${medians(wall)}, ${pairsText(made)}, pip ${pip.pipVersion}`;
  return {
    figures: [{ value: wall.ratio, target }],
    detail: `${detail}; with the survey before it (${milliseconds(survey)}): ${withSurvey}`,
  };
}
