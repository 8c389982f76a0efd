import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parsePackages } from '../../../src/inputs/packages.js';
import { packageEntries } from '../../../src/inventory/package-entries.js';
import { takeInventory } from '../../../src/inventory/take-inventory.js';
import { unreadIn } from '../../../src/inventory/unread.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';
import { inventoryOf, labelsOf, placeOf, put, putResponse } from './responses.js';

// Which files can't be opened or read, and why: root may read everything.
const refused = vi.hoisted(() => new Map<string, string>());
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const openSync: typeof real.openSync = (path, flags, mode) => {
    const code = refused.get(String(path));
    if (code === undefined) return real.openSync(path, flags, mode);
    throw Object.assign(new Error(`${code}: not today`), { code });
  };
  return { ...real, openSync };
});

afterAll(removeTemporaryDirectories);
beforeEach(() => refused.clear());

const FILE = 'https://files.example/foo-1.0.tar.gz';
const PAGE = `{"files":[{"url":"${FILE}"}],"name":"foo"}`;
const UNREADABLE = { kind: 'unreadable' };
const UNKNOWN = { kind: 'unknown' };
const ORIGIN = JSON.stringify({ archive_info: {}, url: FILE });

/** A cache in which something of each format can't be read. */
function cache(code: string, ...which: string[]): string {
  const root = temporaryDirectory('unread');
  putResponse(root, FILE, PAGE);
  put(root, 'wheels/a/origin.json', ORIGIN);
  for (const path of which) refused.set(`${root}/${path}`, code);
  return root;
}

const OLD = placeOf('http', FILE);
const NEW = placeOf('http-v2', FILE);
const NAMES = [OLD, NEW, `${NEW}.body`, 'wheels/a/origin.json'];

describe('files that can not be read', () => {
  it.each(['EACCES', 'EPERM', 'EIO', 'EBUSY', 'EMFILE'])('are so, and not unknown: %s', async (code) => {
    const root = cache(code, ...NAMES);
    expect(await labelsOf(root)).toEqual(Object.fromEntries(NAMES.map((path) => [path, UNREADABLE])));
    const unread = unreadIn(await inventoryOf(root));
    expect(unread).toMatchObject({ files: 4, first: { path: `${root}/${OLD}`, code } });
    expect(unread?.bytes).toBeGreaterThan(2 * PAGE.length + ORIGIN.length);
  });

  it.each([
    ['the metadata', NEW],
    ['the body', `${NEW}.body`],
  ])('are both files of a response of which one can not be read: %s', async (_, path) => {
    const root = cache('EACCES', path);
    const labels = await labelsOf(root);
    expect([labels[NEW], labels[`${NEW}.body`]]).toEqual([UNREADABLE, UNREADABLE]);
    expect(labels[OLD]).toMatchObject({ project: 'foo' });
    expect(unreadIn(await inventoryOf(root))).toMatchObject({ files: 2, first: { path: `${root}/${path}` } });
  });

  it.each(['ENOENT', 'ELOOP', 'ENXIO', 'EISDIR', 'ENOTDIR'])(
    'are not what was replaced meanwhile: %s',
    async (code) => {
      const root = cache(code, ...NAMES);
      expect(await labelsOf(root)).toEqual(Object.fromEntries(NAMES.map((path) => [path, UNKNOWN])));
      expect(unreadIn(await inventoryOf(root))).toBeUndefined();
    },
  );

  it('are none where all can be read', async () => {
    expect(unreadIn(await inventoryOf(cache('EACCES')))).toBeUndefined();
  });

  it('are those of a page that can not be read to its end', async () => {
    const root = temporaryDirectory('unread');
    const body = gzipSync(`<html>${' '.repeat(20_000)}</html>`);
    const [metadata = '', page = ''] = putResponse(root, FILE, body, { headers: { 'Content-Encoding': 'gzip' } }, [
      'http-v2',
    ]);
    let opened = 0;
    // Not when it is opened the second time.
    const code = { toString: () => 'EACCES' };
    vi.spyOn(refused, 'get').mockImplementation((path) =>
      path === `${root}/${page}` && ++opened > 1 ? code.toString() : undefined,
    );
    expect(await labelsOf(root)).toEqual({ [metadata]: UNREADABLE, [page]: UNREADABLE });
    expect(opened).toBe(2);
    vi.restoreAllMocks();
  });

  it('make nobody give up who wants all or nothing', async () => {
    const { listing } = await inventoryOf(cache('EACCES', ...NAMES));
    const options = { pace: unhurried, signal: new AbortController().signal, allOrNone: true };
    expect(await takeInventory(listing, options)).toBeDefined();
  });

  it('are not those that a page leads to: they are of its project', async () => {
    const root = cache('EACCES', ...NAMES);
    putResponse(root, 'https://index.example/simple/foo/', PAGE);
    const inventory = await inventoryOf(root);
    const options = { pace: unhurried, signal: new AbortController().signal };
    const found = await packageEntries(inventory, parsePackages('foo'), {
      ...options,
      indexes: ['https://index.example/simple'],
    });
    expect(unreadIn(inventory)?.files).toBe(4);
    expect(unreadIn(found.inventory)?.files).toBe(1);
  });
});
