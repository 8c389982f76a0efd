// Needs a file system that distinguishes case.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { refuseUnexpected } from '../../../src/reset/guards.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

it.each([
  ['home/.cache/pip', 'home/.cache/Pip'],
  ['home/not/there', 'home/not/THERE'],
])('refuseUnexpected does not take <top>/%s for <top>/%s', (directory, expected) => {
  const top = temporaryDirectory('guards');
  mkdirSync(join(top, 'home/.cache/pip'), { recursive: true });
  expect(() => refuseUnexpected(join(top, directory), join(top, expected))).toThrow('Input "expect-cache-dir"');
});
