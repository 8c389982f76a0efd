import { isBefore } from './is-before.js';
import { type ProcessOptions, type ProcessResult, run } from './process.js';
import type { PythonSession } from './python-session.js';

/** One run of pip. */
export interface PipRun extends ProcessResult {
  /** What pip was asked: `['cache', 'info']`. */
  readonly args: readonly string[];
  /** The command as one would type it: `python3 -m pip cache info`. */
  readonly command: string;
}

/** The pip of one interpreter. */
export interface Pip {
  /** Path of the interpreter. */
  readonly interpreter: string;
  /** Runs `<interpreter> -m pip` with these arguments. A signal of its own ends this run. */
  run(args: readonly string[], signal?: AbortSignal): Promise<PipRun>;
  /** pip's version; undefined when pip does not report it. It is asked for once. */
  version(): Promise<string | undefined>;
  /** Ends what has been started for this pip. To be called when no run is wanted any more. */
  close(): Promise<void>;
}

/** How to run a pip. */
export interface PipOptions extends ProcessOptions {
  /**
   * The Python that runs all commands. Without one, and when it has ended, each command is run in a process of its own.
   */
  readonly session?: PythonSession | undefined;
  /**
   * Environment variables that a pip from 26.3 on must not see: pip 26.3 ignores relative paths in them, and these are
   * made absolute.
   */
  readonly relativeXdg?: readonly string[];
}

// A sixth of the time that `pip --version` takes, since pip's command line isn't loaded.
const PRINT_VERSION = 'import pip; print(pip.__version__)';

// They change nothing. A purge or a removal that has begun is not repeated: the caller deletes what is left.
const MAY_REPEAT = new Set(['cache dir', 'cache info', 'config list']);

/** The pip that belongs to an interpreter: `-m pip` is sure to be its own, a bare `pip` on PATH isn't. */
export function pipOf(interpreter: string, options: PipOptions): Pip {
  const { session, relativeXdg = [] } = options;
  let known: Promise<string | undefined> | undefined;
  const version = () => {
    known ??= askVersion();
    return known;
  };
  const askVersion = async () => {
    const { signal } = options;
    const { code, stdout } =
      (await session?.run({ args: undefined, without: [], signal, mayRepeat: true })) ??
      (await run(interpreter, ['-c', PRINT_VERSION], options));
    return code === 0 ? /^\d\S*$/m.exec(stdout)?.[0] : undefined;
  };
  const hidden = async () =>
    relativeXdg.length === 0 || isBefore((await version()) ?? '0.0', '26.3') ? [] : relativeXdg;
  return {
    interpreter,
    async run(args, own) {
      const without = await hidden();
      const signal = AbortSignal.any(own ? [options.signal, own] : [options.signal]);
      const whole = ['-m', 'pip', ...args];
      const inSession = await session?.run({ args, without, signal, mayRepeat: MAY_REPEAT.has(args.join(' ')) });
      const env = Object.fromEntries(Object.entries(options.env).filter(([name]) => !without.includes(name)));
      const ended = inSession ?? (await run(interpreter, whole, { ...options, env, signal }));
      return { ...ended, args, command: [interpreter, ...whole].map(typed).join(' ') };
    },
    version,
    async close() {
      await session?.close();
    },
  };
}

function typed(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}
