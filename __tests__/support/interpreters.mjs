// @ts-check
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** @typedef {{ command: string, version: string, minor: number }} Interpreter a CPython 3; `minor` is the 8 of 3.8 */

const PROGRAM = `import json, platform, sys
major, minor = sys.version_info[:2]
print(json.dumps([sys.executable, platform.python_version(), major, minor, platform.python_implementation()]))`;

const windows = process.platform === 'win32';
const run = promisify(execFile);

/**
 * Finds the CPythons of this machine: on PATH, installed by pyenv, and in the tool cache of a hosted runner.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<Interpreter[]>} one for each minor version, the newest first
 */
export async function findInterpreters(env = process.env) {
  const paths = [...onPath(env), ...(await ofPyenv(env)), ...inToolCache(env)];
  const interpreters = await Promise.all(paths.map(inspect));
  /** @type {Map<number, Interpreter>} */
  const found = new Map();
  for (const interpreter of interpreters) {
    if (interpreter && !found.has(interpreter.minor)) found.set(interpreter.minor, interpreter);
  }
  return [...found.values()].sort((one, other) => other.minor - one.minor);
}

/**
 * Finds a Python 2.7 of this machine in the same places.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<{ command: string, version: string }[]>} at most one
 */
export async function findPython2(env = process.env) {
  const places = [...onPath(env, /^python2(\.7)?$/), ...(await ofPyenv(env))];
  const program = 'import platform, sys; sys.stdout.write(sys.executable + " " + platform.python_version())';
  for (const place of places.filter(existsSync)) {
    const { stdout } = await run(place, ['-E', '-c', program], { timeout: 60_000 }).catch(() => ({ stdout: '' }));
    const [, command, version] = /^(.*) (2\.7\.\d+)$/.exec(stdout) ?? [];
    if (command && version) return [{ command, version }];
  }
  return [];
}

/** @param {Record<string, string | undefined>} env @param {RegExp} named */
function onPath(env, named = windows ? /^python\.exe$/i : /^python3(\.\d+)?$/) {
  return (env.PATH ?? '')
    .split(delimiter)
    .flatMap((directory) => below(directory).filter((path) => named.test(path.split(/[\\/]/).at(-1) ?? '')));
}

/** @param {Record<string, string | undefined>} env */
async function ofPyenv(env) {
  const { stdout } = await run('pyenv', ['root'], { env }).catch(() => ({ stdout: '' }));
  const root = stdout.trim() || env.PYENV_ROOT || join(env.HOME ?? homedir(), '.pyenv');
  return below(join(root, 'versions')).map((home) => join(home, 'bin', 'python'));
}

/** @param {Record<string, string | undefined>} env */
function inToolCache(env) {
  const root = env.RUNNER_TOOL_CACHE ?? env.AGENT_TOOLSDIRECTORY;
  if (root === undefined) return [];
  const homes = below(join(root, 'Python')).flatMap(below);
  return homes.map((home) => (windows ? join(home, 'python.exe') : join(home, 'bin', 'python')));
}

/** @param {string} directory @returns {string[]} paths of its entries; empty if it does not exist */
function below(directory) {
  try {
    return readdirSync(directory).map((name) => join(directory, name));
  } catch {
    return [];
  }
}

/** @param {string} path @returns {Promise<Interpreter | undefined>} undefined if it does not run, as a broken shim */
async function inspect(path) {
  if (!existsSync(path)) return undefined;
  try {
    const { stdout } = await run(path, ['-I', '-c', PROGRAM], { timeout: 60_000 });
    const [command, version, major, minor, implementation] = JSON.parse(stdout);
    const preview = /[abc]/.test(version);
    return major === 3 && implementation === 'CPython' && !preview ? { command, version, minor } : undefined;
  } catch {
    return undefined;
  }
}
