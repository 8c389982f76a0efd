import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { exec } from '@actions/exec';
import { messageOf } from '../errors.js';

/** How a process ended, and what it printed. */
export interface Ended {
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
export interface Surroundings {
  readonly cwd: string;
  readonly env: Record<string, string>;
  /** Aborted: what runs is ended, and nothing more is started. */
  readonly signal: AbortSignal;
}

/** Bytes of each stream that are kept; a pip that prints more is a pip gone wrong. */
const KEPT_BYTES = 1 << 20;
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
export async function run(program: string, args: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { cwd, env, signal } = surroundings;
  const stdout = collector();
  const stderr = collector();
  const started = performance.now();
  const ended = (code: number | null, failure?: string): Ended => ({
    code,
    ...(failure === undefined ? {} : { failedToStart: failure }),
    stdout: stdout.text(),
    stderr: stderr.text(),
    milliseconds: performance.now() - started,
  });
  if (signal.aborted) return ended(null);
  watchProcesses();
  // A function of its own: another run that ends takes its own listener away, not this one.
  const end = () => endAll();
  signal.addEventListener('abort', end);
  try {
    // exec takes the path out of a command line whose last word it trims: with -m in it, the path is never the last.
    const [first, ...others] = args;
    const code: number | null = await exec(`${commandLineWord(program)} ${commandLineWord(first ?? '')}`, others, {
      cwd,
      env,
      silent: true,
      ignoreReturnCode: true,
      delay: STREAMS_CLOSE_MS,
      listeners: { stdout: stdout.add, stderr: stderr.add },
    });
    return ended(code);
  } catch (thrown) {
    return ended(null, messageOf(thrown));
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** A word in the command line that exec splits up: it knows double quotes, inside which a backslash escapes one. */
export function commandLineWord(word: string): string {
  return word.replace(/[ "]/g, (character) => (character === ' ' ? '" "' : '"\\""'));
}

const running = new Set<ChildProcess>();
let watching = false;
let ending = false;

function watchProcesses(): void {
  if (watching) return;
  watching = true;
  subscribe('child_process', (message) => {
    const { process: child } = message as { process: ChildProcess };
    running.add(child);
    child.once('spawn', () => started(child));
    child.once('exit', () => running.delete(child));
    child.once('error', () => running.delete(child));
  });
}

function started(child: ChildProcess): void {
  // exec leaves the input open without an `input`, and with one it dies of EPIPE when the child ends early.
  child.stdin?.on('error', () => {}).end();
  if (ending) endOne(child);
}

function endAll(): void {
  ending = true;
  for (const child of running) endOne(child);
}

function endOne(child: ChildProcess): void {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
}

function collector(): { add(data: Buffer): void; text(): string } {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    add(data) {
      const kept = data.subarray(0, KEPT_BYTES - bytes);
      bytes += kept.length;
      if (kept.length > 0) chunks.push(kept);
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
