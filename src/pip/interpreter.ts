import { type Stats, statSync } from 'node:fs';
import { which } from '@actions/io';
import { Refusal } from '../util/errors.js';
import { type Environment, pathRules } from './environment.js';
import { accountHome } from './home.js';
import { run } from './process.js';

/** An interpreter to try. */
export interface Candidate {
  /** Its name in messages: the value of the input, or where it was found. */
  readonly label: string;
  /** Its path; undefined if there is no such file. */
  readonly path: string | undefined;
  /** Whether the next candidate is tried if this one has no pip. */
  readonly mayLackPip?: boolean;
}

/** What the search for an interpreter depends on. */
export interface JobEnvironment {
  /** The step's environment variables. */
  readonly env: Environment;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  readonly platform: NodeJS.Platform;
}

/**
 * Returns the interpreters to try, best first. With the input `python-path`, that is only the one that it names.
 * Otherwise: the interpreter of the active virtual environment (`VIRTUAL_ENV`), the one that actions/setup-python
 * exports in `pythonLocation`, then `python3`, `python` and `py` on PATH.
 *
 * @param requested the input `python-path`: a name on PATH, or a path, which may be relative to the workspace or start
 * with `~/`. undefined if the input is not set.
 * @throws Refusal if the input names a directory without an interpreter, or starts with `~/` and there is no home
 * directory.
 */
export async function candidates(requested: string | undefined, job: JobEnvironment): Promise<Candidate[]> {
  if (requested !== undefined) return [await requestedCandidate(requested, job)];
  const { VIRTUAL_ENV: environment, pythonLocation: location } = job.env;
  const active = environment ? inVirtualEnvironment(environment, job) : [];
  const installed = location ? inLocation(location, job.platform) : [];
  const named = await Promise.all(['python3', 'python', 'py'].map((name) => onPath(name, job)));
  return [...active, ...installed, ...named];
}

async function requestedCandidate(requested: string, job: JobEnvironment): Promise<Candidate> {
  const paths = pathRules(job.platform);
  const isPath = job.platform === 'win32' ? /[\\/]/ : /\//;
  const path = paths.resolve(job.workspace, expandHome(requested, 'python-path', job));
  if (!isPath.test(requested)) {
    const named = await onPath(requested, job);
    if (named.path !== undefined || !isDirectory(path)) return named;
  }
  const found = job.platform === 'win32' ? withExtension(path, job.env) : path;
  if (!isDirectory(found)) return { label: requested, path: isFile(found) ? found : undefined };
  const names = PYTHON_IN_DIRECTORY[job.platform === 'win32' ? 'win32' : 'posix'];
  const interpreter = names.map((name) => paths.join(found, name)).find(isFile);
  if (interpreter !== undefined) return { label: requested, path: interpreter };
  throw new Refusal(
    `Input "python-path": ${JSON.stringify(requested)} is a directory, and none of these is a file in it: ` +
      `${names.join(', ')}. Give the path of the interpreter itself.`,
  );
}

/** Paths of the interpreter inside the directory of an installation or of a virtual environment. */
const PYTHON_IN_DIRECTORY = {
  win32: ['python.exe', 'Scripts\\python.exe'],
  posix: ['bin/python3', 'bin/python'],
} as const;

// A virtual environment may have no pip (`uv venv`, `python -m venv --without-pip`).
function inVirtualEnvironment(directory: string, job: JobEnvironment): Candidate[] {
  const paths = pathRules(job.platform);
  const path = paths.resolve(job.workspace, directory, job.platform === 'win32' ? 'Scripts\\python.exe' : 'bin/python');
  return isFile(path) ? [{ label: `VIRTUAL_ENV (${path})`, path, mayLackPip: true }] : [];
}

function inLocation(location: string, platform: NodeJS.Platform): Candidate[] {
  const paths = pathRules(platform);
  const names = platform === 'win32' ? ['python.exe'] : ['bin/python3', 'bin/python'];
  return names.map((name) => {
    const path = paths.join(location, name);
    return { label: `pythonLocation (${path})`, path: isFile(path) ? path : undefined };
  });
}

async function onPath(name: string, job: JobEnvironment): Promise<Candidate> {
  const found = await which(name, false);
  return { label: name, path: found === '' ? undefined : pathRules(job.platform).resolve(job.workspace, found) };
}

/**
 * Replaces a leading `~/` (on Windows also `~\`) with the home directory, as a shell does. Returns other paths
 * unchanged.
 *
 * @param path the value of an input.
 * @param input the name of that input, for the error message.
 * @throws Refusal if the path starts with `~/` and there is no home directory.
 */
export function expandHome(path: string, input: string, job: JobEnvironment): string {
  if (!(job.platform === 'win32' ? /^~[\\/]/ : /^~\//).test(path)) return path;
  const variable = job.platform === 'win32' ? 'USERPROFILE' : 'HOME';
  const home = job.env[variable] || accountHome();
  if (home) return home + path.slice(1);
  throw new Refusal(
    `Input "${input}": ${JSON.stringify(path)} begins with ~, but there is no home directory: ${variable} is not ` +
      'set, and the user has no account. Nothing was deleted. Give an absolute path.',
  );
}

// Paths on Windows are often written without the extension: `.venv\Scripts\python`.
function withExtension(path: string, env: Environment): string {
  const extensions = ['', ...(env.PATHEXT ?? '.EXE').split(';')];
  return extensions.map((extension) => path + extension.toLowerCase()).find(isFile) ?? path;
}

/** Returns whether a path is that of a file, or of a link to a file. */
export function isFile(path: string): boolean {
  return status(path)?.isFile() ?? false;
}

function isDirectory(path: string): boolean {
  return status(path)?.isDirectory() ?? false;
}

function status(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Returns whether a path is that of a shim of pyenv, asdf or mise. A shim chooses the interpreter by the directory in
 * which it runs.
 */
export function isShim(path: string, { platform }: JobEnvironment): boolean {
  const paths = pathRules(platform);
  return paths.basename(paths.dirname(path)) === 'shims';
}

/** Returns whether a path that a program reported can be that of an interpreter: absolute, and the path of a file. */
export function isInterpreter(path: string, { platform }: JobEnvironment): boolean {
  return pathRules(platform).isAbsolute(path) && isFile(path);
}

/**
 * Returns the path of the interpreter that a shim starts. The shim runs in the workspace, where the user has chosen the
 * interpreter, with a program that imports nothing from there. Never rejects.
 *
 * @returns the path itself if it is not that of a shim, or if the shim does not report an interpreter.
 */
export async function resolveShim(
  path: string,
  job: JobEnvironment,
  options: { env: Record<string, string>; signal: AbortSignal },
): Promise<string> {
  if (!isShim(path, job)) return path;
  const { PYTHONPATH: _dropped, ...env } = options.env;
  const program = 'import sys; sys.stdout.write(sys.executable)';
  const result = await run(path, ['-S', '-c', program], { ...options, env, cwd: job.workspace });
  return result.code === 0 && isInterpreter(result.stdout, job) ? result.stdout : path;
}
