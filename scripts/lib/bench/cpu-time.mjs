// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runProcess } from '../../../__tests__/support/run-process.mjs';
import { median } from './pairs.mjs';

/** @typedef {import('./pairs.mjs').Sample} Sample */

/**
 * @typedef {object} TimedCommand
 * @property {string} program what to start in place of the command
 * @property {string[]} args
 * @property {(durationMs: number) => Sample} sample what the last run took; without bash, `wall` is `durationMs`
 */

/** @param {string} [bash] */
export function hasBash(bash = 'bash') {
  return spawnSync(bash, ['-c', ':'], { stdio: 'ignore' }).status === 0;
}

/**
 * A command whose wall time and CPU time are measured by bash's keyword `time`. The CPU time is user and system time of
 * the command and of all of its descendants that were waited for (getrusage(2), RUSAGE_CHILDREN). Streams and exit code
 * are the command's own. bash's own start is not included. Neither Node nor POSIX sh offers this:
 * `process.resourceUsage()` leaves children out, and dash's `times` counts in hundredths of a second.
 * @param {readonly [string, ...string[]]} command the program, and its arguments
 * @param {object} options
 * @param {string} options.script the file that is written for bash; another one beside it gets the times
 * @param {boolean} [options.bash] false: bash is missing, and only the wall time is known
 * @returns {TimedCommand}
 */
export function timedCommand([program, ...args], { script, bash = true }) {
  if (!bash) return { program, args, sample: (durationMs) => ({ wall: durationMs, cpu: undefined }) };
  const times = `${script}.times`;
  const words = [program, ...args].map(quoted).join(' ');
  // bash prints the times to its own stderr, and the command keeps the one that bash was started with.
  writeFileSync(script, `TIMEFORMAT='%3R %3U %3S'\n{ time ${words} 2>&3 3>&-; } 3>&2 2>${quoted(times)}\n`);
  return {
    program: 'bash',
    args: [script],
    sample() {
      const text = readFileSync(times, 'utf8');
      rmSync(times);
      return parseTimes(text);
    },
  };
}

/**
 * @param {string} text seconds of wall, user and system time, as `TIMEFORMAT='%3R %3U %3S'` prints them
 * @returns {{ wall: number, cpu: number }} milliseconds
 */
export function parseTimes(text) {
  const [, wall, user, system] = /^(\d+\.\d{3}) (\d+\.\d{3}) (\d+\.\d{3})\n$/.exec(text) ?? [];
  if (wall === undefined) throw new Error(`bash's time printed ${JSON.stringify(text)}`);
  const [wallMs = 0, userMs = 0, systemMs = 0] = [wall, user, system].map((value) => Math.round(1000 * Number(value)));
  return { wall: wallMs, cpu: userMs + systemMs };
}

/**
 * What is measured of a shell that does nothing.
 * @param {string} script
 * @param {Omit<import('../../../__tests__/support/run-process.mjs').ProcessOptions, 'env'>} limits
 * @returns {Promise<{ wall: number, cpu: number } | undefined>} medians in milliseconds; undefined when bash is missing
 */
export async function costOfTiming(script, limits) {
  if (!hasBash()) return undefined;
  const { program, args, sample } = timedCommand(['sh', '-c', ':'], { script });
  const samples = [];
  for (let run = 0; run < 5; run++) {
    const { durationMs } = await runProcess(program, args, { ...limits, env: { PATH: process.env.PATH ?? '' } });
    samples.push(sample(durationMs));
  }
  return { wall: median(samples.map(({ wall }) => wall)), cpu: median(samples.map(({ cpu = Number.NaN }) => cpu)) };
}

/** @param {string} word */
function quoted(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
