import { linkSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { listed, look, plant } from '../trees.js';

// What lstat is like elsewhere: on Windows it may tell no blocks. And what may be gone between two calls: a file that is looked at a
// second time, a directory that is read. Names may come in any order.
const elsewhere = vi.hoisted(() => ({
  blocks: undefined as number | undefined,
  secondLook: true,
  gone: '',
  reversed: false,
}));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const lstatSync = (path: string, options: { bigint?: boolean }) => {
    if (options?.bigint) return elsewhere.secondLook ? real.lstatSync(path, { bigint: true }) : undefined;
    const stats = real.lstatSync(path, { throwIfNoEntry: false });
    return stats && (Object.assign(stats, { blocks: elsewhere.blocks }) as Stats);
  };
  const readdirSync = (path: string, encoding: 'latin1') => {
    if (elsewhere.gone && path.endsWith(elsewhere.gone)) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    const names = real.readdirSync(path, encoding);
    return elsewhere.reversed ? names.reverse() : names;
  };
  return { ...real, lstatSync, readdirSync };
});
afterAll(removeTemporaryDirectories);

describe('where the platform tells no blocks', () => {
  it.each([undefined, Number.NaN])('(%s), a file takes its size and a directory nothing', async (blocks) => {
    elsewhere.blocks = blocks;
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'http/b/c');
    const { tallies } = await look(cache);
    expect(tallies.http).toEqual({ files: 2, bytes: 20, directories: 2, diskBytes: 20 });
  });

  it('none for a file of no blocks', async () => {
    elsewhere.blocks = 0;
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a');
    expect((await look(cache)).tallies.http).toEqual({ files: 1, bytes: 10, directories: 1, diskBytes: 0 });
  });

  it('a file with several names counts once even if it is gone at the second look', async () => {
    Object.assign(elsewhere, { blocks: 1, secondLook: false });
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a');
    linkSync(join(cache, 'http/a'), join(cache, 'http/b'));
    const { tallies, inodes } = await look(cache);
    expect(tallies.http).toEqual({ files: 2, bytes: 20, directories: 1, diskBytes: 1024 });
    expect([...inodes.values()].map(({ names }) => names)).toEqual([2, 2]);
  });
});

describe('a directory that is gone when it is read', () => {
  it('holds nothing, and is no failure', async () => {
    Object.assign(elsewhere, { blocks: 1, gone: join('http', 'b') });
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'http/b/c', 'http/d');
    const { tallies, unreadable } = await look(cache);
    expect(tallies.http).toMatchObject({ files: 2, directories: 2 });
    expect(unreadable).toEqual([]);
  });
});

describe('names in another order', () => {
  it('are put in that of a listing', async () => {
    Object.assign(elsewhere, { gone: '', reversed: true });
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a!', 'http/a/b', 'http/B', 'http/c');
    expect(listed((await look(cache)).listing)).toEqual(['http', 'http/B', 'http/a', 'http/a/b', 'http/a!', 'http/c']);
  });
});
