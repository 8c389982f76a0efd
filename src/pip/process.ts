import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { exec } from '@actions/exec';
import { messageOf } from '../util/errors.js';
import { outputCollector } from './output-collector.js';
import { processTree, signalEach } from './process-tree.js';

/** How a process ended. */
export interface ProcessEnd {
  /** Exit code; null if a signal ended the process, or if it could not be started. */
  readonly code: number | null;
  /** Why the process could not be started; absent if it was started. */
  readonly failedToStart?: string;
}

/** How a process or a command ended, and what it printed. */
export interface ProcessResult extends ProcessEnd {
  /** The first MiB of standard output, decoded as UTF-8. */
  readonly stdout: string;
  /** The first MiB of standard error, decoded as UTF-8. */
  readonly stderr: string;
  /** Milliseconds from start to end. */
  readonly milliseconds: number;
}

/** Where a process runs, with which environment, and how it is cancelled. */
export interface ProcessOptions {
  /** Working directory. */
  readonly cwd: string;
  /** All environment variables of the process. */
  readonly env: Record<string, string>;
  /** When it is aborted, a running process is ended and no other one is started. */
  readonly signal: AbortSignal;
}

/** How to start a process whose output is needed while it runs. */
export interface StartOptions extends ProcessOptions {
  readonly listeners: OutputListeners;
}

/** Functions that receive each chunk of a process's output. */
export interface OutputListeners {
  readonly stdout: (data: Buffer) => void;
  readonly stderr: (data: Buffer) => void;
}

/** A process that was started or is about to start. */
export interface RunningProcess {
  /** Writes to standard input. Text that the process no longer reads is dropped. */
  write(text: string): void;
  /** Closes standard input. */
  closeInput(): void;
  /** Ends the process and, on Linux, all its descendants: with SIGTERM, and 500 ms later with SIGKILL. */
  end(): void;
  /** Whether the process has ended. Its streams may still be open, held by a grandchild. */
  hasExited(): boolean;
  /** Fulfilled when the process has ended and its streams are closed. Never rejects. */
  readonly ended: Promise<ProcessEnd>;
}

/**
 * Milliseconds to wait, after a process has ended, for a grandchild that keeps the streams open. The default of
 * `@actions/exec`, 10 s, would look like a hang.
 */
const STREAMS_CLOSE_MS = 1000;
/** Milliseconds between SIGTERM and SIGKILL. */
const KILL_AFTER_MS = 500;

/**
 * Runs a program to its end, without a shell and with a closed standard input. Prints nothing. Never rejects: if the
 * program could not be started, `failedToStart` is the reason.
 *
 * A program that prints more than 16 MiB to a stream is ended.
 *
 * @param program path of the program.
 * @param args its arguments; the first one must not be empty, nor begin or end with a space.
 */
export async function run(program: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const started = performance.now();
  const stdout = outputCollector(() => running.end());
  const stderr = outputCollector(() => running.end());
  const running = start(program, args, { ...options, listeners: { stdout: stdout.add, stderr: stderr.add } });
  running.closeInput();
  const end = await running.ended;
  return { ...end, stdout: stdout.text(), stderr: stderr.text(), milliseconds: performance.now() - started };
}

/**
 * Starts a program without a shell. Prints nothing. This is the only place that starts processes.
 *
 * When a job is cancelled, the runner sends SIGINT to this process only, and SIGTERM 7.5 s later, so this process has
 * to end its children. `@actions/exec` does not expose them; Node's diagnostics channel `child_process` does.
 *
 * @param program path of the program.
 * @param args its arguments; the first one must not be empty, nor begin or end with a space.
 * @returns the process. If the signal is aborted already, nothing is started and `ended` is fulfilled with a code of
 * null.
 */
export function start(
  program: string,
  args: readonly string[],
  { cwd, env, signal, listeners }: StartOptions,
): RunningProcess {
  if (signal.aborted) {
    return { write() {}, closeInput() {}, end() {}, hasExited: () => true, ended: Promise.resolve({ code: null }) };
  }
  watchProcesses();
  const child = childOf(signal);
  // exec splits the path of the program from a command line, and trims the last word of that line. The first argument
  // is added, because the path could otherwise lose a space at its end.
  const [first = '', ...others] = args;
  const line = `${commandLineWord(program)} ${commandLineWord(first)}`;
  const options = { cwd, env, silent: true, ignoreReturnCode: true, delay: STREAMS_CLOSE_MS, listeners };
  const ended = async (): Promise<ProcessEnd> => {
    try {
      const code: number | null = await startingChild.run(child, () => exec(line, others, options));
      return { code };
    } catch (thrown) {
      return { code: null, failedToStart: messageOf(thrown) };
    } finally {
      child.forget();
    }
  };
  return {
    write: child.write,
    closeInput: child.closeInput,
    end: child.end,
    hasExited: child.hasExited,
    ended: ended(),
  };
}

/**
 * Quotes a word for the command line that `@actions/exec` splits into words. It supports double quotes, and a backslash
 * before a double quote inside them.
 */
export function commandLineWord(word: string): string {
  return word.replace(/[ "]/g, (character) => (character === ' ' ? '" "' : '"\\""'));
}

/** The process that one call of `start` starts. It can be used before the process has started. */
interface Child extends Omit<RunningProcess, 'ended'> {
  /** To be called when the process has started. */
  started(process: ChildProcess): void;
  /** To be called when the process has ended. */
  forget(): void;
}

/** The child for which a process is being started, because messages of the diagnostics channel don't identify it. */
const startingChild = new AsyncLocalStorage<Child>();
let watching = false;

function watchProcesses(): void {
  if (watching) return;
  watching = true;
  subscribe('child_process', (message) => {
    const { process } = message as { process: ChildProcess };
    const child = startingChild.getStore();
    if (child) process.once('spawn', () => child.started(process));
  });
}

// Calls before the process has started take effect when it starts.
function childOf(signal: AbortSignal): Child {
  let running: ChildProcess | undefined;
  let input = '';
  let inputClosed = false;
  let ending = false;
  let exited = false;
  let killTimer: NodeJS.Timeout | undefined;
  const child: Child = {
    started(process) {
      running = process;
      process.once('exit', () => {
        exited = true;
      });
      // Writing fails if the program has ended or has closed its input. How it ended is reported by `ended`.
      process.stdin?.on('error', () => {});
      if (input !== '') process.stdin?.write(input);
      if (inputClosed) child.closeInput();
      if (ending) child.end();
    },
    write(text) {
      if (running) running.stdin?.write(text);
      else input += text;
    },
    closeInput() {
      inputClosed = true;
      running?.stdin?.end();
    },
    end() {
      ending = true;
      // If the process is a .bat file or a script, the end of the input may be all that reaches the program it started.
      child.closeInput();
      if (running?.pid === undefined || killTimer) return;
      const descendants = processTree(running.pid).slice(1);
      running.kill('SIGTERM');
      signalEach(descendants, 'SIGTERM');
      killTimer = setTimeout(() => {
        running?.kill('SIGKILL');
        signalEach(descendants, 'SIGKILL');
      }, KILL_AFTER_MS);
    },
    hasExited: () => exited,
    forget() {
      // A grandchild that holds the streams open must not keep this process alive.
      running?.stdout?.destroy();
      running?.stderr?.destroy();
      running = undefined;
      signal.removeEventListener('abort', child.end);
    },
  };
  signal.addEventListener('abort', child.end);
  return child;
}
