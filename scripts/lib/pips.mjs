// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version: string, bin: string, prunes: boolean }} BenchPip `bin` goes first on PATH; `prunes`: 26.2 or later */

const PYTHONS = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];

/**
 * A virtual environment with this pip, made with the machine's own pip and its settings when it isn't there yet.
 * @param {string} folder where virtual environments are kept
 * @param {string} version such as 24.0; `newest` for what `pip install -U pip` gives
 * @returns {BenchPip}
 */
export function installedPip(folder, version) {
  const home = join(folder, `pip-${version}`);
  const bin = join(home, process.platform === 'win32' ? 'Scripts' : 'bin');
  const python = join(bin, 'python');
  if (!existsSync(join(home, 'complete'))) {
    rmSync(home, { recursive: true, force: true });
    print(recentPython(), '-m', 'venv', home);
    print(python, '-m', 'pip', 'install', '--quiet', '--upgrade', version === 'newest' ? 'pip' : `pip==${version}`);
    print(python, '-c', `open(${JSON.stringify(join(home, 'complete'))}, 'w')`);
  }
  const found = print(python, '-c', 'import pip; print(pip.__version__)').trim();
  const [major = 0, minor = 0] = found.split('.').map(Number);
  return { version: found, bin, prunes: major > 26 || (major === 26 && minor >= 2) };
}

function recentPython() {
  const ask = 'import sys; print(sys.executable if sys.version_info >= (3, 11) else "")';
  for (const name of PYTHONS) {
    try {
      const path = print(name, '-c', ask).trim();
      if (path !== '') return path;
    } catch {
      // not on PATH, or a shim that leads nowhere
    }
  }
  throw new Error(`no Python 3.11 or later on PATH: tried ${PYTHONS.join(', ')}`);
}

/** @param {string} command @param {string[]} args */
function print(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
