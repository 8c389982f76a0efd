import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { errorOf, type Fixture, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { IN_VENV, virtualEnvironment } from '../support/virtual-environment.js';

afterAll(removeTemporaryDirectories);

const posix = process.platform !== 'win32';
type Env = Record<string, string | undefined>;

/** A configuration file that names a cache directory. */
function inFile(directory: string, { home }: Fixture): Env {
  const path = join(home, 'pip.conf');
  writeFileSync(path, `[global]\ncache-dir = ${directory}\n`);
  return { PIP_CONFIG_FILE: path, PIP_CACHE_DIR: undefined };
}

// Another job's cache is where pip seems to say that it is: pip leaves such characters out of what it prints.
describe.runIf(posix)('a control character', () => {
  const inVariable = (character: string) => (cache: Fixture) => ({ PIP_CACHE_DIR: cache.cacheDir + character });
  const homeOf = ({ cacheDir, home }: Fixture) => {
    mkdirSync(join(home, '.cache'));
    renameSync(cacheDir, join(home, '.cache', 'pip'));
    return { PIP_CACHE_DIR: undefined, XDG_CACHE_HOME: undefined };
  };
  it.each<[string, string, (cache: Fixture) => Env]>([
    ['at the end of PIP_CACHE_DIR', 'PIP_CACHE_DIR', inVariable('\r')],
    ['at the end of PIP_CACHE_DIR, a vertical tab', 'PIP_CACHE_DIR', inVariable('\v')],
    ['in the middle of PIP_CACHE_DIR', 'PIP_CACHE_DIR', ({ home }) => ({ PIP_CACHE_DIR: join(home, 'ca\rche') })],
    ['that pip prints as spaces', 'PIP_CACHE_DIR', ({ home }) => ({ PIP_CACHE_DIR: join(home, 'ca\tche') })],
    ['of a terminal', 'PIP_CACHE_DIR', ({ home }) => ({ PIP_CACHE_DIR: join(home, 'ca\x9b31mche') })],
    ['in HOME', 'HOME', (cache) => ({ ...homeOf(cache), HOME: `${cache.home}\r` })],
    [
      'in HOME, which PIP_CACHE_DIR begins with',
      'HOME',
      ({ home }) => ({ HOME: `${home}\r`, PIP_CACHE_DIR: '~/cache' }),
    ],
    [
      'in XDG_CACHE_HOME',
      'XDG_CACHE_HOME',
      (cache) => ({ ...homeOf(cache), XDG_CACHE_HOME: `${cache.home}/.cache\r` }),
    ],
    ['in a configuration file', 'global.cache-dir', (cache) => inFile(join(cache.home, 'ca\x0bche'), cache)],
    ['in a configuration file, a tab', 'global.cache-dir', (cache) => inFile(join(cache.home, 'ca\tche'), cache)],
  ])('%s is refused, and named', async (_what, setting, settings) => {
    const cache = fixture();
    const env = settings(cache);
    const before = countCache(cache.home);
    const run = await cache.step({}, { env });
    expect(errorOf(run)).toMatch(new RegExp(`^${setting} holds a control character`));
    expect(run).toMatchObject({ code: 1, outputs: {} });
    expect(countCache(cache.home)).toEqual(before);
    expect(
      existsSync(cache.cacheDir) ? cache.count() : countCache(join(cache.home, '.cache', 'pip')),
    ).not.toMatchObject({
      files: 0,
    });
  });

  it('is refused although the expected directory is the one that pip prints', async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await cache.step({ 'expect-cache-dir': cache.cacheDir }, { env: inVariable('\r')(cache) });
    expect(errorOf(run)).toContain('PIP_CACHE_DIR holds a control character');
    expect(cache.count()).toEqual(before);
  });

  it('in a variable that does not decide is none of our business', async () => {
    const { step, count } = fixture();
    const run = await step({}, { env: { XDG_CACHE_HOME: '/x\r', EDITOR: 'vi\r' } });
    expect(run.outputs.outcome).toBe('reset');
    expect(count().files).toBe(0);
  });
});

describe.runIf(posix)('a cache directory with an odd name is cleared, and no other', () => {
  it.each([
    '[red]x[/red]',
    '[bold',
    ':smile:',
    ' in front',
    'behind ',
    'a  b',
    '"quoted"',
    "'quoted'",
    'back\\slash\\n',
    '$HOME',
    '%25',
    'a\u00a0',
    '\u3000b',
    'e\u0301',
    '\u202eabc',
    '\ufeffz',
    '\ud83d\ude00',
    'x'.repeat(200),
  ])('%j', async (name) => {
    const { step, home, cacheDir, count } = fixture();
    const directory = join(home, name);
    cpSync(cacheDir, directory, { recursive: true });
    const before = count();
    // The runner, and so the action, trims inputs.
    const expected = name === name.trim() ? { 'expect-cache-dir': directory } : {};
    const run = await step(expected, { env: { PIP_CACHE_DIR: directory } });
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'cache-dir': directory });
    expect(countCache(directory).files).toBe(0);
    expect(count()).toEqual(before);
  });
});

describe('the active virtual environment', () => {
  it('comes before pythonLocation', async () => {
    const { step, python, home } = fixture();
    const environment = join(home, 'my venv');
    virtualEnvironment(python.command, environment);
    const run = await step({ 'python-path': '' }, { env: { VIRTUAL_ENV: environment, pythonLocation: '/nowhere' } });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'python-path': join(environment, IN_VENV) });
  });

  it('is passed over when it has no pip', async () => {
    const { step, python, home } = fixture();
    const environment = join(home, 'venv');
    virtualEnvironment(python.command, environment, { withPip: false });
    const PATH = `${join(python.command, '..')}:${process.env.PATH}`;
    const run = await step({ 'python-path': '' }, { env: { VIRTUAL_ENV: environment, PATH } });
    expect(run.outputs.outcome).toBe('reset');
    expect(run.outputs['python-path']).not.toContain(environment);
  });

  it('may be named by its directory in python-path', async () => {
    const { step, python, home } = fixture();
    const environment = join(home, 'venv');
    virtualEnvironment(python.command, environment);
    const run = await step({ 'python-path': environment });
    expect(run.outputs).toMatchObject({ outcome: 'reset' });
    expect(run.outputs['python-path']).toContain(environment);
  });
});

describe('PYTHONPATH', () => {
  it('may hold pip in a directory of the workspace', async () => {
    const { step, python, home, workspace, count } = fixture();
    const environment = join(home, 'venv');
    virtualEnvironment(python.command, environment, { withPip: false });
    mkdirSync(workspace, { recursive: true });
    const program = 'import os, pip; print(os.path.dirname(pip.__file__))';
    const pip = execFileSync(python.command, ['-c', program], { encoding: 'utf8' }).trim();
    cpSync(pip, join(workspace, 'deps', 'pip'), { recursive: true });
    const run = await step({ 'python-path': environment }, { env: { PYTHONPATH: 'deps' } });
    expect(run.annotations).toEqual([]);
    expect(run.outputs.outcome).toBe('reset');
    expect(count().files).toBe(0);
  });
});
