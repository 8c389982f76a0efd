// Needs symbolic links.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { refuseWrongDirectory } from '../../../src/reset/guards.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

it.each(['link/pip', './link/pip/'])(
  'refuseWrongDirectory takes the expected directory behind a link: %s',
  (expected) => {
    const top = temporaryDirectory('guard');
    const directory = join(top, 'home/.cache/pip');
    for (const path of [directory, join(top, 'workspace')]) mkdirSync(path, { recursive: true });
    symlinkSync(join(top, 'home/.cache'), join(top, 'workspace/link'));
    const job = { env: { HOME: join(top, 'home') }, workspace: join(top, 'workspace'), platform: process.platform };
    const scratch = { top: join(top, 'scratch'), empty: join(top, 'scratch/a/b/c/d/e') };
    expect(() => refuseWrongDirectory(directory, { expected, job, scratch })).not.toThrow();
    expect(() => refuseWrongDirectory(top, { expected, job, scratch })).toThrow();
  },
);
