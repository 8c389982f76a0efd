// Needs names that are bytes, symbolic links and permissions.
import { chmodSync, chownSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { entries } from '../../../src/cache/listing.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { listed, look, plant } from '../trees.js';

const NOBODY = 65_534;
const root = process.getuid?.() === 0;
const NOTHING = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };

afterAll(removeTemporaryDirectories);
afterEach(() => {
  if (root) process.seteuid?.(0);
});

describe('survey', () => {
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
});
