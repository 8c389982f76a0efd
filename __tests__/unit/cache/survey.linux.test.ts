// Needs a file system that distinguishes case.
import { afterAll, expect, it } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { look, plant } from '../trees.js';

afterAll(removeTemporaryDirectories);

it('survey takes no directory for an area whose name differs in case', async () => {
  const cache = temporaryDirectory('cache');
  plant(cache, 'Http/a', 'WHEELS/b');
  const found = await look(cache);
  expect(found.states).toEqual({ http: 'absent', 'http-v2': 'absent', wheels: 'absent' });
  expect(found.listing.length).toBe(0);
});
