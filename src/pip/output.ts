import type { PipRun } from './pip.js';

/** Why pip's cache is disabled: a setting, or pip itself, because the directory is not the user's or not writable. */
export type WhyDisabled = { readonly cause: 'setting' } | { readonly cause: 'owner'; readonly directory: string };

/** The result of `pip cache dir` or `pip cache info`. */
export type Verdict =
  /** pip printed what it was asked for. */
  | { readonly kind: 'answered' }
  /** The program is not an interpreter: a Microsoft Store stub, a shim without a version, a damaged file. */
  | { readonly kind: 'not an interpreter'; readonly why: string }
  | { readonly kind: 'no pip' }
  /** pip is older than 20.1. */
  | { readonly kind: 'no cache command' }
  | { readonly kind: 'disabled'; readonly why: WhyDisabled }
  | { readonly kind: 'failed'; readonly why: string };

// 126 and 127: the shell of a shim found no program to run. 9009: Windows ran the stub of the Microsoft Store.
const NOT_RUN = new Set([126, 127, 9009]);

/**
 * Returns the result of `pip cache dir` or `pip cache info`. It recognises the messages of pip 20.0 to 26.2. Reasons in
 * the result contain untrusted text.
 */
export function verdict(run: PipRun): Verdict {
  if (run.failedToStart !== undefined) return { kind: 'not an interpreter', why: whyNotStarted(run.failedToStart) };
  if (run.code === 0) return { kind: 'answered' };
  const output = `${run.stderr}\n${run.stdout}`;
  if (run.code !== null && NOT_RUN.has(run.code)) {
    return { kind: 'not an interpreter', why: `exit code ${run.code}: ${firstLine(output)}` };
  }
  if (/No module named '?pip('?\s*$|\.__main__)/m.test(output)) return { kind: 'no pip' };
  if (/unknown command "cache"/.test(output)) return { kind: 'no cache command' };
  if (/cache is disabled/.test(output)) return { kind: 'disabled', why: whyDisabled(output) };
  return { kind: 'failed', why: failure(run) ?? '' };
}

function whyDisabled(output: string): WhyDisabled {
  const directory = /The directory '(.+)' or its parent directory is not owned or is not writable/.exec(output)?.[1];
  return directory === undefined ? { cause: 'setting' } : { cause: 'owner', directory };
}

// An annotation would show the whole line, which may be a megabyte.
function shortened(line: string): string {
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

// `@actions/exec` looks for the program first. If it is not executable, its message also explains PATH at length.
function whyNotStarted(message: string): string {
  return message.startsWith('Unable to locate executable file') ? 'not executable' : firstLine(message);
}

function firstLine(output: string): string {
  return shortened(
    output
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'it printed nothing',
  );
}

// Returns the most informative line: pip's own ERROR line, the lines about a configuration file, the last line of a
// traceback, a line about an error, or the line below the usage text.
function errorLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const error = lines.find((line) => /^ERROR: (?!Exception:)/.test(line))?.slice('ERROR: '.length);
  const last = lines.some((line) => line.startsWith('Traceback')) ? lines.at(-1) : undefined;
  // Below the usage text, optparse prints the error. pip 26.0 prints markup as well: "[optparse.groups]Usage:[/]".
  const first = /^(\[[^\]]*\])?Usage:/.test(lines[0] ?? '') ? lines.at(-1) : lines[0];
  // The next two lines have the file and the reason.
  const configuration = /^Configuration file could not be loaded/.test(lines[0] ?? '')
    ? lines.slice(0, 3).join(' ')
    : undefined;
  const line =
    error ?? configuration ?? last ?? lines.find((line) => /\berror\b/i.test(line)) ?? first ?? 'it printed nothing';
  return shortened(line.replace(/\.+$/, ''));
}

/**
 * Returns the directory that `pip cache dir` printed.
 *
 * @param run a run of `pip cache dir` that succeeded.
 * @param platform the platform that decides what ends a line.
 * @returns undefined unless pip printed exactly one line: with more lines, the name contains a line break, or another
 * program printed something.
 */
export function cacheDirectory(run: PipRun, platform: NodeJS.Platform = process.platform): string | undefined {
  // On POSIX, a carriage return is part of the name.
  const lines = run.stdout.split(platform === 'win32' ? /\r?\n/ : '\n').filter((line) => line !== '');
  return lines.length === 1 ? lines[0] : undefined;
}

/**
 * Describes how a run of pip failed: `ended with exit code 2: FileNotFoundError`. The description contains untrusted
 * text.
 *
 * @returns undefined if the run succeeded.
 */
export function failure(run: PipRun): string | undefined {
  if (run.code === 0) return undefined;
  if (run.failedToStart !== undefined) return `could not be started: ${whyNotStarted(run.failedToStart)}`;
  const end = run.code === null ? 'was ended by a signal' : `ended with exit code ${run.code}`;
  return `${end}: ${errorLine(`${run.stderr}\n${run.stdout}`)}`;
}

/** Numbers of files that `pip cache info` reports; undefined if it does not. pip before 20.3 reports only wheels. */
export interface InfoCounts {
  readonly responses: number | undefined;
  readonly wheels: number | undefined;
}

/** Reads the numbers from `pip cache info`: "Number of HTTP files", "Number of (locally built) wheels". */
export function infoCounts(run: PipRun): InfoCounts {
  const count = (label: RegExp) => {
    const digits = label.exec(run.stdout)?.[1];
    return digits === undefined ? undefined : Number(digits);
  };
  return {
    responses: count(/^Number of HTTP files: (\d+)\r?$/m),
    wheels: count(/^Number of (?:locally built )?wheels: (\d+)\r?$/m),
  };
}
