// @ts-check
// npm run bench [-- --only NAME --pairs N --on FOLDER --check]: how fast and how small the step is.
// A shared machine's absolute times say little. The step is therefore compared with the same work by hand, which is
// pip commands in one shell. Each figure is a ratio of medians of interleaved pairs (A B A B ...): of wall time, and of
// the CPU time (user and system) of all processes.
// NAME is the beginning of a measure's name. With --check the exit code is 1 unless all targets are met.
// Caches are made in FOLDER. The default is in memory (/dev/shm) if there is room: a disk adds its own time to both
// sides, and most of the spread. The pips are kept in .cache/pips.
// Needs a POSIX shell, a package index, bash for CPU times, and Linux for peak memory.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBusyProcesses } from './lib/bench/busy-processes.mjs';
import { costOfTiming } from './lib/bench/cpu-time.mjs';
import { exitOnSignals } from './lib/bench/exit-on-signals.mjs';
import { hostileMemory, hostileTime } from './lib/bench/hostile.mjs';
import { inventoryByInfo } from './lib/bench/inventory.mjs';
import { purgeOf, removalFrom } from './lib/bench/jobs.mjs';
import { inspectMemory, loaded, purgeMemory, startup } from './lib/bench/process-size.mjs';
import { resultLine, seconds, verdictOf } from './lib/bench/result.mjs';
import { defaultFolder, OLD_PIP, setUp } from './lib/bench/setup.mjs';
import { stepByHand } from './lib/bench/step-by-hand.mjs';

/** @typedef {import('./lib/bench/result.mjs').Measured} Measured */
/** @typedef {import('./lib/bench/setup.mjs').Bench} Bench */
/** @typedef {import('./lib/bench/jobs.mjs').Job} Job */
/** @typedef {import('./lib/bench/pairs.mjs').StartLoad} StartLoad */
/** @typedef {'small' | 'busy' | '4000' | '20000' | '20000-projects' | 'remove'} StepName */
/** @typedef {'inventory-10000' | 'inventory-100000'} InventoryName */
/** @typedef {{ name: string, what: string, measure: () => Promise<Measured> }} Measure */

/**
 * The most that a measure may be. A step: the ratio of its wall time to that of the same work by hand, with pip 24.0
 * and with the newest, and the ratio of CPU times with both. The others: a ratio, MB, kB, ms.
 */
const TARGETS = {
  small: { wall: { old: 0.5, newest: 0.5 }, cpu: 0.55 },
  busy: { wall: { old: 0.6, newest: 0.6 }, cpu: 0.55 },
  4000: { wall: { old: 0.8, newest: 0.9 }, cpu: 1 },
  20000: { wall: { old: 0.8, newest: 0.92 }, cpu: 1 },
  '20000-projects': { wall: { old: 0.8, newest: 0.92 }, cpu: 1.15 },
  remove: { wall: { old: 0.8, newest: 0.8 }, cpu: undefined },
  'inventory-10000': 0.5,
  'inventory-100000': 0.5,
  'inspect-memory': 200,
  'hostile-time': 400,
  'hostile-memory': 400,
  startup: 1.6,
  loaded: 290,
  memory: 150,
};

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pairs: { type: 'string' },
    check: { type: 'boolean', default: false },
    on: { type: 'string', default: defaultFolder() },
  },
});

process.exitCode = await main();

async function main() {
  if (process.platform === 'win32') {
    console.log('The benchmark compares the step with a POSIX shell, and does not run on Windows.');
    return 0;
  }
  const pairs = options.pairs === undefined ? undefined : Number(options.pairs);
  if (pairs !== undefined && !(Number.isInteger(pairs) && pairs > 0)) {
    console.error(`--pairs ${options.pairs}: it has to be a whole number from 1 on.`);
    return 2;
  }
  const load = loadavg();
  exitOnSignals();
  const bench = setUp({ folder: options.on, pairs });
  const measures = measuresOf(bench);
  const chosen = measures.filter(({ name }) => name.startsWith(options.only));
  if (chosen.length === 0) {
    console.error(`--only ${options.only}: the measures are ${measures.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  console.log(machine(bench, load));
  console.log(await cpuTimes(bench));
  let met = 0;
  for (const { name, what, measure } of chosen) {
    const measured = await measure();
    if (verdictOf(measured) === 'met') met += 1;
    console.log(resultLine(name, what, measured));
  }
  console.log(`${met} of ${chosen.length} met, in ${seconds(performance.now() - bench.started)}`);
  return options.check && met < chosen.length ? 1 : 0;
}

/** @param {Bench} bench @returns {Measure[]} */
function measuresOf(bench) {
  const busyProcesses = Math.max(2, availableParallelism());
  const load = async () => (await startBusyProcesses(busyProcesses)).end;
  const small = purgeOf(bench, { responses: 30 });
  const beside = { ...small, what: `${small.what}, beside ${busyProcesses} busy processes` };
  return [
    ...steps(bench, small, { name: 'small', pairs: 15 }),
    ...steps(bench, beside, { name: 'busy', pairs: 15, load }),
    ...steps(bench, purgeOf(bench, { responses: 4000 }), { name: '4000', pairs: 7 }),
    ...steps(bench, purgeOf(bench, { responses: 20_000 }), { name: '20000', pairs: 5 }),
    ...steps(bench, purgeOf(bench, { responses: 20_000, realShaped: true }), { name: '20000-projects', pairs: 5 }),
    ...steps(bench, removalFrom(bench, 4000), { name: 'remove', pairs: 7 }),
    inventory(bench, { name: 'inventory-10000', responses: 10_000, pairs: 7 }),
    inventory(bench, { name: 'inventory-100000', responses: 100_000, pairs: 3 }),
    {
      name: 'inspect-memory',
      what: 'peak memory of mode inspect, 200,000 files',
      measure: () => inspectMemory(bench, TARGETS['inspect-memory']),
    },
    {
      name: 'hostile-time',
      what: 'CPU time of mode remove, without pip, for 32 KB of a hostile cache',
      measure: () => hostileTime(bench, TARGETS['hostile-time']),
    },
    {
      name: 'hostile-memory',
      what: 'peak memory of mode remove, without pip, for 10 MB of a hostile cache',
      measure: () => hostileMemory(bench, TARGETS['hostile-memory']),
    },
    { name: 'startup', what: "refused input / node -e ''", measure: () => startup(bench, TARGETS.startup) },
    { name: 'loaded', what: 'dist files that a small purge loads', measure: () => loaded(bench, TARGETS.loaded) },
    {
      name: 'memory',
      what: `peak memory, 200,000 files, pip ${OLD_PIP}`,
      measure: () => purgeMemory(bench, TARGETS.memory),
    },
  ];
}

/**
 * The same with an older pip and with the newest.
 * @param {Bench} bench
 * @param {Job} job
 * @param {{ name: StepName, pairs: number, load?: StartLoad }} options
 * @returns {Measure[]}
 */
function steps(bench, job, { name, pairs, load }) {
  const { wall, cpu } = TARGETS[name];
  const versions = [
    { version: OLD_PIP, target: { wall: wall.old, cpu } },
    { version: 'newest', target: { wall: wall.newest, cpu } },
  ];
  return versions.map(({ version, target }) => ({
    name: `${name}-${version}`,
    what: job.what,
    measure: () => stepByHand(bench, job, { version, pairs, target, load }),
  }));
}

/**
 * @param {Bench} bench
 * @param {{ name: InventoryName, responses: number, pairs: number }} options
 * @returns {Measure}
 */
function inventory(bench, { name, responses, pairs }) {
  const what = `inventory / pip cache info, ${2 * responses} files`;
  return { name, what, measure: () => inventoryByInfo(bench, { responses, pairs, target: TARGETS[name] }) };
}

/** What the figures were measured on. @param {Bench} bench @param {readonly number[]} load before the first measure */
function machine({ node }, load) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const processors = `${availableParallelism()} processors (${cpus()[0]?.model.trim() ?? 'unknown'})`;
  const loads = load.map((value) => value.toFixed(2)).join(' ');
  const system = `${process.platform} ${process.arch}, ${processors}`;
  return `${system}, load ${loads}, node ${stdout.trim()} (${node}), caches in ${options.on}`;
}

/** How CPU times are measured, and what the measuring itself takes. @param {Bench} bench */
async function cpuTimes({ work, limits }) {
  const cost = await costOfTiming(join(work, 'nothing.bash'), limits);
  if (!cost) return 'CPU times are not measured, because bash is missing';
  return `times measured by bash's keyword "time": an empty sh script takes ${cost.wall} ms, CPU ${cost.cpu} ms`;
}
