// Needs symbolic links.
import { readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { withScratch } from '../../../src/pip/scratch.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

it('withScratch gives the work real paths where RUNNER_TEMP is a link', async () => {
  const elsewhere = temporaryDirectory('elsewhere');
  const link = join(temporaryDirectory('runner temp'), 'link');
  symlinkSync(elsewhere, link);
  const { top, empty } = await withScratch({ RUNNER_TEMP: link }, async (scratch) => scratch);
  expect(dirname(top)).toBe(elsewhere);
  expect(empty.startsWith(top)).toBe(true);
  expect(readdirSync(elsewhere)).toEqual([]);
});
