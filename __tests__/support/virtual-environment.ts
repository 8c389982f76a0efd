import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The path of the interpreter in a virtual environment. */
export const IN_VENV = process.platform === 'win32' ? join('Scripts', 'python.exe') : join('bin', 'python');

/**
 * Makes a virtual environment.
 *
 * @param python the path of the base Python.
 * @param directory the directory of the virtual environment.
 * @param options `withPip`: it uses the pip of its base Python, or else has none.
 * @returns the path of its interpreter.
 */
export function virtualEnvironment(python: string, directory: string, { withPip = true } = {}): string {
  const packages = withPip ? ['--system-site-packages'] : [];
  execFileSync(python, ['-m', 'venv', '--without-pip', ...packages, directory]);
  return join(directory, IN_VENV);
}
