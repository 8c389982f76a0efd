import { pathRules, relativeXdg } from './environment.js';
import { isInterpreter, isShim, type JobEnvironment, resolveShim } from './interpreter.js';
import { type Pip, pipOf } from './pip.js';
import type { ProcessOptions } from './process.js';
import { startSession } from './python-session.js';

/** How to run a pip, and for which job. */
export interface OpenOptions extends ProcessOptions {
  readonly job: JobEnvironment;
  /** Receives one sentence with the reason if each command of pip runs in a process of its own. */
  readonly debug: (message: string) => void;
}

/** File names of interpreters, and of the launcher `py`. */
const PYTHON_NAME = /^(python|pypy|graalpy|py($|\.))/i;

/**
 * Arguments for a Python that a shim starts in the workspace. It changes to the directory in the next argument, and
 * executes its own interpreter there with the remaining arguments. Without `site`, PYTHON* variables and sys.path, it
 * runs no file of the workspace. The program is not a file, because pyenv 1 chooses the interpreter by the directory of
 * such a file (pyenv/pyenv#1813).
 */
const EXECUTE_INTERPRETER = [
  ...['-E', '-S', '-c'],
  'import sys; sys.path[:] = []; import posix; posix.chdir(sys.argv[1]); ' +
    'posix.execv(sys.executable, [sys.executable] + sys.argv[2:])',
];

/**
 * Starts the session that runs pip's commands. If it does not start as expected, each command runs in a process of its
 * own. Never rejects.
 *
 * @param path path of the interpreter, or of a shim that chooses it by the directory in which it runs.
 * @returns undefined if the program neither has the name of a Python nor reports the version of a pip.
 */
export async function openPip(path: string, options: OpenOptions): Promise<Pip | undefined> {
  const { job, cwd } = options;
  const pipOptions = { ...options, relativeXdg: relativeXdg(job.env) };
  const hasPythonName = (program: string) => PYTHON_NAME.test(pathRules(job.platform).basename(program));
  // One start is enough to find the interpreter and to use it. Windows has no exec().
  const startsThroughShim = isShim(path, job) && hasPythonName(path) && job.platform !== 'win32';
  if (startsThroughShim) {
    const before = [...EXECUTE_INTERPRETER, cwd];
    const session = await startSession(path, { ...options, cwd: job.workspace, before });
    if (session) {
      const interpreter = isInterpreter(session.executable, job) ? session.executable : path;
      return pipOf(interpreter, { ...pipOptions, session });
    }
  }
  const interpreter = await resolveShim(path, job, options);
  // Another program may have a different option -m, or run run_pip.py as a script of its own language.
  if (!hasPythonName(interpreter) && (await pipOf(interpreter, options).version()) === undefined) return undefined;
  // A shim whose Python did not start as expected is not given another chance, which could take as long again.
  const session = startsThroughShim ? undefined : await startSession(interpreter, options);
  return pipOf(interpreter, { ...pipOptions, session });
}
