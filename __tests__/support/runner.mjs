// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changed, minimalEnvironment } from './environment.mjs';
import { readFileCommands, readPathCommands } from './file-commands.mjs';
import { runProcess } from './run-process.mjs';
import { temporaryDirectory } from './temporary-directory.mjs';
import { readStepLog } from './workflow-commands.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {import('./workflow-commands.mjs').StepLog} StepLog */

/**
 * @typedef {object} RunOptions
 * @property {string} entry the script that node runs
 * @property {Record<string, string>} [inputs] the `with:` of the step; defaults of action.yml are not added
 * @property {Record<string, string>} [state] for a post step: the `state` in the result of the main step
 * @property {Record<string, string | undefined>} [env] variables in addition to the minimal environment and those of
 *   the runner
 * @property {string[]} [removeEnv] variables to delete in the end
 * @property {string} [cwd] the workspace; default: a new directory
 * @property {string} [home] default: a new directory
 * @property {string} [temp] directory of everything that this function creates; default: a new directory that is
 *   deleted when this process exits
 * @property {string} [node] default: the node that runs this process
 * @property {number} [timeoutMs] milliseconds after which the process and its children are killed and the promise
 *   rejects; default: 60,000
 * @property {boolean} [terminal] whether to run as in a terminal, without any variable of a runner; workflow commands
 *   and files are still read
 * @property {boolean} [measureMemory] whether to measure the peak memory; Linux only
 * @property {(line: string, child: ChildProcess) => void} [onLine] called for each line when it is printed, including
 *   workflow commands
 */

/**
 * @typedef {object} FileCommands what the action passed to the runner through files
 * @property {Record<string, string>} outputs
 * @property {Record<string, string>} state
 * @property {Record<string, string>} exportedEnv variables for later steps
 * @property {string[]} addedPaths
 * @property {string} summary Markdown
 * @property {string} runnerTemp RUNNER_TEMP, which still exists
 * @property {string} workspace GITHUB_WORKSPACE, which still exists
 */

/** @typedef {Omit<import('./run-process.mjs').FinishedProcess, 'lines'> & FileCommands & StepLog} RunResult */

const FILES = /** @type {const} */ ({
  GITHUB_OUTPUT: 'set_output',
  GITHUB_STATE: 'save_state',
  GITHUB_ENV: 'set_env',
  GITHUB_PATH: 'add_path',
  GITHUB_STEP_SUMMARY: 'step_summary',
});

const OPERATING_SYSTEMS = new Map([
  ['win32', 'Windows'],
  ['darwin', 'macOS'],
]);

const LARGEST_SUMMARY = 1024 * 1024; // bytes; the runner rejects a larger one

/**
 * Runs a JavaScript action like the GitHub Actions runner does, and parses what it prints and writes by the runner's
 * rules.
 *
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 * @throws {Error} if a file has a syntax error for which the runner would fail the step, or the step takes too long
 */
export async function runAction(options) {
  const { entry, node = process.execPath, terminal = false, timeoutMs = 60_000 } = options;
  const temp = options.temp ?? temporaryDirectory('runner');
  const home = options.home ?? join(temp, 'home');
  const workspace = options.cwd ?? join(temp, 'workspace');
  const runnerTemp = join(temp, '_temp');
  const commands = join(runnerTemp, '_runner_file_commands');
  for (const directory of [home, workspace, commands]) mkdirSync(directory, { recursive: true });

  const files = Object.fromEntries(Object.entries(FILES).map(([name, prefix]) => [name, join(commands, prefix)]));
  for (const path of Object.values(files)) writeFileSync(path, '');
  /** @param {keyof typeof FILES} name */
  function written(name) {
    const path = files[name] ?? '';
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  const runnerVariables = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: OPERATING_SYSTEMS.get(process.platform) ?? 'Linux',
    RUNNER_TEMP: runnerTemp,
    ...files,
  };
  let env = changed(minimalEnvironment(home), terminal ? {} : runnerVariables);
  for (const [name, value] of Object.entries(options.inputs ?? {})) {
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  for (const [name, value] of Object.entries(options.state ?? {})) env[`STATE_${name}`] = value;
  env = changed(env, options.env ?? {});
  env = changed(env, Object.fromEntries((options.removeEnv ?? []).map((name) => [name, undefined])));

  const { measureMemory = false, onLine } = options;
  const limits = { timeoutMs, measureMemory };
  const { lines, ...finished } = await runProcess(node, [entry], { env, cwd: workspace, ...limits, onLine });
  const step = readStepLog(lines);
  let summary = written('GITHUB_STEP_SUMMARY');
  const summaryBytes = Buffer.byteLength(summary);
  if (summaryBytes > LARGEST_SUMMARY) {
    step.annotations.push({
      level: 'error',
      message: `the summary has ${summaryBytes} bytes: upload aborted`,
      properties: {},
    });
    summary = '';
  }
  return {
    ...finished,
    ...step,
    outputs: readFileCommands(written('GITHUB_OUTPUT')),
    state: readFileCommands(written('GITHUB_STATE')),
    exportedEnv: readFileCommands(written('GITHUB_ENV')),
    addedPaths: readPathCommands(written('GITHUB_PATH')),
    summary,
    runnerTemp,
    workspace,
  };
}
