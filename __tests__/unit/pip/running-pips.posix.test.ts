// Needs symbolic links, in a directory that takes the place of /proc.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pipsAtWork } from '../../../src/pip/running-pips.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

/** A home, its usual cache, another cache, and a /proc with nothing in it. */
function machine() {
  const home = temporaryDirectory('home');
  const usual = join(home, '.cache', 'pip');
  const other = join(home, 'other');
  for (const directory of [usual, other]) mkdirSync(directory, { recursive: true });
  return { home, usual, other, processes: temporaryDirectory('proc') };
}

/** A process as /proc on Linux tells of it. */
function start(
  processes: string,
  number: number,
  words: readonly string[],
  variables: Record<string, string>,
  cwd = '/',
) {
  const directory = join(processes, String(number));
  mkdirSync(directory);
  writeFileSync(join(directory, 'cmdline'), words.map((word) => `${word}\0`).join(''));
  const environ = Object.entries(variables).map(([name, value]) => `${name}=${value}\0`);
  writeFileSync(join(directory, 'environ'), environ.join(''));
  symlinkSync('/', join(directory, 'root'));
  symlinkSync(cwd, join(directory, 'cwd'));
}

describe('a process', () => {
  it.each([
    ['install', 'python3 -m pip install numpy'],
    ['install', '/opt/python/3.12/bin/python3.12 -u -Im pip --quiet install numpy'],
    ['install', 'python -mpip install numpy'],
    ['install', '/usr/bin/python3 /usr/bin/pip install numpy'],
    ['install', '/venv/bin/python /venv/bin/pip3.12 install numpy'],
    ['install', 'pypy3 pip.pyz install numpy'],
    ['install', 'python /lib/python3.12/site-packages/pip/__pip-runner__.py install --ignore-installed setuptools'],
    ['install', 'python /lib/python3.8/site-packages/pip install --ignore-installed setuptools'],
    ['install', 'python -m coverage run -m pip install numpy'],
    ['install', 'python -X utf8 -Walways -W error /usr/bin/pip install numpy'],
    ['wheel', 'python3 -m pip --log cache.txt wheel install'],
    ['download', 'python3 -m pip download numpy'],
    ['lock', 'python3 -m pip lock .'],
    [undefined, 'python3 -m pip cache purge'],
    [undefined, 'python3 -m pip cache remove -- install'],
    [undefined, 'python3 -m pip uninstall --yes numpy'],
    [undefined, 'python3 -m pip --version'],
    [undefined, 'python3 -m venv pipes'],
    [undefined, 'python3 install.py wheel'],
    [undefined, 'python3 backup.py /srv/pip list'],
    [undefined, 'python3 -c code backup.py pip list'],
    [undefined, 'vim pip install'],
    [undefined, ''],
  ])('is taken for pip %s: %s', (command, line) => {
    const { home, usual, processes } = machine();
    start(processes, 4711, line.split(' '), { HOME: home });
    expect(pipsAtWork(usual, { HOME: home }, processes)).toEqual(
      command === undefined ? [] : [{ command, process: 4711 }],
    );
  });

  it('is found among others', () => {
    const { home, usual, processes } = machine();
    for (const name of ['self', 'uptime']) mkdirSync(join(processes, name));
    mkdirSync(join(processes, '17')); // it has ended
    start(processes, 1, ['init'], { HOME: home });
    start(processes, 20, ['python', '-m', 'pip', 'install', 'a'], { HOME: home });
    start(processes, 3, ['python', '-m', 'pip', 'wheel', 'b'], { HOME: home });
    expect(
      pipsAtWork(usual, { HOME: home }, processes)
        .map(({ process }) => process)
        .sort(),
    ).toEqual([20, 3]);
  });

  it('is not seen where the system tells of none', () => {
    expect(pipsAtWork('/c', {}, join(temporaryDirectory('none'), 'proc'))).toEqual([]);
  });
});

describe('a pip install', () => {
  const home = machine();
  const at = (path: string) => join(home.home, path);

  it.each([
    { name: 'the usual cache', variables: {}, uses: true },
    { name: 'the usual cache below XDG_CACHE_HOME', variables: { XDG_CACHE_HOME: at('.cache') }, uses: true },
    { name: 'another below XDG_CACHE_HOME', variables: { XDG_CACHE_HOME: at('xdg') }, uses: false },
    { name: 'another home', variables: { HOME: at('elsewhere') }, uses: false },
    { name: 'it by PIP_CACHE_DIR', variables: { HOME: '/', PIP_CACHE_DIR: at('.cache/pip/') }, uses: true },
    { name: 'it by a PIP_CACHE_DIR with ~', variables: { PIP_CACHE_DIR: '~/.cache/pip' }, uses: true },
    { name: 'it by a relative PIP_CACHE_DIR', variables: { PIP_CACHE_DIR: '.cache/pip' }, uses: true },
    { name: 'another by PIP_CACHE_DIR', variables: { PIP_CACHE_DIR: at('other') }, uses: false },
    { name: 'an empty PIP_CACHE_DIR', variables: { PIP_CACHE_DIR: '' }, uses: true },
    { name: 'another by an option', variables: {}, words: ['--cache-dir', at('other')], uses: false },
    { name: 'it by an option', variables: { HOME: '/' }, words: [`--cache-dir=${at('.cache/pip')}`], uses: true },
    { name: 'no cache, by an option', variables: {}, words: ['--no-cache-dir'], uses: false },
    {
      name: 'it by an option, beside PIP_NO_CACHE_DIR',
      variables: { PIP_NO_CACHE_DIR: '1' },
      words: ['--cache-dir', at('.cache/pip')],
      uses: true,
    },
    { name: 'no cache, by a shortened option', variables: {}, words: ['--no-cache'], uses: false },
    { name: 'another by a shortened option', variables: {}, words: ['--cache-d', at('other')], uses: false },
    {
      name: 'it by the last of two options',
      variables: {},
      words: ['--no-cache-dir', '--cache-dir', at('.cache/pip')],
      uses: true,
    },
    {
      name: 'no cache, by the last of two',
      variables: {},
      words: ['--cache-dir', at('.cache/pip'), '--no-cache-dir'],
      uses: false,
    },
    {
      name: 'the last of two directories',
      variables: {},
      words: [`--cache-dir=${at('.cache/pip')}`, `--cache-dir=${at('other')}`],
      uses: false,
    },
    { name: 'this cache with an option that begins likewise', variables: {}, words: ['--no-clean'], uses: true },
    { name: 'no cache, by PIP_NO_CACHE_DIR', variables: { PIP_NO_CACHE_DIR: '1' }, uses: false },
  ])('uses this cache or not: $name', ({ variables, words = [], uses }) => {
    const processes = temporaryDirectory('proc');
    const line = ['python', '-m', 'pip', 'install', ...words, 'numpy'];
    start(processes, 5, line, { HOME: home.home, ...variables }, home.home);
    expect(pipsAtWork(home.usual, { HOME: home.home }, processes).length === 1).toBe(uses);
  });

  it.each([
    { name: 'ours is named in a pip.conf', env: {}, uses: true },
    { name: 'ours is named by PIP_CACHE_DIR', env: { PIP_CACHE_DIR: 'other' }, uses: false },
  ])('that names no cache is taken for one that uses ours when $name', ({ env, uses }) => {
    const processes = temporaryDirectory('proc');
    start(processes, 5, ['python', '-m', 'pip', 'install', 'numpy'], { HOME: home.home });
    expect(pipsAtWork(home.other, { HOME: home.home, ...env }, processes).length === 1).toBe(uses);
  });

  it("of another user, who doesn't tell its environment, is not one of this cache", () => {
    const processes = temporaryDirectory('proc');
    start(processes, 5, ['python', '-m', 'pip', 'install', 'numpy'], {});
    expect(pipsAtWork(home.usual, { HOME: home.home }, processes)).toEqual([]);
  });
});
