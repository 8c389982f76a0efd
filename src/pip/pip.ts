import { isBefore } from './is-before.js';
import { type ProcessOptions, type ProcessResult, run } from './process.js';
import type { PythonSession } from './python-session.js';

/** One run of pip. */
export interface PipRun extends ProcessResult {
  /** Arguments of pip: `['cache', 'info']`. */
  readonly args: readonly string[];
  /** The command as a user would type it: `python3 -m pip cache info`. */
  readonly command: string;
}

/** The pip of one interpreter. */
export interface Pip {
  /** Path of the interpreter. */
  readonly interpreter: string;
  /**
   * Runs `<interpreter> -m pip` with these arguments. Never rejects: `failedToStart` is the reason if the interpreter
   * could not be started.
   *
   * @param signal ends only this run when it is aborted.
   */
  run(args: readonly string[], signal?: AbortSignal): Promise<PipRun>;
  /** Returns pip's version; undefined if pip does not report it. pip is asked only once. */
  version(): Promise<string | undefined>;
  /** Ends the session, if there is one. To be called after the last run. */
  close(): Promise<void>;
}

/** How to run a pip. */
export interface PipOptions extends ProcessOptions {
  /**
   * The session that runs all commands. Without one, and after it has ended, each command runs in a process of its own.
   */
  readonly session?: PythonSession | undefined;
  /**
   * Names of environment variables that are unset for pip 26.3 and later: they were relative paths, which pip 26.3
   * ignores, and `pipEnvironment` has made them absolute.
   */
  readonly relativeXdg?: readonly string[];
}

// Takes a sixth of the time of `pip --version`, because it does not load pip's command line.
const PRINT_VERSION = 'import pip; print(pip.__version__)';

// These commands change nothing. A purge or a removal that was started is never repeated: the caller deletes what is
// left.
const READ_ONLY_COMMANDS = new Set(['cache dir', 'cache info', 'config list']);

/**
 * Returns the pip of an interpreter. It is run as `-m pip`, because a bare `pip` on PATH may belong to another one.
 *
 * @param interpreter path of the interpreter.
 */
export function pipOf(interpreter: string, options: PipOptions): Pip {
  const { session, relativeXdg = [] } = options;
  let askedVersion: Promise<string | undefined> | undefined;
  const version = () => {
    askedVersion ??= askVersion();
    return askedVersion;
  };
  const askVersion = async () => {
    const { signal } = options;
    const { code, stdout } =
      (await session?.run({ args: undefined, unset: [], signal, mayRepeat: true })) ??
      (await run(interpreter, ['-c', PRINT_VERSION], options));
    return code === 0 ? /^\d\S*$/m.exec(stdout)?.[0] : undefined;
  };
  const variablesToUnset = async () =>
    relativeXdg.length === 0 || isBefore((await version()) ?? '0.0', '26.3') ? [] : relativeXdg;
  return {
    interpreter,
    async run(args, runSignal) {
      const unset = await variablesToUnset();
      const signal = AbortSignal.any(runSignal ? [options.signal, runSignal] : [options.signal]);
      const mayRepeat = READ_ONLY_COMMANDS.has(args.join(' '));
      const moduleArgs = ['-m', 'pip', ...args];
      const inSession = await session?.run({ args, unset, signal, mayRepeat });
      const env = Object.fromEntries(
        Object.entries(options.env).filter(
          ([name]) => !unset.includes(process.platform === 'win32' ? name.toUpperCase() : name),
        ),
      );
      const result = inSession ?? (await run(interpreter, moduleArgs, { ...options, env, signal }));
      return { ...result, args, command: [interpreter, ...moduleArgs].map(quoted).join(' ') };
    },
    version,
    async close() {
      await session?.close();
    },
  };
}

// For display only: the command never goes through a shell.
function quoted(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}
