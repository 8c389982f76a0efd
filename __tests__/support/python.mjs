// @ts-check
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed, minimalEnvironment } from './environment.mjs';

/** @typedef {import('./environment.mjs').Environment} Environment */
/** @typedef {{ command: string, version: string, pipVersion: string }} Python `command` is the interpreter's path */
/** @typedef {{ code: number | null, stdout: string, stderr: string }} Finished `code` is null after a signal */

const PROGRAM =
  'import json, platform, sys, pip; print(json.dumps([sys.executable, platform.python_version(), pip.__version__]))';

// Python's os.devnull makes pip read no configuration file at all. Node's os.devNull is spelled differently on Windows.
const NO_CONFIGURATION = process.platform === 'win32' ? 'nul' : '/dev/null';

/**
 * Finds the first interpreter that runs and has a pip with a cache command (20.1 or later).
 *
 * @param {string[]} [candidates] paths, or names on PATH
 * @returns {Promise<Python>}
 * @throws {Error} if there is none. The message says why each candidate was rejected.
 */
export async function findPython(candidates = ['python3', 'python', 'py']) {
  const env = minimalEnvironment(tmpdir());
  /** @type {string[]} */
  const refused = [];
  for (const candidate of candidates) {
    const { code, stdout } = await run(candidate, ['-c', PROGRAM], { env, cwd: tmpdir() }).catch(() => ({
      code: -1,
      stdout: '',
    }));
    if (code !== 0) {
      refused.push(`${candidate} doesn't run or has no pip`);
      continue;
    }
    const [command, version, pipVersion] = JSON.parse(stdout);
    if (hasCacheCommand(pipVersion)) return { command, version, pipVersion };
    refused.push(`${candidate} has pip ${pipVersion}`);
  }
  throw new Error(`no Python with pip 20.1 or later: ${refused.join('; ')}`);
}

/** @param {string} pipVersion */
function hasCacheCommand(pipVersion) {
  const [major = 0, minor = 0] = pipVersion.split('.').map((part) => Number.parseInt(part, 10));
  return major > 20 || (major === 20 && minor >= 1);
}

/**
 * Returns an environment in which pip sees no configuration of this machine or of this process: no PIP_* except those
 * set here, no PYTHON*, no configuration file, and all per-user directories below `home`.
 *
 * @param {object} options
 * @param {string} options.home
 * @param {string} [options.cacheDir] pip's cache directory; default: that of the platform, below `home`
 * @returns {Environment}
 */
export function cleanPipEnvironment({ home, cacheDir }) {
  return changed(minimalEnvironment(home), {
    USERPROFILE: home,
    APPDATA: join(home, 'AppData', 'Roaming'),
    LOCALAPPDATA: join(home, 'AppData', 'Local'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CONFIG_DIRS: join(home, '.config', 'site'),
    PIP_CONFIG_FILE: NO_CONFIGURATION,
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
    PIP_CACHE_DIR: cacheDir,
  });
}

/**
 * Runs `python -m pip` and waits for it to end.
 *
 * @param {{ command: string }} python
 * @param {string[]} args
 * @param {object} options
 * @param {Environment} options.env
 * @param {string} options.cwd a directory without a pip.py; created if it does not exist
 * @returns {Promise<Finished>}
 */
export async function runPip(python, args, { env, cwd }) {
  mkdirSync(cwd, { recursive: true });
  return run(python.command, ['-m', 'pip', ...args], { env, cwd });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: Environment, cwd: string }} options
 * @returns {Promise<Finished>}
 * @throws {Error} if the command can't be started
 */
function run(command, args, { env, cwd }) {
  return new Promise((resolve, reject) => {
    const options = { env, cwd, encoding: /** @type {const} */ ('utf8'), maxBuffer: 2 ** 30, windowsHide: true };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code === 'string') reject(error);
      else resolve({ code: child.exitCode, stdout, stderr });
    });
    child.stdin?.end();
  });
}
