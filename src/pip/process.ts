import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { exec } from '@actions/exec';
import { messageOf } from '../util/errors.js';
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

/** Bytes of each stream that are kept. */
const KEPT_BYTES = 1 << 20;
/** A program that prints more is ended: exec takes quadratic time for a line without an end. */
const MOST_BYTES = 16 << 20;
/** A grandchild that holds the streams open is waited for this long: exec's own 10 s would look like a hang. */
const STREAMS_CLOSE_MS = 1000;
/** Between asking a process to end and ending it. */
const KILL_AFTER_MS = 500;

/**
 * Runs a program to its end, without a shell, printing nothing. The only place that starts processes. Rejects never: a program that
 * can't be started is told by `failedToStart`.
 *
 * A cancelled job sends SIGINT to this process alone, and 7.5 s later SIGTERM, so that the child must be ended from here. exec hands
 * out no process; Node's diagnostics channel `child_process` does.
 *
 * @param program path of the program.
 * @param args its arguments.
 */
export async function run(program: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const { cwd, env, signal } = options;
  const started = performance.now();
  const ended = (code: number | null, stdout = '', stderr = ''): ProcessResult => ({
    code,
    stdout,
    stderr,
    milliseconds: performance.now() - started,
  });
  if (signal.aborted) return ended(null);
  watchProcesses();
  const child = childOf(signal);
  const tooMuch = () => child.end();
  const stdout = collector(tooMuch);
  const stderr = collector(tooMuch);
  try {
    // exec takes the path out of a command line whose last word it trims: with -m in it, the path is never the last.
    const [first, ...others] = args;
    const line = `${commandLineWord(program)} ${commandLineWord(first ?? '')}`;
    const options = {
      cwd,
      env,
      silent: true,
      ignoreReturnCode: true,
      delay: STREAMS_CLOSE_MS,
      listeners: { stdout: stdout.add, stderr: stderr.add },
    };
    const code: number | null = await starting.run(child, () => exec(line, others, options));
    return ended(code, stdout.text(), stderr.text());
  } catch (thrown) {
    return { ...ended(null, stdout.text(), stderr.text()), failedToStart: messageOf(thrown) };
  } finally {
    child.forget();
  }
}

/** A word in the command line that exec splits up: it knows double quotes, inside which a backslash escapes one. */
export function commandLineWord(word: string): string {
  return word.replace(/[ "]/g, (character) => (character === ' ' ? '" "' : '"\\""'));
}

/** The process of one run, as far as it has been started. */
interface Child {
  started(process: ChildProcess): void;
  /** Ends it, also when it starts only later. */
  end(): void;
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

function childOf(signal: AbortSignal): Child {
  let running: ChildProcess | undefined;
  let ending = false;
  let killing: NodeJS.Timeout | undefined;
  const child: Child = {
    started(process) {
      running = process;
      // exec leaves the input open without an `input`, and with one it dies of EPIPE when the child ends early.
      process.stdin?.on('error', () => {}).end();
      if (ending) child.end();
    },
    end() {
      ending = true;
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

function collector(tooMuch: () => void): { add(data: Buffer): void; text(): string } {
  const chunks: Buffer[] = [];
  let kept = 0;
  let seen = 0;
  return {
    add(data) {
      seen += data.length;
      if (seen > MOST_BYTES) tooMuch();
      const part = data.subarray(0, KEPT_BYTES - kept);
      kept += part.length;
      if (part.length > 0) chunks.push(part);
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
