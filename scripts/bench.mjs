// @ts-check
// npm run bench [-- --only NAME --pairs N --on FOLDER --check]: how fast and how small the step is. On time it is held against the same
// job done by hand: four pip commands in one shell. Ratios of medians of interleaved pairs (A B A B ...), since a shared machine's
// absolute times say little. NAME is the beginning of a measure's name; --check makes a missed target exit 1.
// The caches are made in FOLDER, or else in memory where there is room (/dev/shm): a disk adds its own time to both sides, and most of
// the spread. The pips are kept in .cache/pips. Needs a POSIX shell, a package index, and Linux for the memory.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { changed } from '../__tests__/support/environment.mjs';
import { installedPips } from '../__tests__/support/pips.mjs';
import { cleanPipEnvironment } from '../__tests__/support/python.mjs';
import { realShapedResponses } from '../__tests__/support/real-shaped-responses.mjs';
import { runProcess } from '../__tests__/support/run-process.mjs';
import { runAction } from '../__tests__/support/runner.mjs';
import { syntheticResponses } from '../__tests__/support/synthetic-responses.mjs';
import { temporaryDirectory } from '../__tests__/support/temporary-directory.mjs';
import { compare } from './lib/pairs.mjs';

/** @typedef {import('../__tests__/support/pips.mjs').InstalledPip} InstalledPip */
/** @typedef {{ value: number, unit: '' | 'MB' | 'kB', detail: string, flaw?: string }} Measured */
/** @typedef {{ name: string, what: string, target: number, measure: () => Promise<Measured> }} Measure */

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    pairs: { type: 'string' },
    check: { type: 'boolean', default: false },
    on: { type: 'string', default: roomyMemory() ?? tmpdir() },
  },
});
const started = performance.now();
const AREAS = ['http', 'http-v2', 'wheels'];
const OLD_PIP = '24.0';
const TIMEOUT_MS = 600_000;
/** Later than this, a measure with a wide spread isn't repeated. */
const REPEAT_UNTIL_MS = 300_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const entry = join(dist, 'index.js');
const ownNode = join(root, 'node_modules', '.bin', 'node');
const node = existsSync(ownNode) && process.platform !== 'win32' ? ownNode : process.execPath;

process.env.TMPDIR = options.on;
const work = temporaryDirectory('bench');
const home = folder('home');
const workspace = folder('workspace');
const cacheDir = join(work, 'pip-cache');
const limits = { timeoutMs: TIMEOUT_MS, measureMemory: false, onLine: undefined };

/** @type {Map<string, InstalledPip>} */
const pips = new Map();
/** @type {Map<number, string>} */
const masters = new Map();

/** @type {Measure[]} */
const measures = [
  whole('small', 30, 15, 0.85),
  whole('4000', 4000, 7, 0.9),
  whole('20000', 20_000, 5, 0.9),
  inventory(10_000, 7),
  inventory(100_000, 3),
  { name: 'inspect-memory', what: 'peak memory of mode inspect, 200,000 files', target: 200, measure: inspectMemory },
  { name: 'startup', what: "refused input / node -e ''", target: 1.6, measure: startup },
  { name: 'loaded', what: 'dist files that a small purge loads', target: 180, measure: loaded },
  { name: 'memory', what: `peak memory, 200,000 files, pip ${OLD_PIP}`, target: 150, measure: memory },
].flat();

process.exitCode = await main();

async function main() {
  if (process.platform === 'win32') {
    console.log('The bench compares with what a POSIX shell does, and does not run on Windows.');
    return 0;
  }
  const chosen = measures.filter(({ name }) => name.startsWith(options.only ?? ''));
  if (chosen.length === 0) {
    console.error(`--only ${options.only}: there is ${measures.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const load = loadavg().map((value) => value.toFixed(2));
  console.log(
    `node ${stdout.trim()} (${node}), ${availableParallelism()} processors, load ${load.join(' ')}, caches in ${options.on}`,
  );
  let missed = 0;
  for (const { name, what, target, measure } of chosen) {
    const { value, unit, detail, flaw } = await measure();
    const met = value <= target && flaw === undefined;
    if (!met) missed += 1;
    const shown =
      unit === '' ? [value.toFixed(2), target.toFixed(2)] : [`${value.toFixed(0)} ${unit}`, `${target} ${unit}`];
    console.log(
      `${met ? 'met   ' : 'MISSED'}  ${name.padEnd(13)} ${shown[0]} (target ${shown[1]})  ${what}: ${detail}${flaw ? `; ${flaw}` : ''}`,
    );
  }
  console.log(`${chosen.length - missed} of ${chosen.length} met, in ${seconds(performance.now() - started)}`);
  return options.check && missed > 0 ? 1 : 0;
}

/**
 * The whole step against the same by hand, with an older pip and the newest.
 * @param {string} label @param {number} responses @param {number} pairs @param {number} target
 * @returns {Measure[]}
 */
function whole(label, responses, pairs, target) {
  return [OLD_PIP, 'newest'].map((version) => ({
    name: `${label}-${version}`,
    what: `step / by hand, ${2 * responses} files`,
    target,
    async measure() {
      const pip = await pipOf(version);
      const env = environment(pip);
      const script = byHand(pip);
      const ours = async () => {
        prepare(responses);
        const step = await runAction({ entry, node, env, home, cwd: workspace, temp: work, timeoutMs: TIMEOUT_MS });
        check(step, 'the step');
        if (step.outputs['files-removed'] !== String(2 * responses)) throw new Error('the step counts otherwise');
        return step.durationMs;
      };
      const theirs = async () => {
        prepare(responses);
        const shell = await runProcess('sh', ['-c', script], { env, cwd: workspace, ...limits });
        check(shell, 'by hand');
        return shell.durationMs;
      };
      const result = await compare(ours, theirs, pairsOr(pairs), mayRepeat);
      return { value: result.ratio, unit: '', detail: `${detailOf(result)}, pip ${pip.pipVersion}` };
    },
  }));
}

// The four commands that people paste; pip before 26.2 leaves directories behind, and find takes those away as the step does.
/** @param {InstalledPip} pip */
function byHand({ pipVersion }) {
  const [major = 0, minor = 0] = pipVersion.split('.').map(Number);
  const prunes = major > 26 || (major === 26 && minor >= 2);
  const commands = ['dir', 'info', 'purge', 'info'].map((command) => `python -m pip cache ${command} >/dev/null`);
  const areas = AREAS.map((area) => `"$PIP_CACHE_DIR/${area}"`).join(' ');
  const existing = `set --; for area in ${areas}; do if [ -d "$area" ]; then set -- "$@" "$area"; fi; done`;
  const prune = prunes ? [] : [existing, 'if [ $# -gt 0 ]; then find "$@" -type d -empty -delete; fi'];
  return ['set -e', ...commands, ...prune].join('\n');
}

/**
 * Looking into a cache against `pip cache info` of the newest pip, which counts its files.
 * @param {number} responses @param {number} pairs
 * @returns {Measure}
 */
function inventory(responses, pairs) {
  return {
    name: `inventory-${responses}`,
    what: `inventory / pip cache info, ${2 * responses} files`,
    target: 0.5,
    async measure() {
      if (!existsSync(join(root, 'build'))) command(node, join(root, 'scripts', 'build.mjs'));
      const pip = await pipOf('newest');
      const env = environment(pip);
      remove(cacheDir);
      realShapedResponses(cacheDir, responses);
      /** @type {number[]} */
      const surveys = [];
      const ours = async () => {
        const alone = join(root, 'scripts', 'lib', 'inventory-alone.mjs');
        const run = await runProcess(node, [alone, cacheDir], { env, cwd: workspace, ...limits });
        if (run.code !== 0) throw new Error(`the inventory ended with ${run.code}:\n${run.stderr}`);
        const { survey, inventory: took } = JSON.parse(run.stdout);
        surveys.push(survey);
        return took;
      };
      const theirs = async () => {
        const run = await runProcess('python', ['-m', 'pip', 'cache', 'info'], { env, cwd: workspace, ...limits });
        if (!run.stdout.includes(`Number of HTTP files: ${2 * responses}`)) throw new Error(`pip says:\n${run.stdout}`);
        return run.durationMs;
      };
      const result = await compare(ours, theirs, pairsOr(pairs), mayRepeat);
      const survey = surveys.sort((one, other) => one - other)[Math.floor(surveys.length / 2)] ?? Number.NaN;
      const both = ((survey + result.ours) / result.theirs).toFixed(2);
      const detail = `${detailOf(result)}, pip ${pip.pipVersion}; with the survey before it (${milliseconds(survey)}): ${both}`;
      return { value: result.ratio, unit: '', detail };
    },
  };
}

async function inspectMemory() {
  const env = { ...environment(await pipOf('newest')), INPUT_MODE: 'inspect' };
  remove(cacheDir);
  realShapedResponses(cacheDir, 100_000);
  const measured = { timeoutMs: TIMEOUT_MS, measureMemory: true };
  const step = await runAction({ entry, node, env, home, cwd: workspace, temp: work, ...measured });
  if (step.outputs.outcome !== 'inspected') throw new Error(`the inspection ended with ${step.code}:\n${step.stdout}`);
  const unit = /** @type {const} */ ('MB');
  if (step.maxRssKb === undefined) return { value: Number.NaN, unit, detail: 'only measured on Linux' };
  return { value: (step.maxRssKb * 1024) / 1e6, unit, detail: `${step.outputs.projects} projects` };
}

async function startup() {
  const env = { ...environment(undefined), GITHUB_ACTIONS: 'true', INPUT_MODE: 'nonsense' };
  const run = async (/** @type {number} */ code, /** @type {string[]} */ ...args) => {
    const finished = await runProcess(node, args, { env, cwd: workspace, ...limits });
    if (finished.code !== code) throw new Error(`${args.join(' ')} ended with ${finished.code}:\n${finished.stdout}`);
    return finished.durationMs;
  };
  const result = await compare(
    () => run(1, entry),
    () => run(0, '-e', ''),
    pairsOr(31),
    mayRepeat,
  );
  return { value: result.ratio, unit: /** @type {const} */ (''), detail: detailOf(result) };
}

async function loaded() {
  const list = join(work, 'loaded.txt');
  prepare(30);
  const hook = pathToFileURL(join(root, 'scripts', 'lib', 'list-loaded.mjs'));
  const env = { ...environment(await pipOf('newest')), BENCH_LOADED: list, NODE_OPTIONS: `--import=${hook}` };
  check(await runAction({ entry, node, env, home, cwd: workspace, temp: work, timeoutMs: TIMEOUT_MS }), 'the step');
  const base = pathToFileURL(`${dist}/`).href;
  const urls = [...new Set(readFileSync(list, 'utf8').split('\n'))].filter((url) => url.startsWith(base));
  const files = urls.map((url) => fileURLToPath(url));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const undici = files.some((file) => readFileSync(file, 'utf8').includes('undici'));
  const detail = files
    .map((file) => `${file.slice(dist.length + 1)} ${(statSync(file).size / 1000).toFixed(0)} kB`)
    .join(', ');
  const value = bytes / 1000;
  return { value, unit: /** @type {const} */ ('kB'), detail, ...(undici ? { flaw: 'undici is in it' } : {}) };
}

async function memory() {
  // With an older pip, the step itself takes 150,000 directories away: that is where it needs most.
  const env = environment(await pipOf(OLD_PIP));
  const peaks = [];
  for (let run = 0; run < Math.min(pairsOr(1), 3); run++) {
    remove(cacheDir);
    syntheticResponses(cacheDir, 100_000);
    const measured = { timeoutMs: TIMEOUT_MS, measureMemory: true };
    const step = await runAction({ entry, node, env, home, cwd: workspace, temp: work, ...measured });
    check(step, 'the step');
    if (step.maxRssKb === undefined)
      return { value: Number.NaN, unit: /** @type {const} */ ('MB'), detail: 'only measured on Linux' };
    peaks.push((step.maxRssKb * 1024) / 1e6);
  }
  return { value: Math.max(...peaks), unit: /** @type {const} */ ('MB'), detail: `maximum of ${peaks.length}` };
}

// In a container, /dev/shm often has 64 MB only; the largest cache takes 1.3 GB.
function roomyMemory() {
  const place = '/dev/shm';
  if (!existsSync(place)) return undefined;
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize > 3e9 ? place : undefined;
}

/** @param {string} version @returns {Promise<InstalledPip>} */
async function pipOf(version) {
  const known = pips.get(version);
  if (known) return known;
  const [pip] = /** @type {[InstalledPip]} */ (await installedPips(join(root, '.cache', 'pips'), [version]));
  pips.set(version, pip);
  return pip;
}

/** @param {InstalledPip | undefined} pip */
function environment(pip) {
  const env = cleanPipEnvironment({ home, cacheDir });
  return pip ? changed(env, { PATH: `${pip.bin}${delimiter}${env.PATH}` }) : env;
}

/** A fresh copy of the same cache. @param {number} responses */
function prepare(responses) {
  let master = masters.get(responses);
  if (master === undefined) {
    master = join(work, `master-${responses}`);
    syntheticResponses(master, responses);
    masters.set(responses, master);
  }
  remove(cacheDir);
  command('cp', '-a', master, cacheDir);
}

/**
 * Fails unless a run ended well and left what both sides are to leave: no area.
 * @param {{ code: number | null, stdout: string, stderr: string }} run
 * @param {string} who
 */
function check(run, who) {
  if (run.code !== 0) throw new Error(`${who} ended with ${run.code}:\n${run.stdout}${run.stderr}`);
  const left = AREAS.filter((area) => lstatSync(join(cacheDir, area), { throwIfNoEntry: false }));
  if (left.length > 0) throw new Error(`${who} left ${left.join(', ')}`);
}

/** @param {string} name */
function folder(name) {
  const path = join(work, name);
  mkdirSync(path);
  return path;
}

/** @param {string} path */
function remove(path) {
  rmSync(path, { recursive: true, force: true });
}

/** @param {string} name @param {string[]} args */
function command(name, ...args) {
  const { status, error, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${name} ${args.join(' ')}: ${stderr}`);
}

/** @param {number} pairs */
function pairsOr(pairs) {
  return options.pairs === undefined ? pairs : Math.max(1, Number(options.pairs) || 1);
}

function mayRepeat() {
  return performance.now() - started < REPEAT_UNTIL_MS;
}

/** @param {import('./lib/pairs.mjs').Comparison} comparison */
function detailOf({ ours, theirs, spread, pairs }) {
  return `${milliseconds(ours)} / ${milliseconds(theirs)}, ${pairs} pairs, spread ${Math.round(100 * spread)} %`;
}

/** @param {number} value */
function milliseconds(value) {
  return value < 1000 ? `${value.toFixed(0)} ms` : seconds(value);
}

/** @param {number} value in milliseconds */
function seconds(value) {
  return `${(value / 1000).toFixed(2)} s`;
}
