// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '../../../__tests__/support/run-process.mjs';
import { HOSTILE, hostileCache } from './hostile-caches.mjs';
import { command } from './setup.mjs';

/** @typedef {import('./setup.mjs').Bench} Bench */
/** @typedef {import('./result.mjs').Measured} Measured */
/** @typedef {{ cpu: number, rss: number, bytes: number }} Cost CPU milliseconds, KiB of memory, bytes of the cache */

/**
 * The CPU time that mode remove takes, without pip, for 32 KB of the worst cache that is known.
 * @param {Bench} bench @param {number} target in ms @returns {Promise<Measured>}
 */
export async function hostileTime(bench, target) {
  const worst = await worstOf(bench, {
    kinds: HOSTILE,
    total: 320_000,
    sizes: [32_000, 300],
    value: ({ cpu, bytes }) => (cpu * 32_000) / bytes,
  });
  return { figures: [{ value: worst.value, target, unit: 'ms' }], detail: worst.detail };
}

/**
 * The peak memory that mode remove takes, without pip, for 10 MB of the worst cache that is known.
 * @param {Bench} bench @param {number} target in MB @returns {Promise<Measured>}
 */
export async function hostileMemory(bench, target) {
  const worst = await worstOf(bench, {
    kinds: HOSTILE.filter(({ isGreedy }) => isGreedy),
    total: 10_000_000,
    sizes: [300],
    value: ({ rss }) => (rss * 1024) / 1e6,
  });
  return { figures: [{ value: worst.value, target, unit: 'MB' }], detail: worst.detail };
}

/**
 * @param {Bench} bench
 * @param {{ kinds: readonly import('./hostile-caches.mjs').Hostile[], total: number, sizes: readonly number[],
 *   value: (cost: Cost) => number }} options total and sizes in bytes
 */
async function worstOf(bench, { kinds, total, sizes, value }) {
  const { node, root, cacheDir, limits } = bench;
  if (!existsSync(join(root, 'build'))) command(node, join(root, 'scripts', 'build.mjs'));
  const alone = join(root, 'scripts', 'lib', 'removal-alone.mjs');
  const env = bench.environment(undefined);
  const found = [];
  for (const { kind, each } of kinds.flatMap((kind) => sizes.map((each) => ({ kind, each })))) {
    let bytes = 0;
    bench.fill((directory) => {
      bytes = hostileCache(directory, kind, total, each).bytes;
    });
    const run = await runProcess(node, [alone, cacheDir, 'foo'], { ...limits, env });
    if (run.code !== 0) throw new Error(`${kind.what} ended with ${run.code}:\n${run.stderr}`);
    found.push({ value: value({ ...JSON.parse(run.stdout), bytes }), what: `${kind.what} in files of ${each} bytes` });
  }
  found.sort((one, other) => other.value - one.value);
  const detail = found.slice(0, 3).map((one) => `${one.value.toFixed(0)} for ${one.what}`);
  return { value: found[0]?.value ?? Number.NaN, detail: detail.join(', ') };
}
