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
 * @property {string} entry the script that node starts
 * @property {Record<string, string>} [inputs] as a workflow's `with:` has them; defaults of action.yml are not added
 * @property {Record<string, string>} [state] what an earlier stage of the action saved, for its post step: a
 *   result's `state`
 * @property {Record<string, string | undefined>} [env] on top of the minimal environment and the runner's own
 *   variables
 * @property {string[]} [removeEnv] variables to take away in the end
 * @property {string} [cwd] the workspace; a fresh directory when not given
 * @property {string} [home] a fresh directory when not given
 * @property {string} [temp] holds what this function makes; deleted when this process exits when not given
 * @property {string} [node] the interpreter; the one that runs this when not given
 * @property {number} [timeoutMs] after that many milliseconds the process and its children are killed and the
 *   promise rejects; 60,000 when not given
 * @property {boolean} [terminal] run as in a terminal: without any variable of a runner; commands and files are
 *   read all the same
 * @property {boolean} [measureMemory] measure the peak memory; Linux only
 * @property {(line: string, child: ChildProcess) => void} [onLine] called for each line as it comes, before
 *   commands are consumed
 */

/**
 * @typedef {object} Written what the action told the runner through files
 * @property {Record<string, string>} outputs
 * @property {Record<string, string>} state
 * @property {Record<string, string>} exportedEnv variables for later steps
 * @property {string[]} addedPaths
 * @property {string} summary markdown
 * @property {string} runnerTemp RUNNER_TEMP; still there
 * @property {string} workspace GITHUB_WORKSPACE; still there
 */

/** @typedef {Omit<import('./run-process.mjs').FinishedProcess, 'lines'> & Written & StepLog} RunResult */

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

const LARGEST_SUMMARY = 1024 * 1024; // bytes; the runner refuses more

/**
 * Runs a JavaScript action as the GitHub Actions runner does, and reads what it prints and writes with the runner's
 * own grammar. Rejects when that grammar is violated: the runner would fail the step.
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
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
