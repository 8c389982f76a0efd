import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { changed, minimalEnvironment } from '../support/environment.mjs';
import { type Fixture, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { IN_VENV, virtualEnvironment } from '../support/virtual-environment.js';

afterAll(removeTemporaryDirectories);

const python = inject('python');
const [major, minor] = python.version.split('.');
const posix = process.platform !== 'win32';

/** A file that writes a marker when it runs. */
interface Trap {
  /** Its path in the checkout. */
  readonly path: string;
  /** Creates the file. When it runs, it creates the file `marker`. */
  readonly set: (path: string, marker: string) => void;
  /** A command that runs the file if started in the checkout. */
  readonly unsafeCommand: { program: string; args: string[]; env?: Record<string, string> };
}

/** Returns a Python statement that creates the marker with built-in modules only, so it works early at startup. */
function statement(marker: string): string {
  const path = `b${JSON.stringify(marker)}`;
  const system = posix ? 'posix' : 'nt';
  return `import ${system}; ${system}.close(${system}.open(${path}, ${system}.O_CREAT | ${system}.O_WRONLY))\n`;
}

const asModule = (path: string, marker: string) => writeFileSync(path, statement(marker));

function asScript(path: string, marker: string): void {
  writeFileSync(path, `#!/bin/sh\n: > "${marker}"\nexec "${python.command}" "$@"\n`, { mode: 0o755 });
}

function asNodeModule(path: string, marker: string): void {
  writeFileSync(path, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');\n`);
}

/** Writes an empty source file, and bytecode that Python uses without comparing it with the source. */
function asBytecode(path: string, marker: string): void {
  const source = join(temporaryDirectory('source'), 'source.py');
  writeFileSync(source, statement(marker));
  const compile =
    'import py_compile, sys; py_compile.compile(sys.argv[1], cfile=sys.argv[2], doraise=True, ' +
    'invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)';
  execFileSync(python.command, ['-c', compile, source, path]);
  writeFileSync(join(dirname(dirname(path)), `${basename(path).split('.')[0]}.py`), '');
}

function asArchive(path: string, marker: string): void {
  const source = join(temporaryDirectory('archive'), 'sitecustomize.py');
  writeFileSync(source, statement(marker));
  execFileSync(python.command, ['-m', 'zipfile', '-c', path, source]);
}

/** Writes a file into the site-packages of a virtual environment with an interpreter in the checkout. */
function asPackageOfEnvironment(path: string, marker: string): void {
  asModule(path, marker);
  mkdirSync(join(path, '../../../../bin'), { recursive: true });
  symlinkSync(realpathSync(python.command), join(path, '../../../../bin/interpreter'));
  writeFileSync(join(path, '../../../../pyvenv.cfg'), `home = ${dirname(realpathSync(python.command))}\n`);
}

const AS_MODULE = { program: python.command, args: ['-m', 'pip', '--version'] };
const importing = (module: string) => ({ program: python.command, args: ['-c', `import ${module}`] });
const starting = (PYTHONPATH: string) => ({
  program: python.command,
  args: ['-X', 'frozen_modules=off', '-c', 'pass'],
  env: { PYTHONPATH },
});

const ARCHIVE = `python${major}${minor}.zip`;

const TRAPS: Trap[] = [
  { path: 'pip.py', set: asModule, unsafeCommand: AS_MODULE },
  { path: 'pip/__init__.py', set: asModule, unsafeCommand: AS_MODULE },
  { path: 'pip/__main__.py', set: asModule, unsafeCommand: { program: python.command, args: ['pip'] } },
  { path: 'sitecustomize.py', set: asModule, unsafeCommand: starting('.') },
  { path: 'usercustomize.py', set: asModule, unsafeCommand: importing('usercustomize') },
  { path: 'os.py', set: asModule, unsafeCommand: starting('.') },
  { path: 'encodings/__init__.py', set: asModule, unsafeCommand: starting('.') },
  { path: 'json.py', set: asModule, unsafeCommand: importing('json') },
  { path: 'logging/__init__.py', set: asModule, unsafeCommand: importing('logging') },
  { path: `__pycache__/optparse.cpython-${major}${minor}.pyc`, set: asBytecode, unsafeCommand: importing('optparse') },
  { path: 'src/sitecustomize.py', set: asModule, unsafeCommand: starting('src') },
  { path: ARCHIVE, set: asArchive, unsafeCommand: starting(ARCHIVE) },
  {
    path: 'trap.pth',
    set: asModule,
    unsafeCommand: { program: python.command, args: ['-c', 'import site; site.addsitedir(".")'] },
  },
  {
    path: 'node_modules/@actions/core/index.js',
    set: asNodeModule,
    unsafeCommand: { program: process.execPath, args: ['-e', 'import("@actions/core")'] },
  },
  {
    path: 'node_modules/@actions/exec/index.js',
    set: asNodeModule,
    unsafeCommand: { program: process.execPath, args: ['-e', 'import("@actions/exec")'] },
  },
  {
    path: 'index.js',
    set(path, marker) {
      asNodeModule(path, marker);
      writeFileSync(join(dirname(path), 'package.json'), '{ "type": "commonjs", "main": "./index.js" }\n');
    },
    unsafeCommand: { program: process.execPath, args: ['.'] },
  },
];

const TRAPS_OF_POSIX: Trap[] = [
  ...['python3', 'python', 'py', 'node', 'bin/pip', 'bin/python3'].map((path) => ({
    path,
    set: asScript,
    unsafeCommand: { program: `./${path}`, args: ['--version'] },
  })),
  {
    path: `lib/python${major}.${minor}/site-packages/trap.pth`,
    set: asPackageOfEnvironment,
    unsafeCommand: { program: './bin/interpreter', args: ['-c', 'pass'] },
  },
];

const ALL = posix ? [...TRAPS, ...TRAPS_OF_POSIX] : TRAPS;

/** Sets traps in a checkout. Returns a function that returns the paths of those that have run. */
function setTraps(checkout: string, traps: readonly Trap[]): () => string[] {
  const markers = temporaryDirectory('markers');
  for (const { path, set } of traps) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    set(join(checkout, path), join(markers, encodeURIComponent(path)));
  }
  return () => readdirSync(markers).map(decodeURIComponent).sort();
}

/**
 * Makes a checkout with all traps, and with files that would change what pip, Python or Node do if they were read.
 * Returns a function that returns the paths of the traps that have run.
 */
function trappedCheckout(cache: Fixture): () => string[] {
  mkdirSync(cache.workspace, { recursive: true });
  const executed = setTraps(cache.workspace, ALL);
  for (const name of ['pip.conf', 'pip.ini', 'setup.cfg', '.npmrc']) {
    writeFileSync(join(cache.workspace, name), '[global]\ncache-dir = /elsewhere\n');
  }
  return executed;
}

const machinePath = `${dirname(python.command)}${delimiter}${process.env.PATH}`;

/** Resets the cache in a checkout with all traps. Returns the paths of those that ran. */
async function trapsRunBy(cache: Fixture, ...[inputs, options]: Parameters<Fixture['step']>): Promise<string[]> {
  const before = cache.count();
  const executed = trappedCheckout(cache);
  const run = await cache.step(inputs, { ...options, env: { PATH: machinePath, ...options?.env } });
  expect(run.annotations).toEqual([]);
  expect(run.outputs).toMatchObject({
    outcome: 'reset',
    'cache-dir': cache.cacheDir,
    'files-removed': String(before.files),
  });
  expect(cache.count().files).toBe(0);
  return executed();
}

describe('a trap in the checkout', () => {
  it.each(ALL)('$path runs by a command that is not protected', ({ unsafeCommand, ...trap }) => {
    const checkout = temporaryDirectory('unprotected');
    const executed = setTraps(checkout, [{ unsafeCommand, ...trap }]);
    const env = changed(minimalEnvironment(checkout), unsafeCommand.env ?? {});
    spawnSync(unsafeCommand.program, unsafeCommand.args, { cwd: checkout, env });
    expect(executed()).toEqual([trap.path]);
  });

  it('pip.conf is read by a command that is not protected', () => {
    const cache = fixture();
    trappedCheckout(cache);
    const env = changed(minimalEnvironment(cache.home), { PIP_CONFIG_FILE: join(cache.workspace, 'pip.conf') });
    const { stdout } = spawnSync(python.command, ['-m', 'pip', 'cache', 'dir'], {
      cwd: cache.home,
      env,
      encoding: 'utf8',
    });
    expect(stdout.trim()).toMatch(/elsewhere$/);
  });
});

describe.concurrent('a file of the checkout', () => {
  it.each<[string, Parameters<Fixture['step']>]>([
    ['by default', [{ 'python-path': '' }]],
    ['when the interpreter is a name on PATH', [{ 'python-path': basename(python.command) }]],
    ['when GITHUB_WORKSPACE is not set', [{ 'python-path': '' }, { removeEnv: ['GITHUB_WORKSPACE'] }]],
    ['when PYTHONPATH is empty', [{}, { env: { PYTHONPATH: '' } }]],
    ['when PYTHONPATH has the working directory in it', [{}, { env: { PYTHONPATH: ['', '.', './'].join(delimiter) } }]],
    [
      'when PATH has empty entries',
      [{ 'python-path': '' }, { env: { PATH: `${delimiter}${machinePath}${delimiter}` } }],
    ],
  ])('does not run %s', async (_, step) => {
    expect(await trapsRunBy(fixture(), ...step)).toEqual([]);
  });

  it.each([
    ['and GITHUB_WORKSPACE is set', []],
    ['and GITHUB_WORKSPACE is not set', ['GITHUB_WORKSPACE']],
  ])('does not run when the interpreter is given by a path relative to the checkout, %s', async (_, removeEnv) => {
    const cache = fixture();
    mkdirSync(cache.workspace, { recursive: true });
    virtualEnvironment(python.command, join(cache.workspace, '.venv'));
    expect(await trapsRunBy(cache, { 'python-path': join('.venv', IN_VENV) }, { removeEnv })).toEqual([]);
  });

  it.runIf(posix)('does not run when a shim chooses the interpreter in the checkout', async () => {
    const shims = join(temporaryDirectory('pyenv'), 'shims');
    mkdirSync(shims);
    writeFileSync(join(shims, 'python3'), `#!/bin/sh\nexec "${python.command}" "$@"\n`, { mode: 0o755 });
    const env = { PATH: `${shims}:${machinePath}`, PYTHONPATH: '.' };
    expect(await trapsRunBy(fixture(), { 'python-path': '' }, { env })).toEqual([]);
  });
});

describe.concurrent('a file that the job itself has chosen', () => {
  it.runIf(posix).each([
    ['.', 'python3'],
    ['bin', 'bin/python3'],
    ['./bin/', 'bin/python3'],
  ])('runs: %s on PATH', async (entry, runs) => {
    const env = { PATH: `${entry}:${machinePath}` };
    expect(await trapsRunBy(fixture(), { 'python-path': '' }, { env })).toEqual([runs]);
  });

  it.runIf(posix)('runs: the checkout on PATH', async () => {
    const cache = fixture();
    const env = { PATH: `${cache.workspace}:${machinePath}` };
    expect(await trapsRunBy(cache, { 'python-path': 'python' }, { env })).toEqual(['python']);
  });

  it.each([
    ['absolute', (workspace: string) => join(workspace, 'src')],
    ['relative', () => 'src'],
  ])('runs: a directory of the checkout on PYTHONPATH, %s', async (_, entry) => {
    const cache = fixture();
    const env = { PYTHONPATH: entry(cache.workspace) };
    expect(await trapsRunBy(cache, {}, { env })).toEqual(['src/sitecustomize.py']);
  });

  it.runIf(posix)('runs: an interpreter in the checkout that python-path names', async () => {
    expect(await trapsRunBy(fixture(), { 'python-path': './bin/python3' })).toEqual(['bin/python3']);
  });
});
