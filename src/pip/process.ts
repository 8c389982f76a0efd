import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { exec } from '@actions/exec';
import { messageOf } from '../util/errors.js';
import { outputCollector } from './output-collector.js';
import { processTree, signalEach } from './process-tree.js';

/** How a process ended, and what it printed. */
export interface ProcessResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  /** Why it could not be started, if it couldn't. */
  readonly failedToStart?: string;
  readonly stdout: string;
  readonly stderr: string;
  /** From start to end. */
  readonly milliseconds: number;
}

/** Where and with what a process runs. */
export interface ProcessOptions {
  readonly cwd: string;
  readonly env: Record<string, string>;
  /** Aborted: what runs is ended, and nothing more is started. */
  readonly signal: AbortSignal;
}

/** A process that has been started, or that is about to be: its input and its end. */
export interface RunningProcess {
  /** Writes to its standard input. What it can't take any more is dropped. */
  write(text: string): void;
  /** Closes its standard input. */
  closeInput(): void;
  /** Ends it and, on Linux, all processes below it. */
  end(): void;
  /** Fulfilled when it has ended and its streams are closed. Rejects never. */
  readonly ended: Promise<ProcessEnd>;
}

/** How a process ended. */
export interface ProcessEnd {
  /** Exit code; null when a signal ended it, and when it could not be started. */
  readonly code: number | null;
  /** Why it could not be started, if it couldn't. */
  readonly failedToStart?: string;
}

/** Where the output of a process goes, as it comes. */
export interface OutputListeners {
  readonly stdout: (data: Buffer) => void;
  readonly stderr: (data: Buffer) => void;
}

/** A grandchild that holds the streams open is waited for this long: exec's own 10 s would look like a hang. */
const STREAMS_CLOSE_MS = 1000;
/** Between asking a process to end and ending it. */
const KILL_AFTER_MS = 500;

/**
 * Runs a program to its end with a closed input, without a shell, printing nothing. Rejects never: `failedToStart` says
 * why a program could not be started.
 *
 * @param program path of the program.
 * @param args its arguments.
 */
export async function run(program: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const started = performance.now();
  const stdout = outputCollector(() => running.end());
  const stderr = outputCollector(() => running.end());
  const running = start(program, args, options, { stdout: stdout.add, stderr: stderr.add });
  running.closeInput();
  const end = await running.ended;
  return { ...end, stdout: stdout.text(), stderr: stderr.text(), milliseconds: performance.now() - started };
}

/**
 * Starts a program, without a shell, printing nothing. The only place that starts processes.
 *
 * A cancelled job sends SIGINT to this process alone, and 7.5 s later SIGTERM, so that the child must be ended from
 * here. exec hands out no process; Node's diagnostics channel `child_process` does.
 *
 * @param program path of the program.
 * @param args its arguments; the first one must not be empty, nor begin or end with a space.
 */
export function start(
  program: string,
  args: readonly string[],
  { cwd, env, signal }: ProcessOptions,
  listeners: OutputListeners,
): RunningProcess {
  if (signal.aborted) {
    return { write() {}, closeInput() {}, end() {}, ended: Promise.resolve({ code: null }) };
  }
  watchProcesses();
  const child = childOf(signal);
  // exec takes the path out of a command line whose last word it trims: with an argument in it, the path is never the
  // last.
  const [first = '', ...others] = args;
  const line = `${commandLineWord(program)} ${commandLineWord(first)}`;
  const options = { cwd, env, silent: true, ignoreReturnCode: true, delay: STREAMS_CLOSE_MS, listeners };
  const ended = async (): Promise<ProcessEnd> => {
    try {
      const code: number | null = await starting.run(child, () => exec(line, others, options));
      return { code };
    } catch (thrown) {
      return { code: null, failedToStart: messageOf(thrown) };
    } finally {
      child.forget();
    }
  };
  return { write: child.write, closeInput: child.closeInput, end: child.end, ended: ended() };
}

/** A word in the command line that exec splits up: it knows double quotes, inside which a backslash escapes one. */
export function commandLineWord(word: string): string {
  return word.replace(/[ "]/g, (character) => (character === ' ' ? '" "' : '"\\""'));
}

/** The process of one run, as far as it has been started. */
interface Child extends Omit<RunningProcess, 'ended'> {
  started(process: ChildProcess): void;
  /** It has ended. */
  forget(): void;
}

// Tells a process that is being started to the run that it is for.
const starting = new AsyncLocalStorage<Child>();
let watching = false;

function watchProcesses(): void {
  if (watching) return;
  watching = true;
  subscribe('child_process', (message) => {
    const { process: started } = message as { process: ChildProcess };
    const child = starting.getStore();
    if (child) started.once('spawn', () => child.started(started));
  });
}

// What is asked of it before it has started is done then.
function childOf(signal: AbortSignal): Child {
  let running: ChildProcess | undefined;
  let input = '';
  let inputClosed = false;
  let ending = false;
  let killing: NodeJS.Timeout | undefined;
  const child: Child = {
    started(process) {
      running = process;
      // A program that has ended early, or has closed its input, makes writing to it fail.
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
      // Behind a .bat file or a script, nothing else may reach the program that reads it.
      child.closeInput();
      if (running?.pid === undefined || killing) return;
      const below = processTree(running.pid).slice(1);
      running.kill('SIGTERM');
      signalEach(below, 'SIGTERM');
      killing = setTimeout(() => {
        running?.kill('SIGKILL');
        signalEach(below, 'SIGKILL');
      }, KILL_AFTER_MS);
    },
    forget() {
      running = undefined;
      signal.removeEventListener('abort', child.end);
    },
  };
  signal.addEventListener('abort', child.end);
  return child;
}
