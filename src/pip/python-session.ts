import { fileURLToPath } from 'node:url';
import { outputCollector } from './output-collector.js';
import { type ProcessEnd, type ProcessOptions, type ProcessResult, start } from './process.js';
import { type UntilToken, untilToken } from './until-token.js';

/** A Python that runs `run_pip.py`: it imports pip once, and runs one command after the other. */
export interface PythonSession {
  /** Path of the interpreter, as it reports it itself (`sys.executable`); empty when it does not know. */
  readonly executable: string;
  /**
   * Runs a command of pip when those asked for before it have ended. Rejects never.
   *
   * @returns undefined when the program was not running any more, and when it ended unexpectedly during a command that
   * `mayRepeat`.
   */
  run(request: PipRequest): Promise<ProcessResult | undefined>;
  /**
   * Ends the program. A command that is still running is given two seconds. Fulfilled when the program has ended: on
   * Windows, its working directory can't be deleted before that.
   */
  close(): Promise<void>;
}

/** A command for the program. */
export interface PipRequest {
  /** Arguments of pip; undefined: print pip's version. */
  readonly args: readonly string[] | undefined;
  /** Environment variables that pip must not see. */
  readonly without: readonly string[];
  /** Aborted: the program is ended. */
  readonly signal: AbortSignal;
  /** Whether the command changes nothing, and can be run again when the program has ended before it could answer. */
  readonly mayRepeat: boolean;
}

/** How to start the program. */
export interface SessionOptions extends ProcessOptions {
  /** Arguments that come before the path of the program. */
  readonly before?: readonly string[];
  /** Takes a sentence that says why the program can't be used, or no longer. */
  readonly debug: (message: string) => void;
  /** Milliseconds until the program has to run. */
  readonly startMs?: number;
}

const START_MS = 5000;
/** Milliseconds that the program is given to end by itself when its input is closed. */
const CLOSE_MS = 2000;
/** Of `run_pip.py`: this Python has no pip. */
const NO_PIP = 64;

// In dist/ it is beside the bundle. Built from a literal, ncc would take the address for that of an asset.
const PROGRAM = fileURLToPath(import.meta.url.replace(/[^/]*$/, 'run_pip.py'));

/**
 * Starts an interpreter with `run_pip.py`.
 *
 * @returns undefined when the program does not run within five seconds, and when anything is printed before it runs.
 */
export async function startSession(interpreter: string, options: SessionOptions): Promise<PythonSession | undefined> {
  const { before = [], startMs = START_MS } = options;
  const hello = crypto.randomUUID();
  let listener: { readonly stdout: UntilToken; readonly stderr: UntilToken; readonly answered: () => void } | undefined;
  const hear = (stream: 'stdout' | 'stderr') => (data: Buffer) => {
    listener?.[stream].add(data);
    if (listener?.stdout.rest() !== undefined && listener.stderr.rest() !== undefined) listener.answered();
  };
  const listeners = { stdout: hear('stdout'), stderr: hear('stderr') };
  const program = start(interpreter, [...before, PROGRAM, hello], options, listeners);
  let end: ProcessEnd | undefined;
  program.ended.then((ended) => {
    end = ended;
  });

  // Gives how the program ended, when it did so before the token had come on both streams.
  const listen = async (stdout: UntilToken, stderr: UntilToken): Promise<ProcessEnd | undefined> => {
    const answer = new Promise<undefined>((resolve) => {
      listener = { stdout, stderr, answered: () => resolve(undefined) };
    });
    const early = await Promise.race([answer, program.ended]);
    listener = undefined;
    return early;
  };

  const whyEnded = ({ code }: ProcessEnd, when: string) =>
    code === NO_PIP
      ? `${interpreter} has no pip`
      : `${interpreter} ended ${code === null ? 'by a signal' : `with exit code ${code}`} ${when}`;
  // Why the program can't be used, or no longer.
  let trouble: string | undefined;
  const giveUp = (why: string) => {
    trouble ??= why;
    program.end();
  };
  const tellTrouble = () => {
    if (!options.signal.aborted) options.debug(`Running each pip command in a process of its own: ${trouble}.`);
  };

  const printed = () => giveUp(`${interpreter} printed something before run_pip.py ran`);
  const timer = setTimeout(() => giveUp(`${interpreter} did not run run_pip.py within ${startMs} ms`), startMs);
  const greeting = untilToken(hello, printed);
  const early = await listen(greeting, untilToken(hello, printed));
  clearTimeout(timer);
  if (early) trouble ??= early.failedToStart ?? whyEnded(early, 'before run_pip.py ran');
  if (trouble !== undefined) {
    tellTrouble();
    await program.ended;
    return undefined;
  }

  const ask = async ({ args, without, signal, mayRepeat }: PipRequest): Promise<ProcessResult | undefined> => {
    const started = performance.now();
    const token = crypto.randomUUID();
    const command = args === undefined ? 'the question for its version' : `pip ${args.slice(0, 2).join(' ')}`;
    const tooMuch = () => giveUp(`${command} printed too much`);
    const stdout = outputCollector(tooMuch);
    const stderr = outputCollector(tooMuch);
    const result = (code: number | null): ProcessResult => ({
      code,
      stdout: stdout.text(),
      stderr: stderr.text(),
      milliseconds: performance.now() - started,
    });
    if (signal.aborted || options.signal.aborted) return result(null);
    if (end && trouble === undefined) {
      trouble = whyEnded(end, 'between two commands');
      tellTrouble();
    }
    if (closed || trouble !== undefined) return undefined;

    const stop = () => giveUp(`${command} was stopped`);
    signal.addEventListener('abort', stop);
    const untilStdout = untilToken(token, stdout.add);
    const untilStderr = untilToken(token, stderr.add);
    const answer = listen(untilStdout, untilStderr);
    program.write(`${JSON.stringify({ token, args, without })}\n`);
    const early = await answer;
    signal.removeEventListener('abort', stop);
    if (!early) return result(Number(untilStdout.rest()));

    untilStdout.end();
    untilStderr.end();
    const unexpected = trouble === undefined && !options.signal.aborted;
    trouble ??= whyEnded(early, `during ${command}`);
    tellTrouble();
    return unexpected && mayRepeat ? undefined : result(early.code);
  };

  let closed = false;
  let last: Promise<unknown> = Promise.resolve();
  return {
    executable: executableIn(greeting.rest() ?? ''),
    run(request) {
      const answer = last.then(() => ask(request));
      last = answer;
      return answer;
    },
    async close() {
      closed = true;
      program.closeInput();
      const timer = setTimeout(program.end, CLOSE_MS);
      await program.ended;
      clearTimeout(timer);
    },
  };
}

function executableIn(line: string): string {
  const { executable } = JSON.parse(line) as { executable: string | null };
  return executable ?? '';
}
