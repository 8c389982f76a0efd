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

/** A file that tells when it runs. */
interface Trap {
  /** Its path in the checkout. */
  readonly path: string;
  /** Puts it there; `marker` is the file that it writes when it runs. */
  readonly set: (path: string, marker: string) => void;
  /** What makes it run, in the directory that it is in. */
  readonly careless: { program: string; args: string[]; env?: Record<string, string> };
}

/** A Python statement that writes the marker, before Python has anything but its built-in modules. */
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

/** A source that does nothing, and bytecode that Python takes for it without comparing. */
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

/** Where a `pyvenv.cfg` makes an interpreter beside it look for packages. */
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
  { path: 'pip.py', set: asModule, careless: AS_MODULE },
  { path: 'pip/__init__.py', set: asModule, careless: AS_MODULE },
  { path: 'pip/__main__.py', set: asModule, careless: { program: python.command, args: ['pip'] } },
  { path: 'sitecustomize.py', set: asModule, careless: starting('.') },
  { path: 'usercustomize.py', set: asModule, careless: importing('usercustomize') },
  { path: 'os.py', set: asModule, careless: starting('.') },
  { path: 'encodings/__init__.py', set: asModule, careless: starting('.') },
  { path: 'json.py', set: asModule, careless: importing('json') },
  { path: 'logging/__init__.py', set: asModule, careless: importing('logging') },
  { path: `__pycache__/optparse.cpython-${major}${minor}.pyc`, set: asBytecode, careless: importing('optparse') },
  { path: 'src/sitecustomize.py', set: asModule, careless: starting('src') },
  { path: ARCHIVE, set: asArchive, careless: starting(ARCHIVE) },
  {
    path: 'trap.pth',
    set: asModule,
    careless: { program: python.command, args: ['-c', 'import site; site.addsitedir(".")'] },
  },
  {
    path: 'node_modules/@actions/core/index.js',
    set: asNodeModule,
    careless: { program: process.execPath, args: ['-e', 'import("@actions/core")'] },
  },
  {
    path: 'node_modules/@actions/exec/index.js',
    set: asNodeModule,
    careless: { program: process.execPath, args: ['-e', 'import("@actions/exec")'] },
  },
  {
    path: 'index.js',
    set(path, marker) {
      asNodeModule(path, marker);
      writeFileSync(join(dirname(path), 'package.json'), '{ "type": "commonjs", "main": "./index.js" }\n');
    },
    careless: { program: process.execPath, args: ['.'] },
  },
];

const TRAPS_OF_POSIX: Trap[] = [
  ...['python3', 'python', 'py', 'node', 'bin/pip', 'bin/python3'].map((path) => ({
    path,
    set: asScript,
    careless: { program: `./${path}`, args: ['--version'] },
  })),
  {
    path: `lib/python${major}.${minor}/site-packages/trap.pth`,
    set: asPackageOfEnvironment,
    careless: { program: './bin/interpreter', args: ['-c', 'pass'] },
  },
];

const ALL = posix ? [...TRAPS, ...TRAPS_OF_POSIX] : TRAPS;

/** Sets traps in a checkout. Gives the paths of those that have run since. */
function setTraps(checkout: string, traps: readonly Trap[]): () => string[] {
  const markers = temporaryDirectory('markers');
  for (const { path, set } of traps) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    set(join(checkout, path), join(markers, encodeURIComponent(path)));
  }
  return () => readdirSync(markers).map(decodeURIComponent).sort();
}

/** A checkout with all the traps, and files that would change what pip, Python or Node do if they were read. */
function trappedCheckout(cache: Fixture): () => string[] {
  mkdirSync(cache.workspace, { recursive: true });
  const sprung = setTraps(cache.workspace, ALL);
  for (const name of ['pip.conf', 'pip.ini', 'setup.cfg', '.npmrc']) {
    writeFileSync(join(cache.workspace, name), '[global]\ncache-dir = /elsewhere\n');
  }
  return sprung;
}

const machinePath = `${dirname(python.command)}${delimiter}${process.env.PATH}`;

/** Resets the cache in a checkout with all the traps, and gives the paths of those that ran. */
async function sprungBy(cache: Fixture, ...[inputs, options]: Parameters<Fixture['step']>): Promise<string[]> {
  const before = cache.count();
  const sprung = trappedCheckout(cache);
  const run = await cache.step(inputs, { ...options, env: { PATH: machinePath, ...options?.env } });
  expect(run.annotations).toEqual([]);
  expect(run.outputs).toMatchObject({
    outcome: 'reset',
    'cache-dir': cache.cacheDir,
    'files-removed': String(before.files),
  });
  expect(cache.count().files).toBe(0);
  return sprung();
}

describe('a trap in the checkout', () => {
  it.each(ALL)('$path would run, if one were careless', ({ careless, ...trap }) => {
    const checkout = temporaryDirectory('careless');
    const sprung = setTraps(checkout, [{ careless, ...trap }]);
    const env = changed(minimalEnvironment(checkout), careless.env ?? {});
    spawnSync(careless.program, careless.args, { cwd: checkout, env });
    expect(sprung()).toEqual([trap.path]);
  });

  it('pip.conf would be read, if one were careless', () => {
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
    [
      'when PYTHONPATH has places relative to the checkout',
      [{}, { env: { PYTHONPATH: ['', '.', 'src'].join(delimiter) } }],
    ],
    [
      'when PATH has empty entries',
      [{ 'python-path': '' }, { env: { PATH: `${delimiter}${machinePath}${delimiter}` } }],
    ],
  ])('does not run %s', async (_, step) => {
    expect(await sprungBy(fixture(), ...step)).toEqual([]);
  });

  it.each([
    ['and GITHUB_WORKSPACE is set', []],
    ['and GITHUB_WORKSPACE is not set', ['GITHUB_WORKSPACE']],
  ])('does not run when the interpreter is given by a path relative to the checkout, %s', async (_, removeEnv) => {
    const cache = fixture();
    mkdirSync(cache.workspace, { recursive: true });
    virtualEnvironment(python.command, join(cache.workspace, '.venv'));
    expect(await sprungBy(cache, { 'python-path': join('.venv', IN_VENV) }, { removeEnv })).toEqual([]);
  });

  it.runIf(posix)('does not run when a shim is asked, in the checkout, for the interpreter', async () => {
    const shims = join(temporaryDirectory('pyenv'), 'shims');
    mkdirSync(shims);
    writeFileSync(join(shims, 'python3'), `#!/bin/sh\nexec "${python.command}" "$@"\n`, { mode: 0o755 });
    const env = { PATH: `${shims}:${machinePath}`, PYTHONPATH: '.' };
    expect(await sprungBy(fixture(), { 'python-path': '' }, { env })).toEqual([]);
  });
});

describe.concurrent('what the job itself has put first', () => {
  it.runIf(posix).each([
    ['.', 'python3'],
    ['bin', 'bin/python3'],
    ['./bin/', 'bin/python3'],
  ])("is the job's own, and runs: %s on PATH", async (entry, runs) => {
    const env = { PATH: `${entry}:${machinePath}` };
    expect(await sprungBy(fixture(), { 'python-path': '' }, { env })).toEqual([runs]);
  });

  it.runIf(posix)("is the job's own, and runs: the checkout on PATH", async () => {
    const cache = fixture();
    const env = { PATH: `${cache.workspace}:${machinePath}` };
    expect(await sprungBy(cache, { 'python-path': 'python' }, { env })).toEqual(['python']);
  });

  it("is the job's own, and runs: a directory of the checkout on PYTHONPATH", async () => {
    const cache = fixture();
    const env = { PYTHONPATH: join(cache.workspace, 'src') };
    expect(await sprungBy(cache, {}, { env })).toEqual(['src/sitecustomize.py']);
  });

  it.runIf(posix)("is the job's own, and runs: an interpreter in the checkout that python-path names", async () => {
    expect(await sprungBy(fixture(), { 'python-path': './bin/python3' })).toEqual(['bin/python3']);
  });
});
