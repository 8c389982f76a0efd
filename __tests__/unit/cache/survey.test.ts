import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entries } from '../../../src/cache/listing.js';
import { bytePath } from '../../../src/cache/paths.js';
import { survey } from '../../../src/cache/survey.js';
import { countCache } from '../../support/count.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { blocks, listed, look, plant } from '../trees.js';

const NOTHING = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };

afterAll(removeTemporaryDirectories);

describe('survey', () => {
  it.each([
    ['there is no cache directory', (cache: string) => rmSync(cache, { recursive: true })],
    [
      'the cache directory is a file',
      (cache: string) => {
        rmSync(cache, { recursive: true });
        writeFileSync(cache, 'x');
      },
    ],
    ['it holds only what is not of an area', (cache: string) => plant(cache, 'selfcheck/a', 'selfcheck.json')],
  ])('finds nothing when %s', async (_what, change) => {
    const cache = temporaryDirectory('cache');
    change(cache);
    const found = await look(cache);
    expect(found.states).toEqual({ http: 'absent', 'http-v2': 'absent', wheels: 'absent' });
    expect(found.tallies).toEqual({ http: NOTHING, 'http-v2': NOTHING, wheels: NOTHING });
    expect(found.listing.length).toBe(0);
  });

  it('counts and lists what the areas hold, and nothing else', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/b', 'http/a/x', 'http/a/empty/', 'http/a!', 'wheels/.hidden', 'selfcheck/a', 'other');
    writeFileSync(join(cache, 'http/b'), Buffer.alloc(100_000));
    const found = await look(cache);
    expect(listed(found.listing)).toEqual([
      'http',
      'http/a',
      'http/a/empty',
      'http/a/x',
      'http/a!',
      'http/b',
      'wheels',
      'wheels/.hidden',
    ]);
    expect(found.states).toEqual({ http: 'directory', 'http-v2': 'absent', wheels: 'directory' });
    expect(found.tallies.http).toMatchObject({ files: 3, bytes: 100_020, directories: 3 });
    expect(found.tallies.wheels).toMatchObject({ files: 1, bytes: 10, directories: 1 });
    const { byArea } = countCache(cache);
    expect(found.tallies).toEqual(byArea);
    expect(found.unreadable).toEqual([]);
  });

  it('counts the blocks of a file with several names once', async () => {
    const cache = temporaryDirectory('cache');
    const elsewhere = temporaryDirectory('elsewhere');
    plant(cache, 'http/a', 'wheels/');
    linkSync(join(cache, 'http/a'), join(cache, 'http/b'));
    linkSync(join(cache, 'http/a'), join(cache, 'wheels/c'));
    plant(elsewhere, 'x');
    linkSync(join(elsewhere, 'x'), join(cache, 'wheels/d'));
    const found = await look(cache);
    expect(found.tallies.http).toEqual({
      files: 2,
      bytes: 20,
      directories: 1,
      diskBytes: blocks(join(cache, 'http')) + blocks(join(cache, 'http/a')),
    });
    expect(found.tallies.wheels).toEqual({
      files: 2,
      bytes: 20,
      directories: 1,
      diskBytes: blocks(join(cache, 'wheels')) + blocks(join(cache, 'wheels/d')),
    });
    const names = [...entries(found.listing)].map(({ index, kind }) => [kind, found.inodes.get(index)?.names]);
    const linked = (count: number) => ['linked file', count];
    const directory = ['directory', undefined];
    expect(names).toEqual([directory, linked(3), linked(3), directory, linked(3), linked(2)]);
    expect(new Set([...found.inodes.values()].map(({ id }) => id)).size).toBe(2);
  });

  it('stops to breathe, and does not mind what vanishes meanwhile', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'http/b/c', 'http/d/e/f', 'http/g');
    const said: string[] = [];
    const found = await survey(bytePath(cache), (progress) => {
      said.push(progress());
      for (const path of ['http/b', 'http/d/e', 'http/g']) rmSync(join(cache, path), { recursive: true, force: true });
      return Promise.resolve();
    });
    expect(listed(found.listing)).toEqual(['http', 'http/a', 'http/d']);
    expect(said).toEqual(['1 file or directory counted so far', '2 files and directories counted so far']);
    expect(found.unreadable).toEqual([]);
  });

  it('ends, incomplete, when it is told that it is over', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'http/b', 'wheels/c');
    let asked = 0;
    const found = await survey(
      bytePath(cache),
      () => Promise.resolve(),
      () => {
        asked += 1;
        return asked === 2;
      },
    );
    expect(found.listing.complete).toBe(false);
    expect(listed(found.listing)).toEqual(['http', 'http/a', 'http/b']);
    expect((await look(cache)).listing.complete).toBe(true);
  });
});
