import { fileURLToPath } from 'node:url';
import { type AnswerStreams, answerStreams } from './answer-streams.js';
import { outputCollector } from './output-collector.js';
import { type ProcessEnd, type ProcessOptions, type ProcessResult, type RunningProcess, start } from './process.js';

/** A Python process that runs `run_pip.py`: it imports pip once, and runs one command after another. */
export interface PythonSession {
  /** Path of the interpreter, as Python reports it (`sys.executable`). Empty if Python does not know it. */
  readonly executable: string;
  /**
   * Runs a command of pip after all commands that were requested before it. Never rejects.
   *
   * @returns undefined if the command has to be run in a process of its own: the session ended before the command, or
   * it ended unexpectedly during a command that `mayRepeat`.
   */
  run(request: PipRequest): Promise<ProcessResult | undefined>;
  /**
   * Ends the process. A command that is still running has two seconds to end. Fulfilled when the process has ended,
   * because Windows can't delete the working directory of a running process.
   */
  close(): Promise<void>;
}

/** One command to run in a session. */
export interface PipRequest {
  /** Arguments of pip; undefined prints pip's version. */
  readonly args: readonly string[] | undefined;
  /** Names of environment variables to unset for this command. */
  readonly unset: readonly string[];
  /** Ends the session when it is aborted during the command. */
  readonly signal: AbortSignal;
  /** Whether the command changes nothing and can therefore be run again if the process ends during it. */
  readonly mayRepeat: boolean;
}

/** How to start a session. */
export interface SessionOptions extends ProcessOptions {
  /** Arguments of the interpreter that come before the path of `run_pip.py`. */
  readonly before?: readonly string[];
  /** Receives one sentence with the reason if the session can't be used, or can no longer be used. */
  readonly debug: (message: string) => void;
  /** Milliseconds that `run_pip.py` has to report that it runs. Default: 5000. */
  readonly startMs?: number;
}

const START_MS = 5000;
/** Milliseconds that the process has to end by itself after its input is closed. */
const CLOSE_MS = 2000;
/** Exit code of `run_pip.py` if this Python has no pip. */
const NO_PIP = 64;

// dist/ has it next to the bundle. ncc would treat a path built from a literal as the path of an asset.
const PROGRAM = fileURLToPath(import.meta.url.replace(/[^/]*$/, 'run_pip.py'));

/** The state of a session. */
interface SessionState {
  readonly interpreter: string;
  readonly options: SessionOptions;
  readonly process: RunningProcess;
  readonly streams: AnswerStreams;
  /** How the process ended; undefined while it runs. */
  end: ProcessEnd | undefined;
  /** Why the session can no longer be used; undefined while it can. */
  failure: string | undefined;
  closed: boolean;
}

/**
 * Starts an interpreter with `run_pip.py`, which describes the protocol. Never rejects.
 *
 * @param interpreter path of the interpreter.
 * @returns undefined if the interpreter can't be started, prints anything before `run_pip.py` runs, or does not run it
 * in time. An interpreter without pip has a session, which runs no command.
 */
export async function startSession(interpreter: string, options: SessionOptions): Promise<PythonSession | undefined> {
  const startToken = crypto.randomUUID();
  const session = startProcess(interpreter, startToken, options);
  const executable = await readExecutable(session, startToken);
  if (executable === undefined) {
    reportFailure(session);
    await session.process.ended;
    return undefined;
  }
  let previous: Promise<unknown> = importPip(session);
  return {
    executable,
    run(request) {
      const result = previous.then(() => runCommand(session, request));
      previous = result;
      return result;
    },
    close: () => close(session),
  };
}

function startProcess(interpreter: string, startToken: string, options: SessionOptions): SessionState {
  const streams = answerStreams();
  const args = [...(options.before ?? []), PROGRAM, startToken];
  const process = start(interpreter, args, { ...options, listeners: streams.listeners });
  const session: SessionState = {
    interpreter,
    options,
    process,
    streams,
    end: undefined,
    failure: undefined,
    closed: false,
  };
  process.ended.then((end) => {
    session.end = end;
  });
  return session;
}

// Returns undefined, with the reason in `failure`, if the program does not run as it should.
async function readExecutable(session: SessionState, startToken: string): Promise<string | undefined> {
  const { interpreter, process, streams } = session;
  const { startMs = START_MS } = session.options;
  const refuseOutput = () => fail(session, `${interpreter} printed something before run_pip.py ran`);
  const refuseDelay = () => fail(session, `${interpreter} did not run run_pip.py within ${startMs} ms`);
  const timer = setTimeout(refuseDelay, startMs);
  const reader = streams.read(startToken, { stdout: refuseOutput, stderr: refuseOutput });
  const answer = await Promise.race([reader.complete, process.ended]);
  clearTimeout(timer);
  if (typeof answer !== 'string') {
    session.failure ??= answer.failedToStart ?? describeEnd(session, answer, 'before run_pip.py ran');
  }
  if (typeof answer !== 'string' || session.failure !== undefined) return undefined;
  const executable = executableIn(answer);
  if (executable === undefined) refuseOutput();
  return executable;
}

function executableIn(line: string): string | undefined {
  try {
    const { executable } = JSON.parse(line) as { executable: string | null };
    return executable ?? '';
  } catch {
    return undefined;
  }
}

// The first request: the program imports pip. If it prints something then, each command of its own would print that.
async function importPip(session: SessionState): Promise<void> {
  const token = crypto.randomUUID();
  const refuseOutput = () => fail(session, `${session.interpreter} prints something when it imports pip`);
  const reader = session.streams.read(token, { stdout: refuseOutput, stderr: refuseOutput });
  session.process.write(`${JSON.stringify({ token })}\n`);
  const answer = await Promise.race([reader.complete, session.process.ended]);
  if (typeof answer !== 'string') session.failure ??= describeEnd(session, answer, 'before it imported pip');
  if (session.failure !== undefined && !session.closed) reportFailure(session);
}

async function runCommand(session: SessionState, request: PipRequest): Promise<ProcessResult | undefined> {
  const { process, streams, options } = session;
  const { args, unset, signal, mayRepeat } = request;
  const started = performance.now();
  const command = args === undefined ? 'the question for its version' : `pip ${args.slice(0, 2).join(' ')}`;
  const refuseOutput = () => fail(session, `${command} printed too much`);
  const stdout = outputCollector(refuseOutput);
  const stderr = outputCollector(refuseOutput);
  const result = (code: number | null): ProcessResult => ({
    code,
    stdout: stdout.text(),
    stderr: stderr.text(),
    milliseconds: performance.now() - started,
  });
  if (signal.aborted || options.signal.aborted || session.closed) return result(null);
  if (!isUsable(session)) return undefined;

  const stop = () => fail(session, `${command} was stopped`);
  signal.addEventListener('abort', stop);
  const token = crypto.randomUUID();
  const reader = streams.read(token, { stdout: stdout.add, stderr: stderr.add });
  process.write(`${JSON.stringify({ token, args, unset })}\n`);
  const answer = await Promise.race([reader.complete, process.ended]);
  signal.removeEventListener('abort', stop);
  if (typeof answer === 'string' && /^ ?\d+\r?$/.test(answer)) return result(Number(answer));

  reader.flush();
  // A session that was closed is not continued in other processes.
  if (session.closed || typeof answer === 'string') return result(typeof answer === 'string' ? null : answer.code);
  const isUnexpected = session.failure === undefined && !options.signal.aborted;
  session.failure ??= describeEnd(session, answer, `during ${command}`);
  reportFailure(session);
  return isUnexpected && mayRepeat ? undefined : result(answer.code);
}

function isUsable(session: SessionState): boolean {
  if (session.process.hasExited() && session.failure === undefined) {
    session.failure = session.end
      ? describeEnd(session, session.end, 'between two commands')
      : `${session.interpreter} ended between two commands`;
    reportFailure(session);
  }
  return session.failure === undefined;
}

async function close(session: SessionState): Promise<void> {
  session.closed = true;
  session.process.closeInput();
  const timer = setTimeout(session.process.end, CLOSE_MS);
  await session.process.ended;
  clearTimeout(timer);
}

// Only the first reason is kept: the others are its consequences.
function fail(session: SessionState, reason: string): void {
  session.failure ??= reason;
  session.process.end();
}

function reportFailure({ options, failure }: SessionState): void {
  if (!options.signal.aborted) options.debug(`Running each pip command in a process of its own: ${failure}.`);
}

function describeEnd({ interpreter }: SessionState, { code }: ProcessEnd, when: string): string {
  if (code === NO_PIP && when === 'before it imported pip') return `${interpreter} has no pip`;
  return `${interpreter} ended ${code === null ? 'by a signal' : `with exit code ${code}`} ${when}`;
}
