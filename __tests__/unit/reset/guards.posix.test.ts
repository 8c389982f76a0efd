// Needs symbolic links.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseMoved, refuseProtected, refuseUnexpected } from '../../../src/reset/guards.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

let top: string;
beforeAll(() => {
  top = temporaryDirectory('guards');
  mkdirSync(join(top, 'users/home/.cache/pip'), { recursive: true });
  mkdirSync(join(top, 'work/repo'), { recursive: true });
  symlinkSync('/', join(top, 'to root'));
  symlinkSync(join(top, 'users/home'), join(top, 'to home'));
  symlinkSync(join(top, 'users'), join(top, 'to users'));
  symlinkSync('nowhere', join(top, 'dangling'));
  symlinkSync('loop', join(top, 'loop'));
});
afterAll(removeTemporaryDirectories);

describe('refuseProtected, behind a link', () => {
  const protectedDirectories = () => [
    { path: join(top, 'users/home'), name: 'the home directory' },
    { path: join(top, 'to users', 'nobody/home'), name: "the account's home directory" },
  ];

  it.each([
    ['to home', 'the home directory'],
    ['to users/home', 'the home directory'],
    ['to users', 'a parent of the home directory'],
    ['users/nobody', "a parent of the account's home directory"],
    ['users/nobody/home', "the account's home directory"],
    ['to root', 'the root of a file system'],
  ])('refuses <top>/%s, %s', (path, what) => {
    const directory = join(top, path);
    expect(() => refuseProtected(directory, protectedDirectories())).toThrow(
      `pip's cache directory is "${directory}", which is ${what}. That can't be meant; nothing was deleted.`,
    );
  });

  it.each(['to home/.cache/pip', 'dangling', 'loop', 'loop/cache'])('lets <top>/%s pass', (path) => {
    expect(() => refuseProtected(join(top, path), protectedDirectories())).not.toThrow();
  });
});

describe('refuseUnexpected, behind a link', () => {
  it.each([
    ['users/home/.cache/pip', 'to home/.cache/pip'],
    ['to users/home/.cache/pip', 'users/home/.cache/../.cache/pip'],
    ['users/home/not/there', 'to home/not/there/'],
  ])('takes <top>/%s for <top>/%s', (directory, expected) => {
    expect(() => refuseUnexpected(`${top}/${directory}`, `${top}/${expected}`)).not.toThrow();
  });
});

describe('refuseMoved, behind a link', () => {
  it.each([
    ['users/home/.cache/pip', 'to home/.cache/pip/'],
    ['users/home/not/there', 'to home/not/there/'],
  ])('takes <top>/%s for <top>/%s', (directory, remembered) => {
    expect(() => refuseMoved(`${top}/${directory}`, `${top}/${remembered}`)).not.toThrow();
  });
});
