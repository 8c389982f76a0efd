import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../src/cache/delete.js';
import { deletePatiently } from '../../../src/cache/delete-patiently.js';
import { selectAll } from '../../../src/cache/selection.js';
import { sumOfCounts } from '../../../src/cache/tally.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';
import { look, paths, plant } from '../trees.js';

afterAll(removeTemporaryDirectories);

interface Given {
  platform?: NodeJS.Platform;
  /** How often a call of that name for a path that ends so fails, and with which code. */
  fails?: [call: 'unlinkSync' | 'rmdirSync', end: string, code: string, times: number][];
  cancelled?: () => boolean;
}

/** Deletes a small cache on a disk that answers as another system's does, now and then. */
async function attempt({ platform = 'win32', fails = [], cancelled = () => false }: Given) {
  const cache = temporaryDirectory('cache');
  plant(cache, 'http/a/b', 'http/c', 'wheels/d');
  const left = fails.map(([call, end, code, times]) => ({ call, end, code, times }));
  const or = (call: 'unlinkSync' | 'rmdirSync', real: (path: string | Buffer) => void) => (path: string | Buffer) => {
    const fault = left.find((one) => one.call === call && `${path}`.endsWith(one.end) && one.times > 0);
    if (!fault) return real(path);
    fault.times -= 1;
    throw Object.assign(new Error(fault.code), { code: fault.code });
  };
  const fileSystem: FileSystem = {
    lstatSync,
    unlinkSync: or('unlinkSync', unlinkSync),
    rmdirSync: or('rmdirSync', rmdirSync),
  };
  const before = await look(cache);
  const waits: number[] = [];
  let looks = 0;
  const { deleted, failures, after } = await deletePatiently(before, selectAll(before.listing), {
    look: () => {
      looks += 1;
      return look(cache);
    },
    pace: unhurried,
    stop: cancelled,
    resume: async () => false,
    fileSystem,
    platform,
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  const codes = failures.map(({ path, code }) => `${path.slice(cache.length + 1).replaceAll('\\', '/')} ${code}`);
  return { ...sumOfCounts(Object.values(deleted)), codes, waits, looks, left: paths(cache), after };
}

describe('deletePatiently', () => {
  it.each(['win32', 'linux', 'darwin'] as const)('waits for nothing when all goes: %s', async (platform) => {
    const done = await attempt({ platform });
    expect(done).toMatchObject({ files: 3, directories: 3, codes: [], waits: [], looks: 2, left: [] });
    expect(done.after.listing.length).toBe(0);
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])('tries again on Windows what is in use for a moment: %s', async (code) => {
    const fails: Given['fails'] = [['unlinkSync', join('a', 'b'), code, 2]];
    const done = await attempt({ fails });
    expect(done).toMatchObject({ files: 3, directories: 3, codes: [], waits: [100, 300], left: [] });
  });

  it('tries again a directory in which Windows still keeps a deleted file', async () => {
    const done = await attempt({ fails: [['rmdirSync', join('http', 'a'), 'ENOTEMPTY', 1]] });
    expect(done).toMatchObject({ files: 3, directories: 3, codes: [], waits: [100], left: [] });
  });

  it('names what stays in use, after a second', async () => {
    const done = await attempt({ fails: [['unlinkSync', join('a', 'b'), 'EBUSY', 99]] });
    expect(done).toMatchObject({ files: 2, directories: 1, codes: ['http/a/b EBUSY'], waits: [100, 300, 600] });
    expect(done.left).toEqual(['http', join('http', 'a'), join('http', 'a', 'b')]);
    expect(done.after.tallies.http).toMatchObject({ files: 1, directories: 2 });
  });

  it('does not wait for what will not pass', async () => {
    const done = await attempt({ fails: [['unlinkSync', join('a', 'b'), 'EIO', 99]] });
    expect(done).toMatchObject({ codes: ['http/a/b EIO'], waits: [] });
  });

  it.each(['linux', 'darwin'] as const)('does not wait on %s, where these codes stay', async (platform) => {
    const done = await attempt({ platform, fails: [['unlinkSync', join('a', 'b'), 'EPERM', 99]] });
    expect(done).toMatchObject({ files: 2, directories: 1, codes: ['http/a/b EPERM'], waits: [] });
  });

  it('looks again when it waited in vain, since others were at work', async () => {
    const done = await attempt({ cancelled: () => true });
    expect(done).toMatchObject({ files: 0, directories: 0, looks: 2 });
  });

  it('does not try again when the job is cancelled', async () => {
    let asked = 0;
    const cancelled = () => {
      asked += 1;
      return asked > 2;
    };
    const done = await attempt({ cancelled, fails: [['unlinkSync', join('a', 'b'), 'EBUSY', 1]] });
    expect(done.waits).toEqual([]);
  });
});
