import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { entries, listingWriter } from '../../../src/cache/listing.js';
import type { Label } from '../../../src/inventory/label.js';
import { labelEntries, partsOf, responsesAndOthers } from '../../../src/inventory/label-entries.js';
import { takeInventory } from '../../../src/inventory/take-inventory.js';
import { writeZip } from '../../support/large-zips.mjs';
import { findPython } from '../../support/python.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';
import { listed, look, plant } from '../trees.js';
import { inventoryOf, labelsOf, placeOf, put, putResponse, stored } from './responses.js';

const ADDRESS = 'https://index.example/simple/foo/';
const PAGE = '<!DOCTYPE html><html><head><title>Links for foo</title></head></html>';
const FOO: Label = { kind: 'index page', project: 'foo' };
const UNKNOWN: Label = { kind: 'unknown' };
const [OLD, NEW] = [placeOf('http', ADDRESS), placeOf('http-v2', ADDRESS)];
const NAME = OLD.slice(-56);

afterAll(removeTemporaryDirectories);

function label(kind: Label['kind'], project: string, version?: string): Label {
  return version === undefined ? { kind, project } : { kind, project, version };
}

const OF_SDIST_ONLY = {
  'http/5/b/c/8/1/5bc81146801b729b84b34afe8376c0ba8d7dff76bfaca9395fb96dae': label('index page', 'sdist-only'),
  'http/a/f/a/8/f/afa8f438fd269511961011d6d780716aaba52afec7d913c742df6f68': label('sdist', 'sdist-only', '0.1'),
};

/** A cache with one page in both formats, changed. */
function changed(change: (root: string) => void = () => {}): string {
  const root = temporaryDirectory('labels');
  putResponse(root, ADDRESS, PAGE);
  change(root);
  return root;
}

/** Moves the old format's file to another place, and the new format's two. */
function moved(place: (area: 'http' | 'http-v2') => string): (root: string) => void {
  return (root) => {
    for (const [from, to] of [
      [OLD, place('http')],
      [NEW, place('http-v2')],
      [`${NEW}.body`, `${place('http-v2')}.body`],
    ] as const) {
      mkdirSync(join(root, dirname(to)), { recursive: true });
      renameSync(join(root, from), join(root, to));
    }
  };
}

const HEARS_NOTHING = { mark() {}, gone() {}, unreadable() {} };
const OPTIONS = { pace: unhurried, progress: () => '' };

const folders = (name: string) => [...name.slice(0, 5)].join('/');

describe('labels of responses', () => {
  it('are the same in both formats, for the metadata and the body', async () => {
    expect(await labelsOf(changed())).toEqual({ [OLD]: FOO, [NEW]: FOO, [`${NEW}.body`]: FOO });
  });

  it.each([
    ['55 digits', (area: string) => `${area}/${folders(NAME)}/${NAME.slice(0, 55)}`],
    ['57 digits', (area: string) => `${area}/${folders(NAME)}/${NAME}0`],
    ['capital letters', (area: string) => `${area}/${folders(NAME).toUpperCase()}/${NAME.toUpperCase()}`],
    ['a letter that is no digit', (area: string) => `${area}/${folders(NAME)}/${NAME.slice(0, 55)}g`],
    ['an ending', (area: string) => `${area}/${folders(NAME)}/${NAME}.tmp`],
    ['the folders of another', (area: string) => `${area}/${folders('012345')}/${NAME}`],
    ['a folder less', (area: string) => `${area}/${folders(NAME).slice(2)}/${NAME}`],
    ['a folder more', (area: string) => `${area}/${folders(NAME)}/${NAME[5]}/${NAME}`],
    ['folders of more digits', (area: string) => `${area}/${NAME.slice(0, 2)}/${folders(NAME).slice(4)}/${NAME}`],
    ['a folder around', (area: string) => `${area}/0/${folders(NAME)}/${NAME}`],
    ['no folders', (area: string) => `${area}/${NAME}`],
    ['the area wheels', (area: string) => `wheels/${folders(NAME)}/${area}${NAME}`],
  ])('are unknown where the name has %s', async (_, place) => {
    const labels = await labelsOf(changed(moved(place)));
    expect(Object.values(labels)).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
  });

  const outside = () => put(temporaryDirectory('outside'), 'page', PAGE) && join(temporaryDirectory('x'), 'nothing');
  it.each<[what: string, change: (root: string) => void, known: string[]]>([
    [
      'a link in place of the old format',
      (root) => replaced(root, OLD, (path) => symlinkSync(join(root, NEW), path)),
      [NEW, `${NEW}.body`],
    ],
    [
      'a link in place of the metadata',
      (root) => {
        renameSync(join(root, NEW), join(root, 'metadata'));
        symlinkSync(join(root, 'metadata'), join(root, NEW));
      },
      [OLD],
    ],
    [
      'a link in place of the body',
      (root) => {
        renameSync(join(root, `${NEW}.body`), join(root, 'body'));
        symlinkSync(join(root, 'body'), join(root, `${NEW}.body`));
      },
      [OLD],
    ],
    [
      'a link that leads nowhere',
      (root) => replaced(root, `${NEW}.body`, (path) => symlinkSync(outside(), path)),
      [OLD],
    ],
    ['a FIFO in place of the old format', (root) => replaced(root, OLD, fifo), [NEW, `${NEW}.body`]],
    ['a FIFO in place of the metadata', (root) => replaced(root, NEW, fifo), [OLD]],
    ['a FIFO in place of the body', (root) => replaced(root, `${NEW}.body`, fifo), [OLD]],
    ['a directory in place of the body', (root) => replaced(root, `${NEW}.body`, (path) => plant(path, 'a')), [OLD]],
    ['no body', (root) => rmSync(join(root, `${NEW}.body`)), [OLD]],
    ['no metadata', (root) => rmSync(join(root, NEW)), [OLD]],
    ['empty metadata', (root) => truncateSync(join(root, NEW)), [OLD]],
    ['an empty body', (root) => truncateSync(join(root, `${NEW}.body`)), [OLD]],
    ['an empty file', (root) => truncateSync(join(root, OLD)), [NEW, `${NEW}.body`]],
    ['a file that is cut', (root) => truncateSync(join(root, OLD), 60), [NEW, `${NEW}.body`]],
    [
      'the new format in the old area',
      (root) => replaced(root, OLD, (path) => writeFileSync(path, stored())),
      [NEW, `${NEW}.body`],
    ],
    [
      'the old format in the new area',
      (root) => replaced(root, NEW, (path) => writeFileSync(path, stored(Buffer.from(PAGE)))),
      [OLD],
    ],
    [
      'metadata of more than 64 KiB',
      (root) => writeFileSync(join(root, NEW), stored(undefined, { headers: { a: 'x'.repeat(1 << 16) } })),
      [OLD],
    ],
    [
      'a pickle',
      (root) => writeFileSync(join(root, OLD), "cc=1,cos\nsystem\n(S'touch pickled'\ntR."),
      [NEW, `${NEW}.body`],
    ],
  ])('are unknown with %s', async (_, change, known) => {
    const labels = await labelsOf(changed(change));
    for (const [path, label] of Object.entries(labels))
      expect(label, path).toEqual(known.includes(path) ? FOO : UNKNOWN);
    expect(Object.keys(labels)).toEqual(expect.arrayContaining(known));
  });

  it('are those of a file with several names, too', async () => {
    const root = changed((root) => linkSync(join(root, OLD), join(root, 'http/linked')));
    expect(await labelsOf(root)).toMatchObject({ [OLD]: FOO, 'http/linked': UNKNOWN });
  });

  it('are a redirect with or without a body', async () => {
    const root = temporaryDirectory('labels');
    putResponse(root, ADDRESS, '', { status: 301 });
    rmSync(join(root, `${NEW}.body`));
    const other = putResponse(root, `${ADDRESS}a`, 'moved', { status: 308 });
    const labels = await labelsOf(root);
    expect(Object.keys(labels).sort()).toEqual([OLD, NEW, ...other].sort());
    for (const label of Object.values(labels)) expect(label).toEqual({ kind: 'redirect' });
  });

  it.each<[what: string, known: Record<string, Label>]>([
    [
      'python-2.7-pip-20.3.4',
      {
        'http/3/5/5/1/f/3551f2d83837f4568a4f2fe95423421f605a6afc90ab105fa6050608': label('sdist', 'docopt', '0.6.2'),
        'http/4/0/0/d/b/400db3c9a550719d76958c9c597bfbff6eb98533f684c02cc870de92': label('wheel', 'six', '1.17.0'),
        'http/c/0/4/0/0/c0400f4849a16bb7ec1db13ba6d964327b0869995ab53c54f6668654': label('index page', 'six'),
      },
    ],
    ['python-2.7-random-order', OF_SDIST_ONLY],
    ['python-2.7-pip-10.0.1', OF_SDIST_ONLY],
  ])('are known of what pip on Python 2.7 wrote: %s', async (name, known) => {
    const root = temporaryDirectory('labels');
    cpSync(fileURLToPath(new URL(`../../support/fixtures/${name}`, import.meta.url)), root, { recursive: true });
    expect(await labelsOf(root)).toEqual(known);
  });

  it('are known of a wheel of more than 4 GiB', async () => {
    const root = temporaryDirectory('labels');
    const [metadata = '', body = ''] = putResponse(root, 'https://files.example/torch.whl', '', {}, ['http-v2']);
    const { command: python } = await findPython();
    const names = ['torch/lib.so', 'torch-2.9.0.dist-info/METADATA'];
    writeZip(python, join(root, body), { names, lastAt: 4.5 * 2 ** 30 });
    const torch = label('wheel', 'torch', '2.9.0');
    expect(await labelsOf(root)).toEqual({ [metadata]: torch, [body]: torch });
    rmSync(root, { recursive: true });
  });

  it('are by all of a page whose beginning says nothing', async () => {
    const root = temporaryDirectory('labels');
    const html = `<!DOCTYPE html><html><head><title>Files</title></head>${' '.repeat(60_000)}<A HREF=foo-1.0.zip>x</A></html>`;
    const json = `{"files":[${'{},'.repeat(20_000)}{}],"name":"foo"}`;
    const headers = { 'Content-Encoding': 'gzip' };
    const pages = [
      ...[html, json].flatMap((page, index) => putResponse(root, `https://index.example/${index}/`, page)),
      ...[html, json].flatMap((page, index) =>
        putResponse(root, `https://index.example/${index}/gzip`, gzipSync(page), { headers }),
      ),
    ];
    const damaged = gzipSync(json);
    damaged.fill(0xff, damaged.length - 8);
    const others = [
      ...putResponse(root, 'https://index.example/damaged', damaged, { headers }),
      ...putResponse(root, 'https://index.example/short', gzipSync(json).subarray(0, -9), { headers }),
      ...putResponse(root, 'https://index.example/two', html.replace('</html>', '<a href="bar-1.zip">x</a></html>')),
    ];
    expect(await labelsOf(root)).toEqual({
      ...Object.fromEntries(pages.map((path) => [path, FOO])),
      ...Object.fromEntries(others.map((path) => [path, UNKNOWN])),
    });
  });

  it('are of no version for an origin.json beside something that names none', async () => {
    const root = temporaryDirectory('labels');
    put(root, 'wheels/a/foo-1.0-py3-none-any.whl', '');
    put(root, 'wheels/a/weird.whl', '');
    put(root, 'wheels/a/origin.json', '{}');
    expect((await labelsOf(root))['wheels/a/origin.json']).toEqual(UNKNOWN);
  });

  it('know the right body where many entries stand side by side', async () => {
    const root = temporaryDirectory('labels');
    const addresses = Array.from({ length: 300 }, (_, index) => `https://index.example/simple/p${index}/`);
    const expected: Record<string, Label> = {};
    for (const [index, address] of addresses.entries()) {
      for (const path of putResponse(root, address, PAGE.replace('foo', `p${index}`)))
        expected[path] = { kind: 'index page', project: `p${index}` };
    }
    expect(await labelsOf(root)).toEqual(expected);
  });

  it('are in one part of the listing each, with their bodies', async () => {
    const root = temporaryDirectory('labels');
    // More than a chunk holds; the same two files under many names.
    const metadata = put(root, 'metadata', stored(undefined));
    const body = put(root, 'body', PAGE);
    for (let index = 0; index < 3000; index += 1) {
      const place = placeOf('http-v2', `https://index.example/simple/p${index}/`);
      mkdirSync(dirname(join(root, place)), { recursive: true });
      linkSync(join(root, metadata), join(root, place));
      linkSync(join(root, body), join(root, `${place}.body`));
    }
    for (let index = 0; index < 4; index += 1) put(root, `wheels/${index}/foo-1.0-py3-none-any.whl`, '');
    const { listing } = await look(root);
    const parts = partsOf(listing);
    const marked = parts.map((part) => {
      const marks = new Map<number, Label>();
      const finds = { ...HEARS_NOTHING, mark: (index: number, label: Label) => marks.set(index, label) };
      for (const _ of labelEntries(listing, part, { ...OPTIONS, finds }));
      return marks;
    });
    expect(parts.length).toBeGreaterThan(2);
    expect(marked.map(({ size }) => size).reduce((sum, size) => sum + size)).toBe(6004);
    const labels = new Map(marked.flatMap((marks) => [...marks]));
    const files = [...entries(listing)].filter(({ kind }) => kind !== 'directory');
    expect(files.map(({ index }) => labels.get(index)?.project)).toEqual(files.map(() => 'foo'));
    expect(marked.at(-1)?.size).toBe(4);
  });

  it('have parts of their own, and all built wheels are one', () => {
    const common = { depth: 0, kind: 'directory', bytes: 1, diskBytes: 0, born: 0, modified: 0 } as const;
    const writer = listingWriter('/nowhere');
    for (const area of ['http', 'http-v2', 'wheels']) {
      writer.add({ ...common, name: area });
      for (let index = 0; index < 9; index += 1) writer.add({ ...common, depth: 1, name: '0'.repeat(60_000) });
    }
    expect(partsOf(writer.done())).toEqual([
      ...Array.from({ length: 6 }, (_, from) => ({ from, to: from + 1 })),
      { from: 6, to: 9 },
    ]);
    expect(partsOf(writer.done(), 'wheels')).toEqual([{ from: 6, to: 9 }]);
    expect(partsOf(writer.done(), 'http-v2')).toEqual([3, 4, 5].map((from) => ({ from, to: from + 1 })));
    expect(partsOf(listingWriter('/nowhere').done())).toEqual([]);
    expect(partsOf(listingWriter('/nowhere').done(), 'wheels')).toEqual([]);
  });

  it.each(['http', 'http-v2'])('begin in one part and have their body in the next: %s', (area) => {
    const hash = 'a'.repeat(56);
    const common = { kind: 'file', bytes: 1, diskBytes: 0, born: 0, modified: 0 } as const;
    const writer = listingWriter('/nowhere');
    for (const [depth, name] of [area, ...'aaaaa'].entries()) writer.add({ ...common, kind: 'directory', depth, name });
    // So much that the response is the last of its chunk: a chunk is closed when a name of 56 characters may not fit, and each has a header of 37 bytes.
    for (let left = 262_144 - (37 + 56) - (37 + area.length) - 5 * 38; left > 0; left -= 65_536) {
      writer.add({ ...common, depth: 6, name: '0'.repeat(Math.min(65_536, left) - 37) });
    }
    writer.add({ ...common, depth: 6, name: hash });
    writer.add({ ...common, depth: 6, name: `${hash}.body` });
    const listing = writer.done();
    expect(listing.chunks.length).toBe(2);
    const [one, other] = partsOf(listing).map((part) => [...responsesAndOthers(listing, part)].at(-1));
    expect(one).toMatchObject({
      file: { name: hash },
      ...(area === 'http-v2' ? { body: { name: `${hash}.body` } } : {}),
    });
    expect(other).toMatchObject({ name: `${hash}.body` });
  });

  it('yield after a response that is unknown, too, for the caller to end it', async () => {
    const root = temporaryDirectory('labels');
    for (let index = 0; index < 5; index += 1) put(root, placeOf('http', `${ADDRESS}${index}`), 'garbage');
    const { listing } = await look(root);
    const part = { from: 0, to: listing.chunks.length };
    expect([...labelEntries(listing, part, { ...OPTIONS, finds: HEARS_NOTHING })].length).toBe(5);
  });
});

describe('files that change after the survey', () => {
  const surveyed = async (change: (root: string) => void) => {
    const root = changed();
    const { listing } = await look(root);
    change(root);
    const take = (allOrNone: boolean) =>
      takeInventory(listing, { pace: unhurried, signal: new AbortController().signal, allOrNone });
    return { listing, take };
  };

  it.each<[what: string, change: (root: string) => void, gaveUp: boolean]>([
    ['deleted', (root) => rmSync(join(root, 'http-v2'), { recursive: true }), true],
    ['the body deleted', (root) => rmSync(join(root, `${NEW}.body`)), true],
    [
      'become links',
      (root) => [NEW, `${NEW}.body`].map((path) => replaced(root, path, (at) => symlinkSync(join(root, OLD), at))),
      false,
    ],
    ['become FIFOs', (root) => [NEW, `${NEW}.body`].map((path) => replaced(root, path, fifo)), false],
    [
      'become directories',
      (root) => [NEW, `${NEW}.body`].map((path) => replaced(root, path, (at) => mkdirSync(at))),
      false,
    ],
    ['become shorter', (root) => [NEW, `${NEW}.body`].map((path) => truncateSync(join(root, path), 3)), false],
  ])('are unknown when they are %s', async (_, change, gaveUp) => {
    const { listing, take } = await surveyed(change);
    const inventory = await take(false);
    const kinds = listed(listing).flatMap((path, index) => (path.startsWith(NEW) ? [inventory?.kindOf[index]] : []));
    expect(new Set(kinds)).toEqual(new Set([6]));
    expect((await take(true)) === undefined).toBe(gaveUp);
  });

  it('are read no further than the survey saw them', async () => {
    const { listing, take } = await surveyed((root) =>
      writeFileSync(join(root, NEW), Buffer.concat([stored(), Buffer.from('more')])),
    );
    const inventory = await take(false);
    expect(inventory?.projects[inventory.projectOf[listed(listing).indexOf(NEW)] ?? 0]).toBe('foo');
  });
});

describe('an inventory', () => {
  it('ends when the signal is aborted', async () => {
    const { listing } = await look(changed());
    expect(await takeInventory(listing, { pace: unhurried, signal: AbortSignal.abort() })).toBeUndefined();
  });

  it('waits where the pace asks it to, and tells how far it is', async () => {
    const { listing } = await look(changed());
    const told: string[] = [];
    const pace = (words: () => string) => {
      told.push(words());
      return Promise.resolve();
    };
    expect(await takeInventory(listing, { pace, signal: new AbortController().signal })).toBeDefined();
    expect(told).toEqual([expect.stringMatching(/^\d+ % looked into$/), expect.stringMatching(/^\d+ % looked into$/)]);
  });

  it('is of nothing where there is nothing', async () => {
    expect((await inventoryOf(temporaryDirectory('empty'))).listing.length).toBe(0);
  });
});

describe('labels in wheels', () => {
  const built = (project: string, version: string) => label('built wheel', project, version);

  it('are by file name, with the origin.json beside', async () => {
    const root = temporaryDirectory('wheels');
    plant(
      root,
      'wheels/0/1/Foo.Bar-1.0-py3-none-any.whl',
      'wheels/0/1/origin.json',
      'wheels/0/2/foo-1.0-py3-none-any.whl',
      'wheels/0/2/foo-1.0-py2-none-any.whl',
      'wheels/0/2/origin.json',
      'wheels/0/3/bar-1.0-py3-none-any.whl',
      'wheels/0/3/foo-2.0-py3-none-any.whl',
      'wheels/0/3/origin.json',
      'wheels/0/4/origin.json',
      'wheels/0/6/foo-1.0-py3-none-any.whl',
      'wheels/0/6/foo-2.0-py3-none-any.whl',
      'wheels/0/6/origin.json',
      // pip 25.3 and later build in a directory between the two.
      'wheels/0/7/foo-1.0-py3-none-any.whl',
      'wheels/0/7/nested/deeper/bar-1.0-py3-none-any.whl',
      'wheels/0/7/nested/bar-2.0-py3-none-any.whl',
      'wheels/0/7/origin.json',
      'wheels/0/5/note.txt',
      'wheels/0/5/zlib-1-py3-none-any.whl',
      'wheels/origin.json',
      'wheels/zope.interface-5.0-cp38-cp38-linux_x86_64.whl',
      'http/foo-1.0-py3-none-any.whl',
    );
    expect(await labelsOf(root)).toEqual({
      'wheels/0/1/Foo.Bar-1.0-py3-none-any.whl': built('foo-bar', '1.0'),
      'wheels/0/1/origin.json': built('foo-bar', '1.0'),
      'wheels/0/2/foo-1.0-py3-none-any.whl': built('foo', '1.0'),
      'wheels/0/2/foo-1.0-py2-none-any.whl': built('foo', '1.0'),
      'wheels/0/2/origin.json': built('foo', '1.0'),
      'wheels/0/3/bar-1.0-py3-none-any.whl': built('bar', '1.0'),
      'wheels/0/3/foo-2.0-py3-none-any.whl': built('foo', '2.0'),
      'wheels/0/3/origin.json': UNKNOWN,
      'wheels/0/4/origin.json': UNKNOWN,
      'wheels/0/6/foo-1.0-py3-none-any.whl': built('foo', '1.0'),
      'wheels/0/6/foo-2.0-py3-none-any.whl': built('foo', '2.0'),
      'wheels/0/6/origin.json': UNKNOWN,
      'wheels/0/7/foo-1.0-py3-none-any.whl': built('foo', '1.0'),
      'wheels/0/7/nested/deeper/bar-1.0-py3-none-any.whl': built('bar', '1.0'),
      'wheels/0/7/nested/bar-2.0-py3-none-any.whl': built('bar', '2.0'),
      'wheels/0/7/origin.json': built('foo', '1.0'),
      'wheels/0/5/note.txt': UNKNOWN,
      'wheels/0/5/zlib-1-py3-none-any.whl': built('zlib', '1'),
      'wheels/origin.json': built('zope-interface', '5.0'),
      'wheels/zope.interface-5.0-cp38-cp38-linux_x86_64.whl': built('zope-interface', '5.0'),
      'http/foo-1.0-py3-none-any.whl': UNKNOWN,
    });
  });

  // As pip 25.3 wrote them, other addresses in their places.
  const ARCHIVE = { hash: 'sha256=c6', hashes: { sha256: 'c6' } };
  const VCS = { commit_id: 'ea', requested_revision: 'ea', vcs: 'git' };
  it.each<[what: string, origin: unknown, expected: Label]>([
    ['an sdist', { archive_info: ARCHIVE, url: 'https://f.example/a/Foo.Bar-1.0.tar.gz' }, built('foo-bar', '1.0')],
    ['an sdist that is a zip', { archive_info: {}, url: 'https://f.example/foo-1.0.zip' }, built('foo', '1.0')],
    [
      'an sdist with a query',
      { archive_info: {}, url: 'https://f.example/foo-1.0.tar.gz?a=/b-2.zip' },
      built('foo', '1.0'),
    ],
    [
      'an escaped name',
      { archive_info: {}, url: 'https://f.example/foo-1.0%2Blocal.tar.gz' },
      built('foo', '1.0+local'),
    ],
    ['a local file', { archive_info: ARCHIVE, url: 'file:///srv/foo-1.0.tar.gz' }, built('foo', '1.0')],
    [
      'a name that can be read in two ways',
      { archive_info: ARCHIVE, url: 'https://f.example/foo-1-2.tar.gz' },
      UNKNOWN,
    ],
    [
      'a part of an archive',
      { archive_info: ARCHIVE, subdirectory: 'b', url: 'https://f.example/foo-1.0.tar.gz' },
      UNKNOWN,
    ],
    ['an archive without a project', { archive_info: ARCHIVE, url: 'https://f.example/archive/v1.0.tar.gz' }, UNKNOWN],
    ['a wheel', { archive_info: ARCHIVE, url: 'https://f.example/foo-1.0-py3-none-any.whl' }, UNKNOWN],
    ['a repository', { vcs_info: VCS, url: 'https://f.example/foo-1.0.tar.gz' }, UNKNOWN],
    ['a part of one', { subdirectory: 'sub', url: 'https://f.example/foo.git', vcs_info: VCS }, UNKNOWN],
    ['a directory', { dir_info: {}, url: 'file:///srv/foo-1.0.tar.gz' }, UNKNOWN],
    ['no address', { archive_info: ARCHIVE }, UNKNOWN],
    ['an address that is none', { archive_info: ARCHIVE, url: ['foo-1.0.tar.gz'] }, UNKNOWN],
    ['a list', ['archive_info', 'url'], UNKNOWN],
    ['nothing', null, UNKNOWN],
    ['text', 'foo-1.0.tar.gz', UNKNOWN],
    [
      'more than 64 KiB',
      { archive_info: ARCHIVE, url: 'https://f.example/foo-1.0.tar.gz', x: 'x'.repeat(1 << 16) },
      UNKNOWN,
    ],
  ])('of an origin.json without a wheel are by its address: %s', async (_, origin, expected) => {
    const root = temporaryDirectory('wheels');
    put(root, 'wheels/a/b/origin.json', JSON.stringify(origin));
    expect(await labelsOf(root)).toEqual({ 'wheels/a/b/origin.json': expected });
  });

  it.each<[what: string, change: (root: string) => void]>([
    ['a link', (root) => symlinkSync(join(root, 'elsewhere'), join(root, 'wheels/a/origin.json'))],
    ['a FIFO', (root) => fifo(join(root, 'wheels/a/origin.json'))],
    [
      'no JSON',
      (root) => writeFileSync(join(root, 'wheels/a/origin.json'), '{"archive_info":{},"url":"foo-1.0.tar.gz"'),
    ],
    ['another file', (root) => writeFileSync(join(root, 'wheels/a/origin.json.tmp'), ORIGIN)],
  ])('know nothing of an origin.json that is %s', async (_, change) => {
    const root = temporaryDirectory('wheels');
    put(root, 'elsewhere', ORIGIN);
    mkdirSync(join(root, 'wheels/a'), { recursive: true });
    change(root);
    expect(Object.values(await labelsOf(root))).toEqual([UNKNOWN]);
  });

  it('know nothing of an origin.json that has vanished', async () => {
    const root = temporaryDirectory('wheels');
    put(root, 'wheels/a/origin.json', ORIGIN);
    const { listing } = await look(root);
    rmSync(join(root, 'wheels/a/origin.json'));
    const options = { pace: unhurried, signal: new AbortController().signal };
    expect(await takeInventory(listing, { ...options, allOrNone: true })).toBeUndefined();
    expect((await takeInventory(listing, options))?.projects.filter(Boolean)).toEqual([]);
  });

  it('know nothing of an origin.json beside something that names none', async () => {
    const root = temporaryDirectory('wheels');
    put(root, 'wheels/a/foo.whl', '');
    put(root, 'wheels/a/origin.json', ORIGIN);
    expect(Object.values(await labelsOf(root))).toEqual([UNKNOWN, UNKNOWN]);
  });
});

const ORIGIN = JSON.stringify({ archive_info: {}, url: 'https://f.example/foo-1.0.tar.gz' });

function replaced(root: string, path: string, make: (path: string) => void): void {
  rmSync(join(root, path), { recursive: true });
  make(join(root, path));
}

function fifo(path: string): void {
  const { status } = spawnSync('mkfifo', [path]);
  if (status !== 0) throw new Error(`mkfifo ended with ${status}`);
  chmodSync(path, 0o600);
}
