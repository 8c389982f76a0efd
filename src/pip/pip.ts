import { type ProcessOptions, type ProcessResult, run } from './process.js';

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
  /** pip's version; undefined when it doesn't tell. */
  version(): Promise<string | undefined>;
}

// A sixth of the time that `pip --version` takes, since pip's command line isn't loaded.
const PRINT_VERSION = 'import pip; print(pip.__version__)';

/** The pip that belongs to an interpreter: `-m pip` is sure to be its own, a bare `pip` on PATH isn't. */
export function pipOf(interpreter: string, options: ProcessOptions): Pip {
  return {
    interpreter,
    async run(args, signal) {
      const whole = ['-m', 'pip', ...args];
      const signals = signal ? [options.signal, signal] : [options.signal];
      const ended = await run(interpreter, whole, { ...options, signal: AbortSignal.any(signals) });
      return { ...ended, args, command: [interpreter, ...whole].map(typed).join(' ') };
    },
    async version() {
      const { code, stdout } = await run(interpreter, ['-c', PRINT_VERSION], options);
      return code === 0 ? /^\d\S*$/m.exec(stdout)?.[0] : undefined;
    },
  };
}

function typed(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}
