import type { PipRun } from './pip.js';

/** Why pip keeps no cache: a setting, or pip itself, since the directory isn't the user's. */
export type WhyDisabled = { readonly cause: 'setting' } | { readonly cause: 'owner'; readonly directory: string };

/** What a run of pip that was to tell about the cache came to. */
export type Verdict =
  | { readonly kind: 'answered' }
  /** Nothing there that could be run: a Microsoft Store stub, a shim with no version, a damaged file. */
  | { readonly kind: 'not an interpreter'; readonly why: string }
  | { readonly kind: 'no pip' }
  /** pip before 20.1. */
  | { readonly kind: 'no cache command' }
  /** The user, or pip itself, has turned the cache off. */
  | { readonly kind: 'disabled'; readonly why: WhyDisabled }
  | { readonly kind: 'failed'; readonly why: string };

// 126 and 127 are a shell's for a shim that leads nowhere; 9009 is Windows' for the stub of the Microsoft Store.
const NOT_RUN = new Set([126, 127, 9009]);

/**
 * Reads how `pip cache dir` or `pip cache info` ended. The wording is that of pip 20.0 to 26.2.
 */
export function verdict(run: PipRun): Verdict {
  if (run.failedToStart !== undefined) return { kind: 'not an interpreter', why: whyNotStarted(run.failedToStart) };
  if (run.code === 0) return { kind: 'answered' };
  const words = `${run.stderr}\n${run.stdout}`;
  if (run.code !== null && NOT_RUN.has(run.code)) {
    return { kind: 'not an interpreter', why: `exit code ${run.code}: ${firstLine(words)}` };
  }
  if (/No module named '?pip('?\s*$|\.__main__)/m.test(words)) return { kind: 'no pip' };
  if (/unknown command "cache"/.test(words)) return { kind: 'no cache command' };
  if (/cache is disabled/.test(words)) return { kind: 'disabled', why: whyDisabled(words) };
  return { kind: 'failed', why: failure(run) ?? '' };
}

function whyDisabled(words: string): WhyDisabled {
  const directory = /The directory '(.+)' or its parent directory is not owned or is not writable/.exec(words)?.[1];
  return directory === undefined ? { cause: 'setting' } : { cause: 'owner', directory };
}

// An annotation is no place for a megabyte in one line.
function shortened(line: string): string {
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

// exec looks for the program first, and says a lot about PATH when it isn't executable.
function whyNotStarted(message: string): string {
  return message.startsWith('Unable to locate executable file') ? 'not executable' : firstLine(message);
}

function firstLine(words: string): string {
  return shortened(
    words
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'it printed nothing',
  );
}

// What says most: pip's own ERROR line, the last line of a traceback, a line about an error below the usage text.
function errorLine(words: string): string {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const error = lines.find((line) => /^ERROR: (?!Exception:)/.test(line))?.slice('ERROR: '.length);
  const last = lines.some((line) => line.startsWith('Traceback')) ? lines.at(-1) : undefined;
  // Below the usage, optparse says what it doesn't like. pip 26.0 prints its markup with it: "[optparse.groups]Usage:[/]".
  const first = /^(\[[^\]]*\])?Usage:/.test(lines[0] ?? '') ? lines.at(-1) : lines[0];
  // It says which file, and why, in the next lines.
  const configuration = /^Configuration file could not be loaded/.test(lines[0] ?? '')
    ? lines.slice(0, 3).join(' ')
    : undefined;
  const said =
    error ?? configuration ?? last ?? lines.find((line) => /\berror\b/i.test(line)) ?? first ?? 'it printed nothing';
  return shortened(said.replace(/\.+$/, ''));
}

/**
 * The one line that `pip cache dir` printed.
 *
 * @returns undefined when it isn't one line: a name with a line break in it, or a stranger's words, can't be trusted.
 */
export function cacheDirectory(run: PipRun, platform: NodeJS.Platform = process.platform): string | undefined {
  // Elsewhere than on Windows, a carriage return is a part of the name.
  const lines = run.stdout.split(platform === 'win32' ? /\r?\n/ : '\n').filter((line) => line !== '');
  return lines.length === 1 ? lines[0] : undefined;
}

/**
 * How a run of pip failed, in a few words: `ended with exit code 2: FileNotFoundError`.
 *
 * @returns undefined for a run that succeeded. Contains untrusted text.
 */
export function failure(run: PipRun): string | undefined {
  if (run.code === 0) return undefined;
  if (run.failedToStart !== undefined) return `could not be started: ${whyNotStarted(run.failedToStart)}`;
  const end = run.code === null ? 'was ended by a signal' : `ended with exit code ${run.code}`;
  return `${end}: ${errorLine(`${run.stderr}\n${run.stdout}`)}`;
}

/** How many files `pip cache info` counts; a pip before 20.3 counts wheels only. */
export interface InfoCounts {
  readonly responses: number | undefined;
  readonly wheels: number | undefined;
}

/** Reads the counts out of `pip cache info`: "Number of HTTP files", "Number of (locally built) wheels". */
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
