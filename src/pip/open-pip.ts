import { pathRules, relativeXdg } from './environment.js';
import { behindShim, isInterpreter, isShim, type JobEnvironment } from './interpreter.js';
import { type Pip, pipOf } from './pip.js';
import type { ProcessOptions } from './process.js';
import { startSession } from './python-session.js';

/** Where and with what a pip runs. */
export interface OpenOptions extends ProcessOptions {
  readonly job: JobEnvironment;
  /** Takes a sentence that says why pip's commands need a process each. */
  readonly debug: (message: string) => void;
}

const LIKE_PYTHON = /^(python|pypy|graalpy|py($|\.))/i;

/**
 * Arguments for a Python behind a shim: it becomes that interpreter, in another directory, with the arguments that
 * follow. Without `site`, PYTHON* variables and sys.path, it runs nothing of the workspace. It is a text, since pyenv 1
 * chooses by the directory of a program that is given as a file (pyenv/pyenv#1813).
 */
const BECOME_INTERPRETER = [
  ...['-E', '-S', '-c'],
  'import sys; sys.path[:] = []; import posix; posix.chdir(sys.argv[1]); ' +
    'posix.execv(sys.executable, [sys.executable] + sys.argv[2:])',
];

/**
 * Starts the interpreter that runs pip's commands. When it does not run as it should, each command is run in a process
 * of its own.
 *
 * @param path the interpreter, or a shim that picks it in the workspace.
 * @returns undefined when the program is not called like a Python, and does not report the version of a pip.
 */
export async function openPip(path: string, options: OpenOptions): Promise<Pip | undefined> {
  const { job, cwd } = options;
  const pipOptions = { ...options, relativeXdg: relativeXdg(job.env) };
  const isLikePython = (program: string) => LIKE_PYTHON.test(pathRules(job.platform).basename(program));
  // On Windows, a process can't become another program.
  const atOnce = isShim(path, job) && isLikePython(path) && job.platform !== 'win32';
  if (atOnce) {
    const before = [...BECOME_INTERPRETER, cwd];
    const session = await startSession(path, { ...options, cwd: job.workspace, before });
    if (session) {
      const interpreter = isInterpreter(session.executable, job) ? session.executable : path;
      return pipOf(interpreter, { ...pipOptions, session });
    }
  }
  const interpreter = await behindShim(path, job, options);
  // Another program may take -m for an option of its own and run whatever is called pip, or run our file as a script.
  if (!isLikePython(interpreter) && (await pipOf(interpreter, options).version()) === undefined) return undefined;
  const session = atOnce && interpreter === path ? undefined : await startSession(interpreter, options);
  return pipOf(interpreter, { ...pipOptions, session });
}
