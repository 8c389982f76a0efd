// @ts-check
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findInterpreters } from './interpreters.mjs';
import { cleanPipEnvironment, findPython } from './python.mjs';
import { temporaryDirectory } from './temporary-directory.mjs';

/** @typedef {import('./interpreters.mjs').Interpreter} Interpreter */
/** @typedef {import('./python.mjs').Python & { bin: string }} InstalledPip `bin` holds its interpreter as `python` */

// Since which pip, the minor versions of Python 3 that it says it supports: Requires-Python and the classifiers of its releases. Where
// the newest are open, it is one that hasn't been left behind.
const SUPPORTED = [
  { pip: [20, 1], oldest: 5, newest: 8 },
  { pip: [20, 3], oldest: 5, newest: 9 },
  { pip: [21, 0], oldest: 6, newest: 9 },
  { pip: [21, 3], oldest: 6, newest: 10 },
  { pip: [22, 0], oldest: 7, newest: 10 },
  { pip: [22, 2], oldest: 7, newest: 11 },
  { pip: [23, 2], oldest: 7, newest: 12 },
  { pip: [24, 1], oldest: 8, newest: 13 },
  { pip: [25, 1], oldest: 9, newest: Number.POSITIVE_INFINITY },
  { pip: [26, 1], oldest: 10, newest: Number.POSITIVE_INFINITY },
];

/** Where the tests and the benchmark keep them. */
export const PIPS_FOLDER = fileURLToPath(new URL('../../.cache/pips', import.meta.url));

const TIMEOUT_MS = 300_000;
const run = promisify(execFile);

/**
 * Virtual environments with these pips, made when they aren't there yet, each on the newest Python of this machine that the pip
 * supports. The pips come from the package index that the machine's own pip is configured for.
 * @param {string} folder where virtual environments are kept
 * @param {readonly string[]} versions such as 24.0; `newest` for what the index has today
 * @returns {Promise<InstalledPip[]>} in the same order
 */
export async function installedPips(folder, versions) {
  const interpreters = await findInterpreters();
  const missing = versions.flatMap((version) => choose(version, interpreters).problem ?? []);
  if (missing.length > 0) throw new Error(missing.join('\n'));
  /** @type {InstalledPip[]} */
  const installed = [];
  const waiting = [...versions.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, version] = next;
      installed[index] = await installedPip(folder, version, interpreters);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return installed;
}

/**
 * The newest of the interpreters that a pip supports, or a sentence that says which Python is missing.
 * @param {string} version
 * @param {readonly Interpreter[]} interpreters the newest first
 * @returns {{ interpreter: Interpreter, problem?: undefined } | { interpreter?: undefined, problem: string }}
 */
export function choose(version, interpreters) {
  const { oldest, newest } = supportedPythons(version);
  const interpreter = interpreters.find(({ minor }) => minor >= oldest && minor <= newest);
  if (interpreter) return { interpreter };
  const wanted = newest === Number.POSITIVE_INFINITY ? `3.${oldest} or later` : `3.${oldest} to 3.${newest}`;
  const found = interpreters.map((one) => `${one.version} (${one.command})`).join(', ') || 'none';
  const pip = version === 'newest' ? 'The newest pip' : `pip ${version}`;
  return { problem: `${pip} needs a Python ${wanted}, on PATH or installed by pyenv. Found: ${found}.` };
}

/** @param {string} version @returns {{ oldest: number, newest: number }} minor versions of Python 3 */
function supportedPythons(version) {
  const [major = 0, minor = 0] =
    version === 'newest' ? [Number.POSITIVE_INFINITY] : version.split('.').map((part) => Number.parseInt(part, 10));
  const row = SUPPORTED.findLast(
    ({ pip: [since = 0, then = 0] }) => major > since || (major === since && minor >= then),
  );
  if (!row) throw new Error(`pip ${version} has no cache command`);
  return row;
}

/**
 * @param {string} folder
 * @param {string} wanted
 * @param {readonly Interpreter[]} interpreters
 * @returns {Promise<InstalledPip>}
 */
async function installedPip(folder, wanted, interpreters) {
  const { interpreter, problem } = choose(wanted, interpreters);
  if (!interpreter) throw new Error(problem);
  const downloads = temporaryDirectory('pip-wheel');
  try {
    // Only the index knows which one is the newest.
    const newest = wanted === 'newest' ? await download(wanted, interpreter, downloads) : undefined;
    const version = newest?.split('-')[1] ?? wanted;
    const home = join(folder, `pip-${version}`);
    const present = await complete(home);
    if (present) return present;
    const wheel = join(downloads, newest ?? (await download(wanted, interpreter, downloads)));
    await install(home, interpreter, wheel);
    const installed = await complete(home);
    if (installed?.pipVersion === version) return installed;
    throw new Error(`${home} should hold pip ${version}, but holds ${installed?.pipVersion ?? 'none that runs'}`);
  } finally {
    rmSync(downloads, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @param {string} home @returns {Promise<InstalledPip | undefined>} undefined also when the Python behind it is gone */
async function complete(home) {
  if (!existsSync(join(home, 'complete'))) return undefined;
  const bin = join(home, process.platform === 'win32' ? 'Scripts' : 'bin');
  const python = await findPython([join(bin, 'python')]).catch(() => undefined);
  return python && { ...python, bin };
}

/**
 * Makes the machine's own pip, with its own settings, fetch a pip's wheel.
 * @param {string} version
 * @param {Interpreter} interpreter
 * @param {string} folder
 * @returns {Promise<string>} the wheel's file name
 */
async function download(version, interpreter, folder) {
  const own = await findPython();
  const which = version === 'newest' ? 'pip' : `pip==${version}`;
  const target = ['--only-binary', ':all:', '--python-version', `3.${interpreter.minor}`, '--dest', folder];
  const args = ['-m', 'pip', 'download', '--quiet', '--no-deps', ...target, which];
  await run(own.command, args, { cwd: folder, timeout: TIMEOUT_MS });
  const wheel = readdirSync(folder).find((name) => name.startsWith('pip-'));
  if (wheel === undefined) throw new Error(`${args.join(' ')} fetched nothing`);
  return wheel;
}

/**
 * A pip installs itself, out of its own wheel: the machine's pip may be one that can't work for so old a Python, or none at all for it.
 * @param {string} home
 * @param {Interpreter} interpreter
 * @param {string} wheel
 */
async function install(home, interpreter, wheel) {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(home, { recursive: true });
  const options = { cwd: home, env: cleanPipEnvironment({ home }), timeout: TIMEOUT_MS };
  await run(interpreter.command, ['-m', 'venv', '--without-pip', home], options);
  const python = join(home, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  const alone = ['--quiet', '--no-index', '--no-deps', '--no-cache-dir'];
  await run(python, [join(wheel, 'pip'), 'install', ...alone, wheel], options);
  writeFileSync(join(home, 'complete'), '');
}

/**
 * The pip that Debian, or a system made of it, patches and ships; installed when it is missing.
 * @param {object} [options]
 * @param {string} [options.command] the system's interpreter
 * @param {boolean} [options.mayInstall]
 * @returns {Promise<import('./python.mjs').Python | undefined>} undefined on other systems
 */
export async function debianPip({ command = '/usr/bin/python3', mayInstall = process.getuid?.() === 0 } = {}) {
  if (!existsSync('/etc/debian_version')) return undefined;
  try {
    return await findPython([command]);
  } catch (thrown) {
    const how = 'apt-get install python3-pip';
    if (!mayInstall) throw new Error(`The system's own pip is missing: ${how}`, { cause: thrown });
    console.log(`${command} has no pip: ${how} ...`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: TIMEOUT_MS };
    await run('apt-get', ['update', '--quiet'], options);
    await run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', 'python3-pip'], options);
    return findPython([command]);
  }
}
