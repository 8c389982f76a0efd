import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Where a virtual environment has its interpreter. */
export const IN_VENV = process.platform === 'win32' ? join('Scripts', 'python.exe') : join('bin', 'python');

/** Makes a virtual environment that shares the pip of the machine's Python, and gives the path of its interpreter. */
export function virtualEnvironment(python: string, place: string): string {
  execFileSync(python, ['-m', 'venv', '--without-pip', '--system-site-packages', place]);
  return join(place, IN_VENV);
}
