import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { JobEnvironment } from '../../../src/pip/interpreter.js';
import { refuseWrongDirectory } from '../../../src/reset/guards.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

const account = vi.hoisted(() => ({ home: undefined as string | undefined }));
vi.mock('node:os', async (original) => {
  const real = await original<typeof import('node:os')>();
  const userInfo = () => {
    if (account.home === undefined) throw new Error('no such account');
    return { ...real.userInfo(), homedir: account.home };
  };
  return { ...real, userInfo };
});
afterAll(removeTemporaryDirectories);
afterEach(() => {
  vi.unstubAllEnvs();
  account.home = undefined;
});

function setUp(platform = process.platform) {
  const top = temporaryDirectory('guard');
  for (const name of ['home/.cache/pip', 'account', 'workspace', 'scratch/a/b/c/d/e'])
    mkdirSync(join(top, name), { recursive: true });
  const home = { HOME: join(top, 'home'), USERPROFILE: join(top, 'home') };
  for (const [name, value] of Object.entries(home)) vi.stubEnv(name, value);
  const job: JobEnvironment = { env: home, workspace: join(top, 'workspace'), platform };
  const scratch = { top: join(top, 'scratch'), empty: join(top, 'scratch/a/b/c/d/e') };
  return { top, job, scratch };
}

describe('refuseWrongDirectory', () => {
  it.each(['home/.cache/pip', 'workspace/.pip-cache', 'elsewhere', 'scratch2', '..cache', 'account'])(
    'lets %s pass',
    (path) => {
      const { top, job, scratch } = setUp();
      expect(() => refuseWrongDirectory(join(top, path), { expected: undefined, job, scratch })).not.toThrow();
    },
  );

  it.each([
    ['home', 'the home directory'],
    ['account', "the account's home directory"],
    ['workspace', 'the workspace'],
    ['', 'a parent of the home directory'],
  ])('refuses %j: %s', (path, what) => {
    const { top, job, scratch } = setUp();
    account.home = join(top, 'account');
    expect(() => refuseWrongDirectory(join(top, path), { expected: undefined, job, scratch })).toThrow(
      `which is ${what}. That can't be meant`,
    );
  });

  it.each([
    '.cache',
    'some/where',
    '..cache',
    '../cache',
    '..',
    '../..cache',
    '../../x',
    '../../../../../cache',
    '../../../../../..cache',
    '../../../../..',
    '',
  ])('refuses what pip makes out of the relative path %j', (relative) => {
    const { job, scratch } = setUp();
    expect(() => refuseWrongDirectory(join(scratch.empty, relative), { expected: undefined, job, scratch })).toThrow(
      expect.objectContaining({
        name: 'Refusal',
        message:
          `pip's cache-dir is set to the relative path ${JSON.stringify(relative.replaceAll('/', sep))}, which means another place from each directory ` +
          'that pip runs in. Nothing was deleted. Make it absolute in the pip.conf that sets it, or set PIP_CACHE_DIR.',
      }),
    );
  });

  it.each([
    ['linux', 'cache/pip'],
    ['win32', 'cache\\pip'],
  ] as const)('refuses what is not absolute on %s: %s', (platform, directory) => {
    const { job, scratch } = setUp(platform);
    const message = `pip's cache-dir is set to the relative path ${JSON.stringify(directory)}, which means`;
    expect(() => refuseWrongDirectory(directory, { expected: undefined, job, scratch })).toThrow(message);
  });

  it('refuses by the rules of Windows', () => {
    const { job } = setUp('win32');
    const top = 'D:\\temp\\reset-pip-cache-1';
    const scratch = { top, empty: `${top}\\a\\b\\c\\d\\e` };
    const made = (path: string) => () =>
      refuseWrongDirectory(`D:\\Temp\\reset-pip-cache-1${path}`, { expected: undefined, job, scratch });
    expect(made('\\a\\b\\c\\d\\e\\f')).toThrow('relative path "f"');
    expect(made('\\a\\b\\c\\d\\..cache')).toThrow('relative path "..\\\\..cache"');
    expect(made('\\a\\b\\c\\x')).toThrow('relative path "..\\\\..\\\\x"');
    expect(made('2\\c')).not.toThrow();
    expect(() =>
      refuseWrongDirectory('C:\\Users\\a\\AppData\\Local\\pip\\Cache', { expected: undefined, job, scratch }),
    ).not.toThrow();
  });

  it('takes the expected directory in any spelling', () => {
    const { top, job, scratch } = setUp();
    const directory = join(top, 'home/.cache/pip');
    for (const expected of [directory, `${directory}/`, '~/.cache/pip', '../home/.cache/pip']) {
      expect(() => refuseWrongDirectory(directory, { expected, job, scratch })).not.toThrow();
    }
    expect(() => refuseWrongDirectory(directory, { expected: '~/.cache', job, scratch })).toThrow(
      `Input "expect-cache-dir": pip's cache directory is ${JSON.stringify(directory)}, not ${JSON.stringify(join(top, 'home/.cache'))}.`,
    );
    expect(() => refuseWrongDirectory(directory, { expected: 'home/.cache/pip', job, scratch })).toThrow(
      `not ${JSON.stringify(join(top, 'workspace/home/.cache/pip'))}`,
    );
  });
});
