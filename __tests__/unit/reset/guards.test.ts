import { mkdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refuseMoved, refuseProtected, refuseUnexpected } from '../../../src/reset/guards.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

let top: string;
beforeAll(() => {
  top = temporaryDirectory('guards');
  mkdirSync(join(top, 'users/home/.cache/pip'), { recursive: true });
  mkdirSync(join(top, 'work/repo'), { recursive: true });
});
afterAll(removeTemporaryDirectories);

const refusal = (directory: string, what: string) =>
  expect.objectContaining({
    name: 'Refusal',
    message:
      `pip's cache directory is ${JSON.stringify(directory)}, which is ${what}. That can't be meant; nothing was deleted. ` +
      'Look at PIP_CACHE_DIR and at cache-dir in the files that "pip config debug" lists.',
  });

describe('refuseProtected', () => {
  const protectedDirectories = () => [
    { path: join(top, 'users/home'), name: 'the home directory' },
    { path: join(top, 'users', 'nobody/home'), name: "the account's home directory" },
    { path: join(top, 'work/repo'), name: 'the workspace' },
  ];

  it.each([
    ['users/home', 'the home directory'],
    ['users/home/', 'the home directory'],
    ['users/home/.cache/..', 'the home directory'],
    ['users', 'a parent of the home directory'],
    ['', 'a parent of the home directory'],
    ['users/nobody', "a parent of the account's home directory"],
    ['users/nobody/home', "the account's home directory"],
    ['work/repo', 'the workspace'],
    ['work', 'a parent of the workspace'],
  ])('refuses <top>/%s, %s', (path, what) => {
    const directory = `${top}/${path}`;
    expect(() => refuseProtected(directory, protectedDirectories())).toThrow(refusal(directory, what));
  });

  it('refuses the root of a file system', () => {
    const { root } = parse(top);
    expect(() => refuseProtected(root, [])).toThrow(refusal(root, 'the root of a file system'));
  });

  it.each(['users/home/.cache/pip', 'work/repo/.cache', 'users/other', 'work/repo/a/b', 'users/hom'])(
    'lets <top>/%s pass',
    (path) => {
      expect(() => refuseProtected(join(top, path), protectedDirectories())).not.toThrow();
    },
  );

  it('lets a cache pass where a protectedDirectories directory is the root', () => {
    expect(() =>
      refuseProtected(join(top, 'cache'), [{ path: parse(top).root, name: 'the home directory' }]),
    ).not.toThrow();
  });
});

describe('refuseUnexpected', () => {
  it.each([
    ['users/home/.cache/pip', 'users/home/.cache/pip'],
    ['users/home/.cache/pip', 'users/home/.cache/pip/'],
    ['users/home/.cache/pip', 'users/home/.cache/../.cache/pip'],
    ['users/home/not/there', 'users/home/not/there/'],
  ])('takes <top>/%s for <top>/%s', (directory, expected) => {
    expect(() => refuseUnexpected(`${top}/${directory}`, `${top}/${expected}`)).not.toThrow();
  });

  it.each([
    ['users/home/.cache/pip', 'users/home/.cache'],
    ['users/home/.cache', 'not/there'],
  ])('does not take <top>/%s for <top>/%s', (directory, expected) => {
    const [is, wanted] = [`${top}/${directory}`, `${top}/${expected}`];
    expect(() => refuseUnexpected(is, wanted)).toThrow(
      expect.objectContaining({
        name: 'Refusal',
        message:
          `Input "expect-cache-dir": pip's cache directory is ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}. ` +
          'Nothing was deleted. Look at PIP_CACHE_DIR and at the interpreter ("python-path"), or correct the input.',
      }),
    );
  });

  it.each(['win32', 'darwin'] as const)('minds no case of what is not there on %s', (platform) => {
    const real = vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
    try {
      expect(() => refuseUnexpected(join(top, 'not/there'), join(top, 'NOT/There'))).not.toThrow();
      expect(() => refuseUnexpected(join(top, 'not/there'), join(top, 'not/their'))).toThrow('expect-cache-dir');
    } finally {
      real.mockRestore();
    }
  });
});

describe('refuseMoved', () => {
  it.each([
    ['users/home/.cache/pip', 'users/home/.cache/pip'],
    ['users/home/.cache/pip', 'users/home/.cache/pip/'],
    ['users/home/not/there', 'users/home/not/there/'],
  ])('takes <top>/%s for <top>/%s', (directory, remembered) => {
    expect(() => refuseMoved(`${top}/${directory}`, `${top}/${remembered}`)).not.toThrow();
  });

  it.each([
    ['/new', '/old', 'it was "/old"'],
    ['/old/new', '/old', 'it was "/old"'],
    ['/new', undefined, 'the cache was turned off'],
  ])('does not take %s for %s', (directory, remembered, then) => {
    expect(() => refuseMoved(directory, remembered)).toThrow(
      expect.objectContaining({
        name: 'Refusal',
        message:
          `pip's cache directory is "${directory}" now; when this was registered, ${then}. Nothing was deleted. ` +
          'Look at what changes PIP_CACHE_DIR, PIP_NO_CACHE_DIR or a pip.conf in between.',
      }),
    );
  });
});
