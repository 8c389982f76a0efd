import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { leftOut, leftOutLines } from '../../support/left-out.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

describe('test files that a platform can not run', () => {
  it.each([
    ['linux', []],
    ['darwin', ['**/*.linux.test.ts']],
    ['win32', ['**/*.posix.test.ts', '**/*.linux.test.ts']],
  ])('on %s are known by their names', (platform, patterns) => {
    expect(leftOut(platform)).toEqual(patterns);
  });

  it.each([
    ['linux', []],
    ['darwin', ['Left out on darwin: 1 test file that needs Linux (*.linux.test.ts).']],
    [
      'win32',
      [
        'Left out on win32: 2 test files that need POSIX (*.posix.test.ts).',
        'Left out on win32: 1 test file that needs Linux (*.linux.test.ts).',
      ],
    ],
  ])('on %s are counted', (platform, lines) => {
    const ring = temporaryDirectory('ring');
    mkdirSync(join(ring, 'room'));
    for (const name of [
      'a.test.ts',
      'b.posix.test.ts',
      'posix.test.ts',
      'room/c.posix.test.ts',
      'room/d.linux.test.ts',
    ])
      writeFileSync(join(ring, name), '');
    expect(leftOutLines(platform, [ring, join(ring, 'missing')])).toEqual(lines);
  });
});
