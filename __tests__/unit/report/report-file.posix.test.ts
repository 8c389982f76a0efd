// Needs symbolic links.
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { writeReport } from '../../../src/report/report-file.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { result } from '../results.js';

const UUID = '00000000-0000-4000-8000-000000000000';
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  randomUUID: () => UUID,
}));
afterAll(removeTemporaryDirectories);

it('the report does not write through a link', () => {
  const directory = temporaryDirectory('runner temp');
  const elsewhere = join(temporaryDirectory('elsewhere'), 'file');
  symlinkSync(elsewhere, join(directory, `reset-pip-cache-${UUID}.json`));
  expect(() => writeReport(result(), directory)).toThrow('EEXIST');
  expect(existsSync(elsewhere)).toBe(false);
});
