// Needs /proc.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runAction } from '../../support/runner.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

it('runAction measures memory', async () => {
  const entry = join(temporaryDirectory('script'), 'entry.mjs');
  writeFileSync(entry, 'const kept = Buffer.alloc(150e6, 1); console.log(kept.length)');
  const { maxRssKb } = await runAction({ entry, measureMemory: true });
  expect(maxRssKb).toBeGreaterThan(150_000);
});
