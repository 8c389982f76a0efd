import { type Stats, statSync } from 'node:fs';
import { which } from '@actions/io';
import { Refusal } from '../util/errors.js';
import { type Environment, pathRules } from './environment.js';
import { accountHome } from './home.js';
import { run } from './process.js';

/** An interpreter that may turn out to be the one. */
export interface Candidate {
  /** How the user, or the list of defaults, calls it. */
  readonly label: string;
  /** Where it is; undefined when it isn't there. */
  readonly path: string | undefined;
  /** Whether the next candidate is tried when this one has no pip. */
  readonly mayLackPip?: boolean;
}

/** What the search for an interpreter depends on. */
export interface JobEnvironment {
  readonly env: Environment;
  readonly workspace: string;
  readonly platform: NodeJS.Platform;
}

/**
 * The interpreters to try, best first: the one asked for, or else the one of the active virtual environment
 * (`VIRTUAL_ENV`), the one that actions/setup-python announces in `pythonLocation`, then `python3`, `python` and `py` on
 * PATH.
 *
 * @param asked the `python-path` input: a name on PATH, or a path that may be relative to the workspace or start with
 * `~/`.
 * @throws Refusal when the one asked for is a directory without an interpreter.
 */
export async function candidates(asked: string | undefined, job: JobEnvironment): Promise<Candidate[]> {
  if (asked !== undefined) return [await askedFor(asked, job)];
  const { VIRTUAL_ENV: environment, pythonLocation: location } = job.env;
  const active = environment ? inVirtualEnvironment(environment, job) : [];
  const installed = location ? inLocation(location, job.platform) : [];
  const named = await Promise.all(['python3', 'python', 'py'].map((name) => onPath(name, job)));
  return [...active, ...installed, ...named];
}

async function askedFor(asked: string, job: JobEnvironment): Promise<Candidate> {
  const paths = pathRules(job.platform);
  const isPath = job.platform === 'win32' ? /[\\/]/ : /\//;
  const path = paths.resolve(job.workspace, expandHome(asked, 'python-path', job));
  if (!isPath.test(asked)) {
    const named = await onPath(asked, job);
    if (named.path !== undefined || !isDirectory(path)) return named;
  }
  const found = job.platform === 'win32' ? withExtension(path, job.env) : path;
  if (!isDirectory(found)) return { label: asked, path: isFile(found) ? found : undefined };
  const inside = PYTHON_IN_DIRECTORY[job.platform === 'win32' ? 'win32' : 'posix'];
  const interpreter = inside.map((name) => paths.join(found, name)).find(isFile);
  if (interpreter !== undefined) return { label: asked, path: interpreter };
  throw new Refusal(
    `Input "python-path": ${JSON.stringify(asked)} is a directory, and none of these is a file in it: ${inside.join(', ')}. ` +
      'Give the path of the interpreter itself.',
  );
}

/** Where the interpreter is in a directory: of an installation or of a virtual environment. */
const PYTHON_IN_DIRECTORY = {
  win32: ['python.exe', 'Scripts\\python.exe'],
  posix: ['bin/python3', 'bin/python'],
} as const;

/**
 * The interpreter of the active virtual environment. It may have no pip, when other tools manage the environment (`uv venv`,
 * `python -m venv --without-pip`).
 */
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
 * Puts the home directory in place of a leading `~/`, as a shell does.
 *
 * @param input the name of the input that holds the path.
 * @throws Refusal when there is no home directory.
 */
export function expandHome(path: string, input: string, job: JobEnvironment): string {
  if (!(job.platform === 'win32' ? /^~[\\/]/ : /^~\//).test(path)) return path;
  const variable = job.platform === 'win32' ? 'USERPROFILE' : 'HOME';
  const home = job.env[variable] || accountHome();
  if (home) return home + path.slice(1);
  throw new Refusal(
    `Input "${input}": ${JSON.stringify(path)} begins with ~, but there is no home directory: ${variable} is not set, ` +
      'and the user has no account. Nothing was deleted. Give an absolute path.',
  );
}

// `.venv\Scripts\python` is how people write it.
function withExtension(path: string, env: Environment): string {
  const extensions = ['', ...(env.PATHEXT ?? '.EXE').split(';')];
  return extensions.map((extension) => path + extension.toLowerCase()).find(isFile) ?? path;
}

/** Whether a path leads to a file. */
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

/** Whether a path is that of a shim of pyenv, asdf or mise, which picks the interpreter by the directory it runs in. */
export function isShim(path: string, { platform }: JobEnvironment): boolean {
  const paths = pathRules(platform);
  return paths.basename(paths.dirname(path)) === 'shims';
}

/** Whether a program gave a path that can be taken for that of an interpreter. */
export function isInterpreter(path: string, { platform }: JobEnvironment): boolean {
  return pathRules(platform).isAbsolute(path) && isFile(path);
}

/**
 * The interpreter behind a shim: it is asked in the workspace, where the user's choice holds, with a program that
 * imports nothing from there. Other paths come back unchanged, and so does a shim that does not answer.
 */
export async function behindShim(
  path: string,
  job: JobEnvironment,
  options: { env: Record<string, string>; signal: AbortSignal },
): Promise<string> {
  if (!isShim(path, job)) return path;
  const { PYTHONPATH: _dropped, ...env } = options.env;
  const program = 'import sys; sys.stdout.write(sys.executable)';
  const asked = await run(path, ['-S', '-c', program], { ...options, env, cwd: job.workspace });
  return asked.code === 0 && isInterpreter(asked.stdout, job) ? asked.stdout : path;
}
