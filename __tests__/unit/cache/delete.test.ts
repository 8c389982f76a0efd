import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { deleteSelected, type FileSystem } from '../../../src/cache/delete.js';
import { entries } from '../../../src/cache/listing.js';
import { selectAll, selectFiles } from '../../../src/cache/selection.js';
import type { Survey } from '../../../src/cache/survey.js';
import { sumOfCounts } from '../../../src/cache/tally.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';
import { look, paths, plant } from '../trees.js';

const root = process.getuid?.() === 0;
const NOBODY = 65_534;
afterAll(removeTemporaryDirectories);
afterEach(() => void (root && process.seteuid?.(0)));

const TREE = ['http/a', 'http/b/c', 'http/b/d', 'http-v2/e/f/g', 'wheels/h/empty/', 'selfcheck/s', 'other.txt'];

function planted(...tree: string[]): string {
  const cache = temporaryDirectory('cache');
  plant(cache, ...(tree.length > 0 ? tree : TREE));
  return cache;
}

interface Given {
  now?: Survey;
  wanted?: (name: string) => boolean;
  cancelled?: () => boolean;
  fileSystem?: Partial<FileSystem>;
}

async function remove(before: Survey, { now = before, wanted, cancelled = () => false, fileSystem }: Given = {}) {
  const selection = wanted ? selectFiles(before.listing, ({ name }) => wanted(name)) : selectAll(before.listing);
  const real = { lstatSync, unlinkSync, rmdirSync };
  const calls = fileSystem && { ...real, ...fileSystem };
  const done = await deleteSelected(before, now, { selection, pace: unhurried, stop: cancelled, fileSystem: calls });
  const { deleted, failures, stopped } = done;
  return { ...sumOfCounts(Object.values(deleted)), failures, ...(stopped ? { stopped } : {}) };
}

/** A call that fails with a code for the paths that end so, and is the system's for all others. */
function failing<T>(real: (path: string | Buffer) => T, codes: Record<string, string>) {
  return (path: string | Buffer): T => {
    const code = Object.entries(codes).find(([end]) => `${path}`.endsWith(end))?.[1];
    if (code) throw Object.assign(new Error(`${code}: no`), { code });
    return real(path);
  };
}

describe('deleteSelected', () => {
  it('deletes what is selected, and leaves what is of no area', async () => {
    const cache = planted();
    expect(await remove(await look(cache))).toEqual({ files: 4, directories: 8, failures: [] });
    expect(paths(cache)).toEqual(['other.txt', 'selfcheck', 'selfcheck/s']);
  });

  it('deletes only what is selected', async () => {
    const cache = planted();
    const wanted = (name: string) => ['c', 'g'].includes(name);
    expect(await remove(await look(cache), { wanted })).toEqual({ files: 2, directories: 3, failures: [] });
    expect(paths(cache)).toEqual([
      'http',
      'http/a',
      'http/b',
      'http/b/d',
      'other.txt',
      'selfcheck',
      'selfcheck/s',
      'wheels',
      'wheels/h',
      'wheels/h/empty',
    ]);
  });

  it('deletes names that are no UTF-8', async () => {
    const cache = planted('http/☃/é\n');
    writeFileSync(Buffer.concat([Buffer.from(`${cache}/http/☃/`), Buffer.from([0xff])]), '');
    expect(await remove(await look(cache))).toEqual({ files: 2, directories: 2, failures: [] });
    expect(paths(cache)).toEqual([]);
  });

  it('deletes links, not what they lead to', async () => {
    const cache = planted('http/');
    const elsewhere = planted('d/a', 'f');
    symlinkSync(join(elsewhere, 'd'), join(cache, 'http/to d'));
    symlinkSync(join(elsewhere, 'f'), join(cache, 'http/to f'));
    symlinkSync('nowhere', join(cache, 'http/dangling'));
    expect(await remove(await look(cache))).toEqual({ files: 3, directories: 1, failures: [] });
    expect(paths(cache)).toEqual([]);
    expect(paths(elsewhere)).toEqual(['d', 'd/a', 'f']);
  });

  it('keeps what came since, and its directories, and calls neither a failure', async () => {
    const cache = planted('http/a/b', 'http/c', 'http/e/f');
    const before = await look(cache);
    plant(cache, 'http/a/new', 'http/new/x', 'wheels/new');
    const now = await look(cache);
    plant(cache, 'http/e/newer');
    expect(await remove(before, { now })).toEqual({ files: 3, directories: 0, failures: [] });
    expect(paths(cache)).toEqual([
      'http',
      'http/a',
      'http/a/new',
      'http/e',
      'http/e/newer',
      'http/new',
      'http/new/x',
      'wheels',
      'wheels/new',
    ]);
  });

  it('counts only what it deletes itself', async () => {
    const cache = planted('http/a/b', 'http/c', 'http/d/e/f', 'http/g');
    const before = await look(cache);
    rmSync(join(cache, 'http/a'), { recursive: true });
    const now = await look(cache);
    for (const path of ['http/c', 'http/d']) rmSync(join(cache, path), { recursive: true });
    expect(await remove(before, { now })).toEqual({ files: 1, directories: 1, failures: [] });
    expect(paths(cache)).toEqual([]);
  });

  it('does not enter a directory that has become a link since the survey', async () => {
    const cache = planted('http/a/b/c', 'http/a/d', 'http/e');
    const elsewhere = planted('b/c', 'd');
    const before = await look(cache);
    rmSync(join(cache, 'http/a'), { recursive: true });
    symlinkSync(elsewhere, join(cache, 'http/a'));
    expect(await remove(before)).toEqual({ files: 1, directories: 0, failures: [] });
    expect(paths(elsewhere)).toEqual(['b', 'b/c', 'd']);
    expect(paths(cache)).toEqual(['http', 'http/a']);
  });

  it('leaves alone what was a link at the second survey', async () => {
    const cache = planted('http/a/b', 'http/c');
    const elsewhere = planted('b');
    const before = await look(cache);
    rmSync(join(cache, 'http/a'), { recursive: true });
    symlinkSync(elsewhere, join(cache, 'http/a'));
    expect(await remove(before, { now: await look(cache) })).toEqual({ files: 1, directories: 0, failures: [] });
    expect(paths(elsewhere)).toEqual(['b']);
    expect(paths(cache)).toEqual(['http', 'http/a']);
  });

  it('leaves alone what was a directory at the second survey', async () => {
    const cache = planted('http/a', 'http/b');
    const before = await look(cache);
    rmSync(join(cache, 'http/a'));
    plant(cache, 'http/a/x');
    expect(await remove(before, { now: await look(cache) })).toEqual({ files: 1, directories: 0, failures: [] });
    expect(paths(cache)).toEqual(['http', 'http/a', 'http/a/x']);
  });

  it('leaves alone what has become a directory since', async () => {
    const cache = planted('http/a', 'http/b');
    const before = await look(cache);
    rmSync(join(cache, 'http/a'));
    plant(cache, 'http/a/x');
    expect(await remove(before)).toEqual({ files: 1, directories: 0, failures: [] });
    expect(paths(cache)).toEqual(['http', 'http/a', 'http/a/x']);
  });

  it.each([
    ['EACCES', [{ end: 'http/b/c', code: 'EACCES' }], 3],
    ['EBUSY', [{ end: 'http/b/c', code: 'EBUSY' }], 3],
    ['ENOTEMPTY', [{ end: 'http/b/c', code: 'ENOTEMPTY' }], 3],
    ['ENOENT', [], 3],
    ['ENOTDIR', [], 3],
  ])('takes %s of unlink for %j', async (code, expected, files) => {
    const cache = planted();
    const found = await remove(await look(cache), { fileSystem: { unlinkSync: failing(unlinkSync, { 'b/c': code }) } });
    const failures = expected.map(({ end, code: its }) => ({ path: join(cache, end), code: its }));
    expect(found).toEqual({ files, directories: 6, failures });
    expect(readFileSync(join(cache, 'http/b/c'), 'utf8')).toBe('0123456789');
  });

  it.each([
    ['EACCES', true],
    ['EBUSY', true],
    ['EPERM', true],
    ['ENOENT', false],
    ['ENOTDIR', false],
    ['ENOTEMPTY', false],
    ['EEXIST', false],
  ])('takes %s of rmdir for a failure: %s', async (code, isFailure) => {
    const cache = planted();
    const found = await remove(await look(cache), { fileSystem: { rmdirSync: failing(rmdirSync, { 'e/f': code }) } });
    const failures = isFailure ? [{ path: join(cache, 'http-v2/e/f'), code }] : [];
    expect(found).toEqual({ files: 4, directories: 5, failures });
  });

  it('takes a directory that it can not look at for none', async () => {
    const cache = planted('http/a/b', 'http/c');
    const fileSystem = { lstatSync: failing((path) => lstatSync(path), { 'http/a': 'EACCES' }) };
    expect(await remove(await look(cache), { fileSystem })).toEqual({ files: 1, directories: 0, failures: [] });
    expect(paths(cache)).toEqual(['http', 'http/a', 'http/a/b']);
  });

  it('names the directories that hide what they hold, unless they are empty', async () => {
    const cache = planted('http/closed/a', 'http/no search/b', 'http/open/c', 'wheels/empty/');
    const modes = [
      ['http/closed', 0o000],
      ['http/no search', 0o600],
      ['wheels/empty', 0o000],
    ] as const;
    for (const path of root ? ['', ...paths(cache)] : []) chownSync(join(cache, path), NOBODY, NOBODY);
    for (const [path, mode] of modes) chmodSync(join(cache, path), mode);
    if (root) process.seteuid?.(NOBODY);
    const found = await remove(await look(cache));
    for (const path of ['http/closed', 'http/no search']) chmodSync(join(cache, path), 0o700);
    expect(found).toEqual({
      files: 1,
      directories: 3,
      failures: [
        { path: join(cache, 'http/closed'), code: 'EACCES' },
        { path: join(cache, 'http/no search/b'), code: 'EACCES' },
      ],
    });
    expect(paths(cache)).toEqual(['http', 'http/closed', 'http/closed/a', 'http/no search', 'http/no search/b']);
  });

  it('does not name an empty directory that it could not read but did delete', async () => {
    const cache = planted('http/closed/', 'http/open/c');
    const before = await look(cache);
    plant(cache, 'http/new');
    for (const path of root ? ['', ...paths(cache)] : []) chownSync(join(cache, path), NOBODY, NOBODY);
    chmodSync(join(cache, 'http/closed'), 0o000);
    if (root) process.seteuid?.(NOBODY);
    expect(await remove(before, { now: await look(cache) })).toEqual({ files: 1, directories: 2, failures: [] });
    expect(paths(cache)).toEqual(['http', 'http/new']);
  });

  it('names an area that it can not read', async () => {
    const cache = planted('http/a', 'wheels/b');
    for (const path of root ? ['', ...paths(cache)] : []) chownSync(join(cache, path), NOBODY, NOBODY);
    chmodSync(join(cache, 'http'), 0o000);
    if (root) process.seteuid?.(NOBODY);
    const found = await remove(await look(cache));
    chmodSync(join(cache, 'http'), 0o700);
    const failures = [{ path: join(cache, 'http'), code: 'EACCES' }];
    expect(found).toEqual({ files: 1, directories: 1, failures });
  });

  it('keeps the directories when the job is cancelled after the last file', async () => {
    const cache = planted('http/a');
    const answers = [false]; // a
    const cancelled = () => answers.shift() ?? true;
    expect(await remove(await look(cache), { cancelled })).toEqual({
      files: 1,
      directories: 0,
      failures: [],
      stopped: true,
    });
  });

  it('stops where the job is cancelled', async () => {
    const cache = planted('http/a', 'http/b', 'http/c/d', 'wheels/');
    let asked = 0;
    const cancelled = () => {
      asked += 1;
      return asked > 2; // a, b
    };
    expect(await remove(await look(cache), { cancelled })).toEqual({
      files: 2,
      directories: 0,
      failures: [],
      stopped: true,
    });
    expect(paths(cache)).toEqual(['http', 'http/c', 'http/c/d', 'wheels']);
  });

  it('deletes nothing when the job was cancelled before', async () => {
    const cache = planted('http/');
    expect(await remove(await look(cache), { cancelled: () => true })).toEqual({
      files: 0,
      directories: 0,
      failures: [],
      stopped: true,
    });
    expect(paths(cache)).toEqual(['http']);
  });

  it('is not stopped when nothing of it is left', async () => {
    const cache = planted('http/a');
    const before = await look(cache);
    rmSync(join(cache, 'http'), { recursive: true });
    expect(await remove(before, { now: await look(cache), cancelled: () => true })).toEqual({
      files: 0,
      directories: 0,
      failures: [],
    });
  });

  it('stops to breathe, and says how far it is', async () => {
    const cache = planted('http/a', 'http/b/c', 'wheels/d');
    mkdirSync(join(cache, 'http-v2'));
    const before = await look(cache);
    const said: string[] = [];
    const pace = (progress: () => string) => {
      said.push(progress());
      return said.length % 2 ? Promise.resolve() : undefined;
    };
    await deleteSelected(before, before, { selection: selectAll(before.listing), pace, stop: () => false });
    expect([...entries(before.listing)].map(({ path }) => path.slice(cache.length + 1))).toEqual([
      'http',
      'http/a',
      'http/b',
      'http/b/c',
      'http-v2',
      'wheels',
      'wheels/d',
    ]);
    expect(said).toEqual([
      '0 % done, 0 deleted',
      '14 % done, 1 deleted',
      '29 % done, 1 deleted',
      '43 % done, 2 deleted',
      '57 % done, 4 deleted',
      '71 % done, 5 deleted',
      '86 % done, 6 deleted',
    ]);
  });
});
