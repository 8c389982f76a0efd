import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { changed } from '../support/environment.mjs';
import { errorOf, type Fixture, fixture } from '../support/fixture.js';
import { moduleDirectory } from '../support/modules.js';
import { runPip } from '../support/python.mjs';
import type { RunResult } from '../support/runner.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { virtualEnvironment } from '../support/virtual-environment.js';

afterAll(removeTemporaryDirectories);

type Env = Record<string, string | undefined>;
/** A setting: a description, and the environment with the setting. */
type Setting = [string, Env | ((cache: Fixture) => Env)];

const [major = 0, minor = 0] = inject('python').pipVersion.split('.').map(Number);
/** Whether the pip of these tests has this version or a later one. */
const isAtLeast = (wantedMajor: number, wantedMinor: number) =>
  major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);

/** Makes a cache whose path is not ASCII, with a file whose name is not ASCII. */
function cacheOfUnicode(): Fixture {
  const cache = fixture('cäche 日本');
  mkdirSync(cache.workspace, { recursive: true });
  writeFileSync(join(cache.cacheDir, 'http-v2', 'größe 日本'), 'x');
  return cache;
}

function environment(setting: Setting[1], cache: Fixture): Env {
  return typeof setting === 'function' ? setting(cache) : setting;
}

/** Returns a function that writes a configuration file, and returns an environment where PIP_CONFIG_FILE names it. */
function inFile(text: string | Buffer | ((cache: Fixture) => string)): (cache: Fixture) => Env {
  return (cache) => {
    const path = join(cache.home, 'settings.conf');
    writeFileSync(path, typeof text === 'function' ? text(cache) : text);
    return { PIP_CONFIG_FILE: path };
  };
}

/** Returns what pip printed, by command. */
function pipOutput(run: RunResult, { cacheDir }: Fixture): string[][] {
  return run.groups.map(({ title, lines }) => [
    title.replace(/ \([^)]*\)$/, ''),
    ...lines.map((line) => line.replaceAll(cacheDir, 'CACHE')),
  ]);
}

const PURGE = {};
const DRY_RUN = { 'dry-run': 'true' };

/** Runs a step that must behave as without the settings, with the same numbers. Returns what pip printed. */
async function runUnaffected(cache: Fixture, env: Env, inputs: Record<string, string>): Promise<string[][]> {
  const before = cache.count();
  const run = await cache.step(inputs, { env });
  expect(run.annotations).toEqual([]);
  expect(run.code).toBe(0);
  const { files, bytes, directories, diskBytes } = before;
  expect(run.outputs).toMatchObject({
    outcome: inputs === PURGE ? 'reset' : 'dry-run',
    'cache-dir': cache.cacheDir,
    'python-path': cache.python.command,
    'pip-version': cache.python.pipVersion,
    'files-before': String(files),
    'files-after': inputs === PURGE ? '0' : String(files),
    'files-removed': String(files),
    'bytes-removed': String(bytes),
    'directories-removed': String(directories),
    'disk-bytes-freed': String(diskBytes),
  });
  expect(cache.count()).toEqual(inputs === PURGE ? expect.objectContaining({ files: 0, directories: 0 }) : before);
  return pipOutput(run, cache);
}

/** Runs a step that must fail with one error and leave the cache unchanged. */
async function refused(cache: Fixture, env: Env): Promise<string> {
  const before = cache.count();
  const run = await cache.step({}, { env });
  expect(run.code).toBe(1);
  expect(run.outputs).toEqual({});
  expect(cache.count()).toEqual(before);
  return errorOf(run);
}

/** What pip prints in a purge without settings. A dry run has the first two commands. */
let plainOutput: string[][];
let otherPython: string;

beforeAll(async () => {
  const cache = cacheOfUnicode();
  plainOutput = await runUnaffected(cache, {}, PURGE);
  otherPython = virtualEnvironment(cache.python.command, join(temporaryDirectory('other'), 'venv'));
});

// A path that can't exist, because its parent is a file.
const nowhere = ({ cacheDir }: Fixture) => join(cacheDir, 'stranger.txt', 'pip.log');

/** Combines several settings, because each start of pip costs the tests half a second. */
const together = (env: Record<string, string>): Setting => [
  Object.entries(env)
    .map(([name, value]) => `${name}=${value}`)
    .join(', '),
  env,
];

// Settings that would change what pip prints while it deletes, or make pip start another process.
const SETTINGS_OF_PURGE: Setting[] = [
  together({ PIP_QUIET: '3' }),
  together({ PIP_VERBOSE: '3' }),
  ['PIP_DEBUG=1, and a PIP_LOG that can not be written', (cache) => ({ PIP_DEBUG: '1', PIP_LOG: nowhere(cache) })],
  ['PIP_PYTHON, another interpreter', () => ({ PIP_PYTHON: otherPython })],
  ['quiet = 1 for all commands, in a pip.conf', inFile('[global]\nquiet = 1\n')],
  ['verbose = 1, in a pip.conf', inFile('[global]\nverbose = 1\n')],
  together({ PYTHONIOENCODING: 'ascii' }),
  together({ LC_ALL: 'C', PYTHONUTF8: '0', PYTHONCOERCECLOCALE: '0' }),
];

const SETTINGS_OF_ALL_COMMANDS: Setting[] = [
  together({ PIP_QUIET: '1' }),
  together({ PIP_QUIET: '2' }),
  ['PIP_quiet=3, which pip accepts too', { PIP_quiet: '3' }],
  together({ PIP_VERBOSE: '1' }),
  ['PIP_LOG, which is a directory', ({ home }) => ({ PIP_LOG: home })],
  ...['PIP_LOG_FILE', 'PIP_LOCAL_LOG'].map(
    (name): Setting => [`${name}, another name of PIP_LOG`, (cache) => ({ [name]: nowhere(cache) })],
  ),
  together({ PIP_NO_COLOR: '0', NO_COLOR: '1', COLUMNS: '20' }),
  together({ PIP_REQUIRE_VIRTUALENV: '1', PIP_ISOLATED: '1', PIP_NO_CACHE_DIR: '' }),
  [
    'PIP_PYTHON, a virtual environment relative to the workspace',
    ({ workspace }) => ({ PIP_PYTHON: relative(workspace, otherPython) }),
  ],
  ['PIP_CONFIG_FILE, which does not exist', (cache) => ({ PIP_CONFIG_FILE: nowhere(cache) })],
  ['HOME is not set', { HOME: undefined, USERPROFILE: undefined }],
  ['quiet = 1 for pip cache, in a pip.conf', inFile('[cache]\nquiet = 1\n')],
  [
    'format, no-color, debug, require-virtualenv, isolated and unknown keys, in a pip.conf',
    inFile(
      '[global]\nno-color = false\ndebug = true\nrequire-virtualenv = true\nisolated = true\nno-such-key = 1\n' +
        '[cache]\nformat = abspath\n[install]\nquiet = 3\n',
    ),
  ],
  ['python, another interpreter, in a pip.conf', inFile(() => `[global]\npython = ${otherPython}\n`)],
  together({ PYTHONIOENCODING: 'latin-1' }),
  together({ PYTHONIOENCODING: 'utf-16' }),
  together({ LANG: 'C' }),
  together({ LC_ALL: 'C' }),
  together({ LC_ALL: 'POSIX', PYTHONUTF8: '0' }),
  ['PYTHONPATH, with a module', () => ({ PYTHONPATH: moduleDirectory({ 'module.py': 'print("imported")' }) })],
  together({ PYTHONWARNINGS: 'error' }),
  together({ PYTHONWARNINGS: 'default', PYTHONDEVMODE: '1' }),
  together({ PYTHONOPTIMIZE: '2', PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1', PYTHONNOUSERSITE: '1' }),
  together({ PYTHONVERBOSE: '1' }),
  together({ PYTHONMALLOCSTATS: '1', PYTHONPROFILEIMPORTTIME: '1' }),
  [
    'PYTHONINSPECT=1, which would wait for input, and PYTHONSTARTUP',
    () => ({
      PYTHONINSPECT: '1',
      PYTHONSTARTUP: join(moduleDirectory({ 'startup.py': 'print("started")' }), 'startup.py'),
    }),
  ],
];

describe.concurrent("a setting changes neither the numbers nor pip's output in the log", () => {
  it.each(SETTINGS_OF_PURGE)('purge: %s', async (_, setting) => {
    const cache = cacheOfUnicode();
    expect(await runUnaffected(cache, environment(setting, cache), PURGE)).toEqual(plainOutput);
  });

  it.each(SETTINGS_OF_ALL_COMMANDS)('dry run: %s', async (_, setting) => {
    const cache = cacheOfUnicode();
    expect(await runUnaffected(cache, environment(setting, cache), DRY_RUN)).toEqual(plainOutput.slice(0, 2));
  });

  it('PIP_LOG: no file is written', async () => {
    const cache = cacheOfUnicode();
    const log = join(cache.home, 'pip.log');
    expect(await runUnaffected(cache, { PIP_LOG: log }, DRY_RUN)).toEqual(plainOutput.slice(0, 2));
    expect(existsSync(log)).toBe(false);
  });

  it('log, in a pip.conf: pip writes that file', async () => {
    const cache = cacheOfUnicode();
    const log = join(cache.home, 'pip.log');
    expect(await runUnaffected(cache, inFile(`[global]\nlog = ${log}\n`)(cache), PURGE)).toEqual(plainOutput);
    expect(readFileSync(log, 'utf8')).toContain('Files removed: ');
  });

  it.each<[string, (cache: Fixture) => string]>([
    ['a directory', ({ home }) => home],
    ['below a file', nowhere],
  ])('log, in a pip.conf, is %s: pip prints a warning, and everything else', async (_, log) => {
    const cache = cacheOfUnicode();
    const output = await runUnaffected(cache, inFile(`[global]\nlog = ${log(cache)}\n`)(cache), DRY_RUN);
    const more = (lines: string[]) => expect.arrayContaining([...lines, '--- Logging error ---']);
    expect(output).toEqual(plainOutput.slice(0, 2).map(more));
  });

  // For root, pip reads it and its setting `quiet`. For any other user, pip ignores it.
  it('a pip.conf that only root can read', async () => {
    const cache = cacheOfUnicode();
    const env = inFile('[global]\nquiet = 1\n')(cache);
    chmodSync(env.PIP_CONFIG_FILE ?? '', 0);
    expect(await runUnaffected(cache, env, DRY_RUN)).toEqual(plainOutput.slice(0, 2));
  });

  it.each(['quiet = 2', 'quiet = 3', 'verbose = 3'])(
    '%s in a pip.conf, which pip 20.1 and 20.2 refuse',
    async (line) => {
      const cache = cacheOfUnicode();
      const env = inFile(`[global]\n${line}\n`)(cache);
      if (isAtLeast(20, 3)) expect(await runUnaffected(cache, env, DRY_RUN)).toEqual(plainOutput.slice(0, 2));
      else expect(await refused(cache, env)).toContain('is not a valid value for');
    },
  );
});

/** Returns the cache directory that pip reports to a user in the workspace. */
async function byHand({ python, env, workspace }: Fixture, more: Env): Promise<string> {
  const { stdout, stderr } = await runPip(python, ['cache', 'dir'], {
    env: changed({}, { ...env, ...more }),
    cwd: workspace,
  });
  expect(stderr).toBe('');
  return stdout.replace(/\r?\n$/, '');
}

const DEFAULT: Env = { PIP_CACHE_DIR: undefined };

/** Returns a function that writes a pip.conf which pip finds by itself, and returns an environment. */
function userFile(place: (cache: Fixture) => string, env: (cache: Fixture) => Env): (cache: Fixture) => Env {
  return (cache) => {
    const path = place(cache);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `[global]\ncache-dir = ${join(cache.home, 'mine')}\n`);
    return { ...DEFAULT, PIP_CONFIG_FILE: undefined, ...env(cache) };
  };
}

const withoutVariable = (setting: (cache: Fixture) => Env) => (cache: Fixture) => ({ ...DEFAULT, ...setting(cache) });

// Each setting with the cache directory that it gives, relative to the home of the test. undefined: pip is asked for
// it.
const PLACES: [...Setting, string | undefined][] = [
  ['PIP_CACHE_DIR, relative to the workspace', { PIP_CACHE_DIR: '../home/mine' }, 'mine'],
  ['PIP_CACHE_DIR, with a space at both ends', { PIP_CACHE_DIR: ' my cache ' }, '../workspace/ my cache '],
  ['PIP_CACHE_DIR, below ~', { PIP_CACHE_DIR: '~/mine' }, 'mine'],
  [
    'PIP_CACHE_DIR, with .. and repeated slashes',
    ({ home }) => ({ PIP_CACHE_DIR: `${home}//elsewhere/../mine/` }),
    'mine',
  ],
  ['PIP_CACHE_DIR, empty: the default', { PIP_CACHE_DIR: '' }, undefined],
  ['PIP_CACHE_DIR=false, which is an ordinary name', { PIP_CACHE_DIR: 'false' }, '../workspace/false'],
  ['PIP_CACHE_DIR, before one in a pip.conf', inFile('[global]\ncache-dir = /elsewhere\n'), 'cäche 日本'],
  ['XDG_CACHE_HOME', ({ home }) => ({ ...DEFAULT, XDG_CACHE_HOME: join(home, 'xdg') }), undefined],
  ['XDG_CACHE_HOME, relative: below the workspace until pip 26.2', { ...DEFAULT, XDG_CACHE_HOME: 'xdg' }, undefined],
  ['cache-dir in a pip.conf', withoutVariable(inFile(({ home }) => `[global]\ncache-dir = ${home}/mine\n`)), 'mine'],
  ['cache-dir below ~ in a pip.conf', withoutVariable(inFile('[cache]\ncache-dir = ~/mine\n')), 'mine'],
  [
    'a pip.conf in the workspace that PIP_CONFIG_FILE names',
    userFile(
      ({ workspace }) => join(workspace, 'my.conf'),
      () => ({ PIP_CONFIG_FILE: 'my.conf' }),
    ),
    'mine',
  ],
  [
    'a pip.conf below XDG_CONFIG_HOME',
    userFile(
      ({ home }) => join(home, 'config', 'pip', 'pip.conf'),
      ({ home }) => ({ XDG_CONFIG_HOME: join(home, 'config') }),
    ),
    undefined,
  ],
  [
    'a pip.conf below XDG_CONFIG_HOME, relative: below the workspace until pip 26.2',
    userFile(
      ({ workspace }) => join(workspace, 'config', 'pip', 'pip.conf'),
      () => ({ XDG_CONFIG_HOME: 'config' }),
    ),
    undefined,
  ],
  [
    "a pip.conf below HOME's .config",
    userFile(
      ({ home }) => join(home, '.config', 'pip', 'pip.conf'),
      () => ({ XDG_CONFIG_HOME: undefined }),
    ),
    undefined,
  ],
  [
    "a pip.conf below HOME's .pip",
    userFile(
      ({ home }) => join(home, '.pip', 'pip.conf'),
      () => ({}),
    ),
    undefined,
  ],
];

describe.concurrent('the cache is the one that pip itself uses in the workspace', () => {
  it.each(PLACES)('%s', async (_, setting, place) => {
    const cache = cacheOfUnicode();
    const env = environment(setting, cache);
    const directory = place === undefined ? await byHand(cache, env) : join(cache.home, place);
    mkdirSync(dirname(directory), { recursive: true });
    renameSync(cache.cacheDir, directory);
    const before = countCache(directory);
    const run = await cache.step(DRY_RUN, { env });
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({
      outcome: 'dry-run',
      'cache-dir': directory,
      'files-removed': String(before.files),
      'bytes-removed': String(before.bytes),
    });
  });
});

describe.concurrent('a cache that is disabled, by any value', () => {
  it.each([
    ...['1', 'true', 'on', 'yes', 'True', '0', 'false', 'off', 'no'].map((value) =>
      together({ PIP_NO_CACHE_DIR: value }),
    ),
    ['no-cache-dir = true in a pip.conf', inFile('[global]\nno-cache-dir = true\n')],
    ['no-cache-dir = false in a pip.conf', inFile('[global]\nno-cache-dir = false\n')],
    together({ PIP_NO_CACHE_DIR: '1', FORCE_COLOR: '1', CLICOLOR_FORCE: '1', TTY_COMPATIBLE: '1', PIP_NO_COLOR: '0' }),
    together({ PIP_NO_CACHE_DIR: '1', PIP_QUIET: '3', PIP_DEBUG: '1' }),
    together({ PIP_NO_CACHE_DIR: '1', PYTHONINSPECT: '1' }),
    together({ PIP_NO_CACHE_DIR: '1', PYTHONVERBOSE: '2' }),
  ] as Setting[])('%s', async (_, setting) => {
    const cache = cacheOfUnicode();
    const before = cache.count();
    const run = await cache.step({}, { env: environment(setting, cache) });
    expect(run.annotations).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'disabled', 'cache-dir': '', 'files-removed': '0' });
    const inGroups = run.groups.flatMap(({ lines }) => lines.filter((line) => !line.startsWith('::')));
    const words = 'ERROR: pip cache commands can not function since cache is disabled.';
    expect(inGroups).toEqual([words, words]);
    expect(cache.count()).toEqual(before);
  });
});

describe.concurrent('a setting that pip refuses is reported by one error, and nothing is deleted', () => {
  it.each<[...Setting, string]>([
    ['PIP_NO_CACHE_DIR=maybe', { PIP_NO_CACHE_DIR: 'maybe' }, "invalid truth value 'maybe'"],
    ['quiet in a pip.conf is not a number', inFile('[global]\nquiet = very\n'), 'very is not a valid value for quiet'],
    ['PIP_CACHE_DIR=~', { PIP_CACHE_DIR: '~' }, 'the home directory'],
    [
      'a relative cache-dir in a pip.conf',
      withoutVariable(inFile('[global]\ncache-dir = x/y\n')),
      'the relative path "x',
    ],
    [
      'a cache-dir of two lines',
      withoutVariable(inFile('[global]\ncache-dir = /x\n  /y\n')),
      'should print one directory',
    ],
    ['a cache-dir with a NUL byte', withoutVariable(inFile('[global]\ncache-dir = /x\0y\n')), 'embedded null'],
    ['a pip.conf that is not an ini file', inFile('cache-dir = /x\n[global'), 'Configuration file could not be loaded'],
    ['a pip.conf with a NUL byte for a key', inFile('[global]\n\0\n'), 'Configuration file could not be loaded'],
    ['a pip.conf that is not UTF-8', inFile(Buffer.from('[global]\nuser = \xff\xfe\n', 'latin1')), 'invalid UTF-8'],
    [
      'a pip.conf that makes pip print its version at any command',
      inFile('[global]\nversion = 1\n'),
      `pip ${inject('python').pipVersion} from `,
    ],
    ['PYTHONHOME does not exist', { PYTHONHOME: '/nowhere' }, 'Python'],
    ['PYTHONHASHSEED is not a number', { PYTHONHASHSEED: 'x' }, 'PYTHONHASHSEED must be'],
    [
      'PYTHONPATH has another pip, which fails',
      () => ({
        PYTHONPATH: moduleDirectory({ 'pip/__init__.py': '', 'pip/__main__.py': 'raise SystemExit("ERROR: mine")' }),
      }),
      'exit code 1: mine.',
    ],
  ])('%s', async (_, setting, message) => {
    const cache = cacheOfUnicode();
    const error = await refused(cache, environment(setting, cache));
    expect(error).toContain(message);
    expect(error).toContain('othing was deleted');
  });

  it('PIP_PYTHON is not an interpreter, which pip reads from 22.3 on', async () => {
    const cache = cacheOfUnicode();
    const env = { PIP_PYTHON: '/no/such/python' };
    if (isAtLeast(22, 3))
      expect(await refused(cache, env)).toContain('Could not locate Python interpreter /no/such/python');
    else await runUnaffected(cache, env, DRY_RUN);
  });
});
