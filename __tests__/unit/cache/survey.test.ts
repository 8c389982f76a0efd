import { chmodSync, chownSync, linkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { entries } from '../../../src/cache/listing.js';
import { bytePath } from '../../../src/cache/paths.js';
import { survey } from '../../../src/cache/survey.js';
import { countCache } from '../../support/count.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { blocks, listed, look, plant } from '../trees.js';

const NOBODY = 65_534;
const root = process.getuid?.() === 0;
const NOTHING = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };

afterAll(removeTemporaryDirectories);
afterEach(() => {
  if (root) process.seteuid?.(0);
});

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
    [
      'it holds only what is not of an area',
      (cache: string) => plant(cache, 'selfcheck/a', 'selfcheck.json', 'Http/a'),
    ],
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

  it('keeps names that are no UTF-8, or hold line breaks', async () => {
    const cache = temporaryDirectory('a cache ☃');
    plant(cache, 'http/a\nb', 'http/\u2028\t"\\');
    const odd = Buffer.concat([Buffer.from(join(cache, 'http/')), Buffer.from([0xff, 0x2e, 0xe9])]);
    writeFileSync(odd, '12345');
    const found = await look(cache);
    const names = [...entries(found.listing)].map(({ name }) => name);
    expect(names).toEqual(['http', 'a\nb', '\u00e2\u0080\u00a8\t"\\', '\u00ff.\u00e9']);
    expect(found.tallies.http).toMatchObject({ files: 3, bytes: 25 });
  });

  it('counts links as files and follows none', async () => {
    const cache = temporaryDirectory('cache');
    const elsewhere = temporaryDirectory('elsewhere');
    plant(elsewhere, 'directory/a', 'file');
    plant(cache, 'http-v2/');
    symlinkSync(join(elsewhere, 'directory'), join(cache, 'http-v2/to a directory'));
    symlinkSync(join(elsewhere, 'file'), join(cache, 'http-v2/to a file'));
    symlinkSync('.', join(cache, 'http-v2/to itself'));
    symlinkSync('nowhere', join(cache, 'http-v2/dangling'));
    const found = await look(cache);
    expect(new Set([...entries(found.listing)].slice(1).map(({ kind }) => kind))).toEqual(new Set(['symbolic link']));
    const targets = join(elsewhere, 'directory').length + join(elsewhere, 'file').length + '.nowhere'.length;
    expect(found.tallies['http-v2']).toMatchObject({ files: 4, bytes: targets, directories: 1 });
  });

  it('looks into no area that is a link or no directory', async () => {
    const cache = temporaryDirectory('cache');
    const elsewhere = temporaryDirectory('elsewhere');
    plant(elsewhere, 'a');
    plant(cache, 'http-v2', 'wheels/a');
    symlinkSync(elsewhere, join(cache, 'http'));
    const found = await look(cache);
    expect(found.states).toEqual({ http: 'link', 'http-v2': 'not a directory', wheels: 'directory' });
    expect(listed(found.listing)).toEqual(['wheels', 'wheels/a']);
    expect(found.tallies).toMatchObject({ http: NOTHING, 'http-v2': NOTHING });
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

  it('names what it may not look into, tells what of it is unknown, and counts the rest', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/closed/a', 'http/no search/b', 'http/open/c', 'wheels/d');
    const closed = ['http/closed', 'http/no search', 'wheels'].map((path) => join(cache, path));
    for (const path of root ? ['', 'http', 'http/closed', 'http/no search', 'http/open', 'wheels'] : [])
      chownSync(join(cache, path), NOBODY, NOBODY);
    [0o000, 0o600, 0o000].forEach((mode, index) => void chmodSync(closed[index] as string, mode));
    if (root) process.seteuid?.(NOBODY);
    const found = await look(cache);
    for (const path of closed) chmodSync(path, 0o700);
    expect(found.unreadable).toEqual([
      { area: 'http', path: join(cache, 'http/closed'), code: 'EACCES', unknown: 'contents' },
      { area: 'http', path: join(cache, 'http/no search/b'), code: 'EACCES', unknown: 'entry' },
      { area: 'wheels', path: join(cache, 'wheels'), code: 'EACCES', unknown: 'contents' },
    ]);
    expect(listed(found.listing)).toEqual([
      'http',
      'http/closed',
      'http/no search',
      'http/open',
      'http/open/c',
      'wheels',
    ]);
    expect(found.tallies.http).toMatchObject({ files: 1, directories: 4 });
  });

  it('names the areas of a cache directory that it may not search', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'wheels/b');
    if (root) chownSync(cache, NOBODY, NOBODY);
    chmodSync(cache, 0o600);
    if (root) process.seteuid?.(NOBODY);
    const found = await look(cache);
    chmodSync(cache, 0o700);
    expect(found.unreadable).toEqual(
      ['http', 'http-v2', 'wheels'].map((area) => ({
        area,
        path: join(cache, area),
        code: 'EACCES',
        unknown: 'entry',
      })),
    );
    expect(found.states).toEqual({ http: 'unreadable', 'http-v2': 'unreadable', wheels: 'unreadable' });
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
