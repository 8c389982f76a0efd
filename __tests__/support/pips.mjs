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
/** @typedef {import('./python.mjs').Python & { bin: string }} InstalledPip `bin` is the directory of `python` */

// The minor versions of Python 3 that pip supports from a version on: Requires-Python and the classifiers of its
// releases. `newest` is infinite if no later Python has dropped support for that pip.
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

/** The folder in which the tests and the benchmark keep installed pips. */
export const PIPS_FOLDER = fileURLToPath(new URL('../../.cache/pips', import.meta.url));

const TIMEOUT_MS = 300_000;
const run = promisify(execFile);

/**
 * Installs pips in virtual environments, unless they are installed already. Each gets the newest Python of this machine
 * that it supports. The pips are downloaded from the package index that the machine's own pip is configured for.
 *
 * @param {string} folder the folder of the virtual environments
 * @param {readonly string[]} versions such as 24.0; `newest` for the newest version on the index
 * @returns {Promise<InstalledPip[]>} in the same order
 * @throws {Error} if a Python is missing, or an installation fails
 */
export async function installedPips(folder, versions) {
  const interpreters = await findInterpreters();
  const missing = versions.flatMap((version) => choose(version, interpreters).problem ?? []);
  if (missing.length > 0) throw new Error(missing.join('\n'));
  /** @type {InstalledPip[]} */
  const installed = [];
  const pending = [...versions.entries()];
  const worker = async () => {
    for (let next = pending.shift(); next; next = pending.shift()) {
      const [index, version] = next;
      installed[index] = await installedPip(folder, version, interpreters);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return installed;
}

/**
 * Chooses the newest interpreter that a pip supports.
 *
 * @param {string} version
 * @param {readonly Interpreter[]} interpreters the newest first
 * @returns {{ interpreter: Interpreter, problem?: undefined } | { interpreter?: undefined, problem: string }} the
 *   interpreter, or a sentence that says which Python is missing
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
    ({ pip: [firstMajor = 0, firstMinor = 0] }) => major > firstMajor || (major === firstMajor && minor >= firstMinor),
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
    // To find out which version is the newest, it has to be downloaded.
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

/**
 * @param {string} home @returns {Promise<InstalledPip | undefined>} undefined also if its base Python no longer exists
 */
async function complete(home) {
  if (!existsSync(join(home, 'complete'))) return undefined;
  const bin = join(home, process.platform === 'win32' ? 'Scripts' : 'bin');
  const python = await findPython([join(bin, 'python')]).catch(() => undefined);
  return python && { ...python, bin };
}

/**
 * Downloads the wheel of a pip with the machine's own pip and its settings.
 *
 * @param {string} version
 * @param {Interpreter} interpreter
 * @param {string} folder
 * @returns {Promise<string>} file name of the wheel
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
 * Installs a pip by running it from its own wheel. The machine's pip may not support such an old Python.
 *
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
 * Finds the patched pip that Debian and its derivatives ship, and installs it if it is missing.
 *
 * @param {object} [options]
 * @param {string} [options.command] the system's interpreter
 * @param {boolean} [options.mayInstall] default: whether this process runs as root
 * @returns {Promise<import('./python.mjs').Python | undefined>} undefined on other systems
 * @throws {Error} if it is missing and must not be installed
 */
export async function debianPip({ command = '/usr/bin/python3', mayInstall = process.getuid?.() === 0 } = {}) {
  if (!existsSync('/etc/debian_version')) return undefined;
  try {
    return await findPython([command]);
  } catch (thrown) {
    const installation = 'apt-get install python3-pip';
    if (!mayInstall) throw new Error(`The system's own pip is missing: ${installation}`, { cause: thrown });
    console.log(`${command} has no pip: ${installation} ...`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: TIMEOUT_MS };
    await run('apt-get', ['update', '--quiet'], options);
    await run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', 'python3-pip'], options);
    return findPython([command]);
  }
}
