// @ts-check
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '../../../__tests__/support/run-process.mjs';
import { runAction } from '../../../__tests__/support/runner.mjs';
import { hasBash, timedCommand } from './cpu-time.mjs';
import { interpreterStarts } from './interpreter-starts.mjs';
import { compare } from './pairs.mjs';
import { medians, pairsText } from './result.mjs';

/** @typedef {import('./setup.mjs').Bench} Bench */
/** @typedef {import('./jobs.mjs').Job} Job */
/** @typedef {import('./result.mjs').Measured} Measured */

/**
 * The whole step against the same work by hand: wall time, CPU time of all processes, and how often the step starts an
 * interpreter. The starts are counted in a run that isn't timed.
 * @param {Bench} bench
 * @param {Job} job
 * @param {object} options
 * @param {string} options.version of pip
 * @param {number} options.pairs
 * @param {{ wall: number, cpu: number | undefined }} options.target
 * @param {import('./pairs.mjs').StartLoad | undefined} options.load what runs during each pair
 * @returns {Promise<Measured>}
 */
export async function stepByHand(bench, job, { version, pairs, target, load }) {
  const pip = await bench.pipOf(version);
  const env = bench.environment(pip);
  const theirs = shellRun(bench, job, { env, script: job.byHand(pip.pipVersion) });
  const step = stepRuns(bench, job, env);
  const { pairsOr, mayRepeat } = bench;
  const options = { ours: step.timed, theirs, first: step.counted, pairs: pairsOr(pairs), mayRepeat };
  const { wall, cpu, pairs: made } = await compare(load ? { ...options, load } : options);
  return {
    figures: [
      { label: 'wall', value: wall.ratio, target: target.wall },
      { label: 'CPU', value: cpu?.ratio, missing: 'needs bash', target: target.cpu },
    ],
    detail: `wall ${medians(wall)}, ${cpu ? `CPU ${medians(cpu)}, ` : ''}${pairsText(made)}, pip ${pip.pipVersion}`,
    flaws: step.flaws(),
  };
}

/** @param {Bench} bench @param {Job} job @param {Record<string, string>} env */
function stepRuns(bench, job, env) {
  const { node, entry, home, workspace, work, timeoutMs } = bench;
  const command = timedCommand([node, entry], { script: join(work, 'step.bash'), bash: hasBash() });
  const [timedEntry = entry] = command.args;
  const runner = { inputs: job.inputs, home, cwd: workspace, temp: work, timeoutMs };
  /** @type {string[][]} */
  let starts = [];
  let runs = 0;
  let runsWithProjects = 0;

  /** @param {Parameters<typeof runAction>[0]} options */
  async function run(options) {
    job.fill();
    const result = await runAction(options);
    check('the step', job, result);
    if (!job.isRight(result.outputs)) throw new Error(`the step's outputs are wrong:\n${result.stdout}`);
    return result;
  }
  return {
    async timed() {
      const { durationMs, outputs } = await run({ ...runner, node: command.program, entry: timedEntry, env });
      runs += 1;
      if (Number(outputs.projects) > 0) runsWithProjects += 1;
      return command.sample(durationMs);
    },
    async counted() {
      starts = await interpreterStarts(join(work, 'started'), (variables) =>
        run({ ...runner, node, entry, env: { ...env, ...variables } }),
      );
    },
    flaws() {
      const flaws = [];
      if (starts.length !== 1) flaws.push(`the step started the interpreter ${starts.length} times instead of once`);
      if (job.namesProjects && runsWithProjects < runs)
        flaws.push(`the step named projects in only ${runsWithProjects} of ${runs} runs`);
      return flaws;
    },
  };
}

/** @param {Bench} bench @param {Job} job @param {{ env: Record<string, string>, script: string }} options */
function shellRun({ work, limits }, job, { env, script }) {
  const command = timedCommand(['sh', '-c', script], { script: join(work, 'by-hand.bash'), bash: hasBash() });
  return async () => {
    job.fill();
    const result = await runProcess(command.program, command.args, { ...limits, env });
    check('by hand', job, result);
    return command.sample(result.durationMs);
  };
}

/**
 * @param {string} who @param {Job} job @param {{ code: number | null, stdout: string, stderr: string }} run
 * @throws Error unless it ended well and left nothing of what it was to remove
 */
function check(who, job, run) {
  if (run.code !== 0) throw new Error(`${who} ended with ${run.code}:\n${run.stdout}${run.stderr}`);
  const left = job.removed.filter((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (left.length > 0) throw new Error(`${who} left ${left.join(', ')}`);
}
