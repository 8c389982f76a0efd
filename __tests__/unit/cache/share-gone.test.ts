import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shareGone } from '../../../src/cache/share-gone.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { imagined, look, plant } from '../trees.js';

afterAll(removeTemporaryDirectories);

describe('shareGone', () => {
  it('is the share of the files and directories that are gone by now', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'http/b', 'http/directory/');
    const share = shareGone((await look(cache)).listing);
    expect(share()).toBe(0);
    rmSync(join(cache, 'http/a'));
    expect(share()).toBe(0.25);
    rmSync(join(cache, 'http/directory'), { recursive: true });
    expect(share()).toBe(0.5);
    rmSync(join(cache, 'http'), { recursive: true });
    expect(share()).toBe(1);
  });

  it('is unknown of nothing', () => {
    expect(shareGone(imagined().listing)()).toBeUndefined();
  });

  it('looks at files from all over a large cache', async () => {
    const cache = temporaryDirectory('cache');
    const names = Array.from({ length: 1000 }, (_none, index) => `http/${String(index).padStart(4, '0')}`);
    plant(cache, ...names);
    const share = shareGone((await look(cache)).listing);
    expect(share()).toBe(0);
    for (const name of names.slice(0, 500)) rmSync(join(cache, name));
    expect(share()).toBeCloseTo(0.5, 1);
    for (const name of names.slice(500, 750)) rmSync(join(cache, name));
    expect(share()).toBeCloseTo(0.75, 1);
  });
});
