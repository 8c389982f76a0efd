import { type Ended, run, type Surroundings } from './process.js';

/** One run of pip. */
export interface PipRun extends Ended {
  /** The command as one would type it: `python3 -m pip cache info`. */
  readonly command: string;
}

/** The pip of one interpreter. */
export interface Pip {
  /** Path of the interpreter. */
  readonly interpreter: string;
  /** Runs `<interpreter> -m pip` with these arguments. */
  run(args: readonly string[]): Promise<PipRun>;
}

/** The pip that belongs to an interpreter: `-m pip` is sure to be its own, a bare `pip` on PATH isn't. */
export function pipOf(interpreter: string, surroundings: Surroundings): Pip {
  return {
    interpreter,
    async run(args) {
      const whole = ['-m', 'pip', ...args];
      const ended = await run(interpreter, whole, surroundings);
      return { ...ended, command: [interpreter, ...whole].map(typed).join(' ') };
    },
  };
}

function typed(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}
