import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The path of the interpreter in a virtual environment. */
export const IN_VENV = process.platform === 'win32' ? join('Scripts', 'python.exe') : join('bin', 'python');

/**
 * Makes a virtual environment that uses the pip of its base Python.
 *
 * @param python the path of the base Python.
 * @param directory the directory of the virtual environment.
 * @returns the path of its interpreter.
 */
export function virtualEnvironment(python: string, directory: string): string {
  execFileSync(python, ['-m', 'venv', '--without-pip', '--system-site-packages', directory]);
  return join(directory, IN_VENV);
}
