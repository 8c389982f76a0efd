import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import type { Environment } from './environment.js';

/**
 * A pip that another process runs. Of its command line no more than the command is told: an address in it may hold a
 * password.
 */
export interface OtherPip {
  /** `install`, ... */
  readonly command: string;
  /** Number of the process. */
  readonly process: number;
}

const COMMANDS = new Set(
  (
    'cache check completion config debug download freeze hash help index inspect install list lock search show ' +
    'uninstall wheel'
  ).split(' '),
);
/** Those that look into the cache, and fail when what they found there is gone a moment later. */
const USING_CACHE = new Set(['download', 'index', 'install', 'list', 'lock', 'wheel']);

const PYTHON = /^(python|pypy|graalpy)/;
// `-m pip`, a script, a zip file, or pip's own runner for what a build requires.
const PIP = /^(-\w*mpip|pip[\d.]*(\.pyz)?|__pip-runner__\.py)$/;

/**
 * The pips at work on this machine that may use this cache. Where there is no `/proc` (everywhere but on Linux) none is
 * seen; nor is one in another container, or of another user.
 *
 * @param cacheDirectory the cache that is meant.
 * @param env the step's environment.
 * @param processes where the system tells of its processes.
 */
export function pipsAtWork(cacheDirectory: string, env: Environment, processes = '/proc'): OtherPip[] {
  const pips: OtherPip[] = [];
  for (const number of numbersIn(processes)) {
    const directory = join(processes, number);
    const words = fieldsIn(join(directory, 'cmdline'));
    const command = commandOf(words);
    if (command !== undefined && mayUse(cacheDirectory, { words, directory }, env)) {
      pips.push({ command, process: Number(number) });
    }
  }
  return pips;
}

// The options of Python whose value may be the next word.
const TAKES_VALUE = /^(-\w*[XW]|--check-hash-based-pycs)$/;

function numbersIn(processes: string): string[] {
  try {
    return readdirSync(processes).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

// None for a process that has ended meanwhile, and for what another user's doesn't tell.
function fieldsIn(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\0').slice(0, -1);
  } catch {
    return [];
  }
}

function commandOf([program = '', ...words]: readonly string[]): string | undefined {
  if (!PYTHON.test(basename(program))) return undefined;
  const script = words.findIndex((word, at) => !word.startsWith('-') && !TAKES_VALUE.test(words[at - 1] ?? ''));
  const pip = words.findIndex(
    (word, at) => PIP.test(basename(word)) && (at <= script || script < 0 || /^-\w*m$/.test(words[at - 1] ?? '')),
  );
  const command = pip < 0 ? undefined : words.slice(pip + 1).find((word) => COMMANDS.has(word));
  return command !== undefined && USING_CACHE.has(command) ? command : undefined;
}

function mayUse(
  cacheDirectory: string,
  { words, directory }: { readonly words: readonly string[]; readonly directory: string },
  env: Environment,
): boolean {
  const theirs = Object.fromEntries(fieldsIn(join(directory, 'environ')).map(nameAndValue));
  const option = cacheOption(words);
  // An option outweighs a variable.
  const without = option?.directory === undefined && (option !== undefined || theirs.PIP_NO_CACHE_DIR);
  if (Object.keys(theirs).length === 0 || without) return false;
  // Seen as that process sees it: in another container, the same path may lead elsewhere.
  const isMeant = (path: string) => {
    const home = path.replace(/^~(?=$|\/)/, homeOf(theirs));
    const theirPath = isAbsolute(home) ? join(directory, 'root', home) : join(directory, 'cwd', home);
    return isSame(statusOf(theirPath), statusOf(cacheDirectory));
  };
  const named = option?.directory ?? theirs.PIP_CACHE_DIR;
  if (named) return isMeant(named);
  if (isMeant(usualCache(theirs))) return true;
  // Ours is named in a pip.conf, which may be theirs too.
  return !env.PIP_CACHE_DIR && !isSame(statusOf(usualCache(env)), statusOf(cacheDirectory));
}

function nameAndValue(variable: string): [string, string] {
  const end = variable.indexOf('=');
  return [variable.slice(0, end), variable.slice(end + 1)];
}

// pip's options may be shortened, as long as they can be told apart; the last one counts.
const CACHE_DIR = /^--ca(?:c(?:h(?:e(?:-(?:d(?:i(?:r)?)?)?)?)?)?)?(?:=(.*))?$/s;
const NO_CACHE_DIR = /^--no-ca(?:c(?:h(?:e(?:-(?:d(?:i(?:r)?)?)?)?)?)?)?$/;

// Without a directory: the one that turns the cache off.
function cacheOption(words: readonly string[]): { readonly directory?: string } | undefined {
  const at = words.findLastIndex((word) => CACHE_DIR.test(word) || NO_CACHE_DIR.test(word));
  const word = words[at];
  if (word === undefined) return undefined;
  if (NO_CACHE_DIR.test(word)) return {};
  return { directory: CACHE_DIR.exec(word)?.[1] ?? words[at + 1] ?? '' };
}

function homeOf(env: Environment): string {
  return env.HOME || homedir();
}

function usualCache(env: Environment): string {
  return join(env.XDG_CACHE_HOME || join(homeOf(env), '.cache'), 'pip');
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isSame(one: Stats | undefined, other: Stats | undefined): boolean {
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}
