// Needs signals and symbolic links.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countCache } from '../../support/count.mjs';
import { runAction } from '../../support/runner.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

describe('runAction', () => {
  it('lets a caller signal the process when a line comes', async () => {
    const entry = join(temporaryDirectory('script'), 'entry.mjs');
    writeFileSync(entry, `console.log('ready'); setInterval(() => {}, 1000)`);
    const result = await runAction({ entry, onLine: (line, child) => line === 'ready' && child.kill('SIGINT') });
    expect(result).toMatchObject({ code: null, signal: 'SIGINT' });
  });
});

describe('countCache', () => {
  it('follows no symbolic link, with and without find', () => {
    const cacheDir = temporaryDirectory('count');
    symlinkSync(cacheDir, join(cacheDir, 'http'));
    expect(countCache(cacheDir).byArea.http).toMatchObject({ files: 1, directories: 0 });
    expect(countCache(cacheDir, { find: false })).toEqual(countCache(cacheDir));
  });
});
