import { createHash } from 'node:crypto';
import { rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { entries } from '../../../src/cache/listing.js';
import { parsePackages } from '../../../src/inputs/packages.js';
import { type Inventory, type Label, labelAt } from '../../../src/inventory/label.js';
import { packageEntries } from '../../../src/inventory/package-entries.js';
import { startPace } from '../../../src/util/pace.js';
import { buildDistribution } from '../../support/distributions.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';
import { look } from '../trees.js';
import { inventoryOf, marked, placeOf, put, putResponse } from './responses.js';

afterAll(removeTemporaryDirectories);

const INDEX = 'https://index.example/simple';
const FILES = 'https://files.example/packages';

interface Project {
  readonly name: string;
  readonly versions?: string[];
  readonly index?: string;
  /** More links on its page. */
  readonly more?: string[];
  readonly page?: 'json' | 'html' | 'relative';
}

/** Files of a cache by what they are, such as `foo page`, `foo 1.0 wheel`, `foo 1.0 metadata`. */
type Planted = Map<string, string[]>;

/** Writes what pip caches of projects: a page, and of each version a wheel, its metadata and an sdist, in both formats. */
function cacheOf(...projects: Project[]): { root: string; planted: Planted } {
  const root = temporaryDirectory('package');
  const planted: Planted = new Map();
  for (const { name, versions = ['1.0'], index = INDEX, more = [], page = 'json' } of projects) {
    const links = [...more];
    for (const version of versions) {
      const wheel = buildDistribution({ name, version, payloadBytes: 100 });
      const sdist = buildDistribution({ name, version, kind: 'sdist', payloadBytes: 100 });
      const address = `${FILES}/${wheel.fileName}`;
      planted.set(`${name} ${version} wheel`, putResponse(root, address, wheel.bytes));
      planted.set(`${name} ${version} metadata`, putResponse(root, `${address}.metadata`, wheel.metadata ?? ''));
      planted.set(`${name} ${version} sdist`, putResponse(root, `${FILES}/${sdist.fileName}`, sdist.bytes));
      links.push(address, `${FILES}/${sdist.fileName}`);
    }
    const address = `${index}/${name.toLowerCase().replace(/[-_.]+/g, '-')}/`;
    const relative = links.map((link) => link.replace('https:', ''));
    const html = `<!DOCTYPE html><html><head><title>Links for ${name}</title></head><body>${(page === 'relative' ? relative : links).map((link) => `<a href="${link}#sha256=aa">x</a>`).join('')}</body></html>`;
    const json = JSON.stringify({ files: links.map((url) => ({ filename: url.split('/').at(-1), url })), name });
    const headers = page === 'json' ? { 'Content-Encoding': 'gzip' } : {};
    planted.set(`${name} page`, putResponse(root, address, page === 'json' ? gzipSync(json) : html, { headers }));
  }
  return { root, planted };
}

const TOOLS = { pace: unhurried, signal: new AbortController().signal };

/** What is taken of a cache, by what was planted; one that is taken in part is `a part of …`. */
async function taken({ root, planted }: { root: string; planted: Planted }, names: string, indexes = [INDEX]) {
  const inventory = await inventoryOf(root);
  const selectors = parsePackages(names);
  const { marks, matched } = await packageEntries(inventory, selectors, { ...TOOLS, indexes });
  const paths = new Set(marked(inventory.listing, marks));
  const found: string[] = [];
  for (const [what, files] of planted) {
    const went = files.filter((file) => paths.delete(file)).length;
    if (went > 0) found.push(went === files.length ? what : `a part of ${what}`);
  }
  return {
    found: [...found, ...paths].sort(),
    unmatched: selectors.filter((one) => !matched.has(one)).map(({ text }) => text),
  };
}

function filesOf({ root, planted }: { root: string; planted: Planted }, what: string): string[] {
  const files = planted.get(what);
  if (!files) throw new Error(`nothing planted as ${what}`);
  return files.map((file) => join(root, file));
}

/** Makes something say nothing any more: all its files empty, garbage of the same length, or its metadata garbage alone. */
function damage(
  cache: { root: string; planted: Planted },
  what: string,
  how: 'empty' | 'garbage' | 'metadata' = 'empty',
): void {
  for (const file of filesOf(cache, what)) {
    if (how === 'empty') truncateSync(file);
    else if (how === 'garbage' || !file.endsWith('.body')) writeFileSync(file, 'garbage');
  }
}

const FOO = { name: 'foo', versions: ['1.0', '1.0.1'] };
const ALL_OF_FOO = [
  'foo 1.0 metadata',
  'foo 1.0 sdist',
  'foo 1.0 wheel',
  'foo 1.0.1 metadata',
  'foo 1.0.1 sdist',
  'foo 1.0.1 wheel',
  'foo page',
];
const everything = (name: string) => [`${name} 1.0 metadata`, `${name} 1.0 sdist`, `${name} 1.0 wheel`, `${name} page`];

describe('packageEntries', () => {
  const NEIGHBOURS = [FOO, { name: 'Foo.Bar' }, { name: 'foo-bar-baz' }, { name: 'food' }, { name: 'other-foo' }];

  it.each([
    ['a name', 'foo', ALL_OF_FOO],
    ['a name that goes on', 'foo-bar', everything('Foo.Bar')],
    ['another spelling', 'FOO_.-Bar', everything('Foo.Bar')],
    ['the longest', 'foo_bar_baz', everything('foo-bar-baz')],
    ['a wildcard', 'foo-*', [...everything('Foo.Bar'), ...everything('foo-bar-baz')]],
    ['a wildcard in front', '*-foo', everything('other-foo')],
    ['one version', 'foo==1.0', ALL_OF_FOO.slice(0, 3)],
    ['one version in another spelling', 'Foo==1.0.0', ALL_OF_FOO.slice(0, 3)],
    [
      'one version of a wildcard',
      'foo-*==1.0',
      [...everything('Foo.Bar').slice(0, 3), ...everything('foo-bar-baz').slice(0, 3)],
    ],
    ['two names', 'food, other.foo', [...everything('food'), ...everything('other-foo')]],
    ['a name and one of its versions', 'foo, foo==1.0', ALL_OF_FOO],
  ])('takes all of the package in both formats, and of no other: %s', async (_, names, expected) => {
    expect(await taken(cacheOf(...NEIGHBOURS), names)).toEqual({ found: expected.sort(), unmatched: [] });
  });

  it.each([
    ['fo', ['fo']],
    ['foo==2.0, foo', ['foo==2.0']],
    ['foo-baz, foo, bar-*', ['foo-baz', 'bar-*']],
    ['oo', ['oo']],
  ])('says of which selectors it found nothing: %s', async (names, unmatched) => {
    expect((await taken(cacheOf(...NEIGHBOURS), names)).unmatched).toEqual(unmatched);
  });

  it('takes the wheels that pip built, with their origin', async () => {
    const { root, planted } = cacheOf(FOO);
    for (const path of [
      '1/foo-1.0-py3-none-any.whl',
      '1/origin.json',
      '2/foo_bar-1.0-py3-none-any.whl',
      '2/origin.json',
      '3/FOO-2.0-py3-none-any.whl',
    ])
      planted.set(`built ${path}`, [put(root, `wheels/${path}`, '')]);
    const built = (paths: string[]) => paths.map((path) => `built ${path}`);
    const cache = { root, planted };
    expect((await taken(cache, 'foo')).found).toEqual([
      ...built(['1/foo-1.0-py3-none-any.whl', '1/origin.json', '3/FOO-2.0-py3-none-any.whl']),
      ...ALL_OF_FOO,
    ]);
    expect((await taken(cache, 'foo==2.0')).found).toEqual(built(['3/FOO-2.0-py3-none-any.whl']));
  });

  it('takes the origin.json that pip has left without a wheel', async () => {
    const { root, planted } = cacheOf(FOO);
    for (const [place, url] of [
      ['1', 'https://files.example/a/foo-1.0.tar.gz'],
      ['2', 'https://files.example/a/Foo-2.0.zip'],
      ['3', 'https://files.example/a/foo-bar-1.0.tar.gz'],
      ['4', 'https://files.example/a/foo.git'],
    ])
      planted.set(place as string, [
        put(root, `wheels/${place}/origin.json`, JSON.stringify({ archive_info: {}, url })),
      ]);
    const cache = { root, planted };
    expect((await taken(cache, 'foo')).found).toEqual(['1', '2', ...ALL_OF_FOO]);
    expect(await taken(cache, 'foo==2.0')).toEqual({ found: ['2'], unmatched: [] });
    expect(await taken(cache, 'foo.bar')).toEqual({ found: ['3'], unmatched: [] });
  });

  it.each(['empty', 'garbage', 'metadata'] as const)('finds a damaged page by its address: %s', async (how) => {
    const cache = cacheOf(FOO, { name: 'bar' });
    damage(cache, 'foo page', how);
    expect((await taken(cache, 'Foo')).found).toEqual(ALL_OF_FOO);
    expect((await taken(cache, 'foo', [`${INDEX}/`])).found).toEqual(ALL_OF_FOO);
    // The page stays with a version; and it can't be found by a pattern, nor on an index that isn't asked.
    for (const [names, indexes] of [
      ['foo==1.0', [INDEX]],
      ['fo*', [INDEX]],
      ['foo', ['https://other.example/simple']],
    ] as const)
      expect((await taken(cache, names, [...indexes])).found).not.toContain('foo page');
  });

  it('says that it found a package of which there is a damaged page alone', async () => {
    const cache = cacheOf({ name: 'foo', versions: [] });
    damage(cache, 'foo page');
    expect(await taken(cache, 'foo, foo==1.0')).toEqual({ found: ['foo page'], unmatched: ['foo==1.0'] });
    expect(await taken(cache, 'foo==1.0, foo')).toEqual({ found: ['foo page'], unmatched: ['foo==1.0'] });
  });

  it.each<[page: 'json' | 'html' | 'relative', how: 'empty' | 'garbage' | 'metadata']>([
    ['json', 'empty'],
    ['json', 'garbage'],
    ['json', 'metadata'],
    ['html', 'empty'],
    ['relative', 'garbage'],
  ])('finds damaged files by the addresses on the page: %s, %s', async (page, how) => {
    const cache = cacheOf({ ...FOO, page }, { name: 'bar', page });
    for (const what of [...ALL_OF_FOO.slice(0, 6), 'bar 1.0 wheel']) damage(cache, what, how);
    expect(await taken(cache, 'foo')).toEqual({ found: ALL_OF_FOO, unmatched: [] });
    expect(await taken(cache, 'foo==1.0')).toEqual({ found: ALL_OF_FOO.slice(0, 3), unmatched: [] });
    expect(await taken(cache, 'foo==3.0')).toEqual({ found: [], unmatched: ['foo==3.0'] });
    // Where the page is, is not known of a pattern: relative links lead nowhere then.
    expect((await taken(cache, 'fo*')).found).toEqual(page === 'relative' ? ['foo page'] : ALL_OF_FOO);
  });

  it('finds a page of another index by what it holds, and damaged files by it', async () => {
    const cache = cacheOf({ ...FOO, index: 'https://mirror.example/root/pypi/+simple' });
    damage(cache, 'foo 1.0 wheel');
    expect((await taken(cache, 'foo', [])).found).toEqual(ALL_OF_FOO);
  });

  it('never takes what is of another project, though the page has its address', async () => {
    const others = [`${FILES}/bar-1.0-py3-none-any.whl`, `${FILES}/bar-1.0.tar.gz`, `${INDEX}/bar/`];
    const cache = cacheOf({ ...FOO, more: others }, { name: 'bar' });
    expect((await taken(cache, 'foo')).found).toEqual(ALL_OF_FOO);
    // Nor when it names nothing any more.
    for (const what of everything('bar')) damage(cache, what);
    expect((await taken(cache, 'foo')).found).toEqual(ALL_OF_FOO);
    expect((await taken(cache, 'fo*')).found).toEqual(ALL_OF_FOO);
  });

  it('never takes another project that lies at an address with the name of this one', async () => {
    const cache = cacheOf({ name: 'foo', versions: [], more: [`${FILES}/foo-1.0-py3-none-any.whl`] });
    const bar = buildDistribution({ name: 'bar', version: '1.0', payloadBytes: 100 });
    cache.planted.set(
      'bar under the name of foo',
      putResponse(cache.root, `${FILES}/foo-1.0-py3-none-any.whl`, bar.bytes),
    );
    expect((await taken(cache, 'foo')).found).toEqual(['foo page']);
    expect((await taken(cache, 'bar')).found).toEqual(['bar under the name of foo']);
  });

  it('never takes the page of another project that lies at the address of this one', async () => {
    const cache = cacheOf({ name: 'bar' });
    const page = '<!DOCTYPE html><html><head><title>Links for bar</title></head></html>';
    cache.planted.set('bar at the address of foo', putResponse(cache.root, `${INDEX}/foo/`, page));
    expect((await taken(cache, 'foo')).found).toEqual([]);
    expect((await taken(cache, 'bar')).found).toEqual(['bar at the address of foo', ...everything('bar')].sort());
  });

  it('takes a redirect from the address of the page, and no other', async () => {
    const cache = cacheOf(FOO);
    cache.planted.set(
      'a redirect from the page',
      putResponse(cache.root, 'https://old.example/simple/foo/', '', { status: 301 }),
    );
    cache.planted.set(
      'another redirect',
      putResponse(cache.root, 'https://old.example/simple/bar/', '', { status: 301 }),
    );
    const indexes = [INDEX, 'https://old.example/simple'];
    expect((await taken(cache, 'foo', indexes)).found).toEqual(['a redirect from the page', ...ALL_OF_FOO]);
  });

  it('does not find a damaged file whose page is damaged, too', async () => {
    const cache = cacheOf(FOO);
    damage(cache, 'foo page');
    damage(cache, 'foo 1.0 wheel');
    expect((await taken(cache, 'foo')).found).toEqual(ALL_OF_FOO.filter((what) => what !== 'foo 1.0 wheel'));
  });

  it('takes no damaged file by a page that is cut off behind its beginning', async () => {
    const more = Array.from(
      { length: 2000 },
      (_, index) => `${FILES}/foo-0.${index}.zip?${createHash('md5').update(`${index}`).digest('hex')}`,
    );
    const cache = cacheOf({ ...FOO, more });
    for (const file of filesOf(cache, 'foo page'))
      if (file.endsWith('.body')) truncateSync(file, statSync(file).size - 100);
    damage(cache, 'foo 1.0 wheel');
    rmSync(filesOf(cache, 'foo page')[0] as string);
    cache.planted.set('foo page', (cache.planted.get('foo page') ?? []).slice(1));
    expect((await taken(cache, 'foo')).found).toEqual(ALL_OF_FOO.filter((what) => what !== 'foo 1.0 wheel'));
  });

  it('takes an sdist whose name could be split in two ways by the page of its project', async () => {
    const cache = cacheOf({ name: 'x-1', versions: ['2'] }, { name: 'x', versions: ['3.0'] });
    expect((await taken(cache, 'x-1')).found).toEqual(['x-1 2 metadata', 'x-1 2 sdist', 'x-1 2 wheel', 'x-1 page']);
    expect((await taken(cache, 'x-1==2')).found).toEqual(['x-1 2 metadata', 'x-1 2 sdist', 'x-1 2 wheel']);
    expect((await taken(cache, 'x')).found).toEqual(['x 3.0 metadata', 'x 3.0 sdist', 'x 3.0 wheel', 'x page']);
  });

  it('counts what it finds by its address to its project', async () => {
    const cache = cacheOf({ name: 'foo', versions: ['1.0', '1.0.1'] }, { name: 'bar' });
    for (const what of ['foo 1.0 wheel', 'foo 1.0.1 sdist', 'bar 1.0 wheel']) damage(cache, what);
    cache.planted.set('old page', putResponse(cache.root, 'https://old.example/simple/foo/', '', { status: 301 }));
    const inventory = await inventoryOf(cache.root);
    const indexes = [INDEX, 'https://old.example/simple'];
    const found = await packageEntries(inventory, parsePackages('foo'), { ...TOOLS, indexes });
    const labelled = (of: Inventory, what: string) => {
      const paths = new Set(cache.planted.get(what));
      const marks = new Uint8Array(
        [...entries(of.listing)].map(({ path }) => Number(paths.has(path.slice(cache.root.length + 1)))),
      );
      return [...marks.keys()].filter((index) => marks[index]).map((index) => labelAt(of, index));
    };
    const thrice = (label: Label) => Array.from({ length: 3 }, () => label);
    expect(labelled(found.inventory, 'foo 1.0 wheel')).toEqual(
      thrice({ kind: 'unknown', project: 'foo', version: '1.0' }),
    );
    expect(labelled(found.inventory, 'foo 1.0.1 sdist')).toEqual(
      thrice({ kind: 'unknown', project: 'foo', version: '1.0.1' }),
    );
    expect(labelled(found.inventory, 'old page')).toEqual(thrice({ kind: 'redirect', project: 'foo' }));
    expect(labelled(found.inventory, 'foo 1.0 sdist')).toEqual(
      thrice({ kind: 'sdist', project: 'foo', version: '1.0' }),
    );
    expect(labelled(found.inventory, 'bar 1.0 wheel')).toEqual(thrice({ kind: 'unknown' }));
    // The one that was there before is as it was.
    expect(labelled(inventory, 'foo 1.0 wheel')).toEqual(thrice({ kind: 'unknown' }));
  });

  it('takes no damaged file by a page that has gone meanwhile', async () => {
    const cache = cacheOf(FOO);
    damage(cache, 'foo 1.0 wheel');
    const inventory = await inventoryOf(cache.root);
    for (const file of filesOf(cache, 'foo page')) rmSync(file);
    const { marks } = await packageEntries(inventory, parsePackages('foo'), { ...TOOLS, indexes: [INDEX] });
    const paths = marked(inventory.listing, marks);
    expect(paths).toEqual(expect.arrayContaining(cache.planted.get('foo 1.0 sdist') ?? []));
    for (const file of cache.planted.get('foo 1.0 wheel') ?? []) expect(paths).not.toContain(file);
  });

  it('lets others have a turn between pages, and ends when nobody wants it any more', async () => {
    const cache = cacheOf(FOO, { ...FOO, name: 'foo-more' });
    damage(cache, 'foo 1.0 wheel');
    const inventory = await inventoryOf(cache.root);
    const told: string[] = [];
    const enough = new AbortController();
    const pace = (progress: () => string) => {
      told.push(progress());
      return Promise.resolve();
    };
    const take = async () => {
      const { marks } = await packageEntries(inventory, parsePackages('foo*'), {
        indexes: [],
        pace,
        signal: enough.signal,
      });
      return marked(inventory.listing, marks).length;
    };
    const pages = ['foo', 'foo-more'].flatMap((name) => filesOf(cache, `${name} page`));
    const all = await take();
    // Of four files and two bodies, four pages; each is read in one part, and has four links.
    expect(told).toEqual([
      ...[0, 1, 2, 3].flatMap((read) => Array(2).fill(`${read} of 4 index pages read`)),
      ...[0, 1, 2, 3].flatMap((read) => Array(6).fill(`the links of ${read} of 4 index pages followed`)),
    ]);
    enough.abort();
    expect(await take()).toBe(all - filesOf(cache, 'foo 1.0 wheel').length - pages.length);
    expect(told).toHaveLength(32 + 1);
  });

  describe('by a page in HTML', () => {
    const file = `${FILES}/foo-1.0.tar.gz`;
    const damaged = (page: string, options: { headers?: Record<string, string> } = {}, index = INDEX) => {
      const root = temporaryDirectory('package');
      const planted: Planted = new Map();
      planted.set('page', putResponse(root, `${index}/foo/`, page, options));
      planted.set('sdist', putResponse(root, file, 'damaged'));
      planted.set('metadata', putResponse(root, `${file}.metadata`, 'damaged'));
      planted.set('another', putResponse(root, `${FILES}/bar-1.0.tar.gz`, 'damaged'));
      return { root, planted };
    };
    const page = (body: string, head = '') =>
      `<!DOCTYPE html><html><head><title>Links for foo</title>${head}</head><body>${body}</body></html>`;
    const ALL = { found: ['metadata', 'page', 'sdist'], unmatched: [] };

    it.each([
      ['without quotes', page(`<a href=${file}>x</a>`)],
      ['in capital letters', page(`<A HREF='${file}'>x</A>`)],
      ['behind a > in an attribute', page(`<a data-requires-python=">=3" data-yanked="see <b>" href="${file}">x</a>`)],
      ['that is yanked', page(`<a href="${file}" data-yanked="">x</a>`)],
      ['with entities', page(`<a href="${file.replace('foo', 'f&#x6f;o').replaceAll('/', '&sol;')}">x</a>`)],
      ['relative to a base', page('<a href="foo-1.0.tar.gz#sha256=aa">x</a>', `<base href="${FILES}/">`)],
      ['relative to a base that comes last', page(`<a href="foo-1.0.tar.gz">x</a><BASE HREF=${FILES}/>`)],
      ['on a page without a title', page(`<a href=${file}>x</a>`).replace('Links for foo', 'Files')],
    ])('finds damaged files of a link %s', async (_, html) => {
      expect(await taken(damaged(html), 'foo')).toEqual(ALL);
      const headers = { 'Content-Encoding': 'gzip' };
      const { root, planted } = damaged('');
      planted.set('page', putResponse(root, `${INDEX}/foo/`, gzipSync(html), { headers }));
      expect(await taken({ root, planted }, 'foo')).toEqual(ALL);
    });

    it('follows the base of a page whose address is not known', async () => {
      const html = page('<a href="foo-1.0.tar.gz">x</a>', `<base href="${FILES}/">`);
      expect(await taken(damaged(html, {}, 'https://other.example'), 'foo')).toEqual(ALL);
    });

    it('does as pip does with a base that is no address', async () => {
      const html = page('<a href="foo-1.0.tar.gz">x</a>', '<base href="/packages/">');
      expect((await taken(damaged(html, {}, 'https://files.example'), 'foo')).found).toEqual(['page']);
    });

    it.each([
      ['of a page', { ofPage: 3, ofAll: 100 }, [true, false]],
      ['of all pages', { ofPage: 100, ofAll: 5 }, [true, true]],
      ['of all pages, and one less', { ofPage: 100, ofAll: 4 }, [true, false]],
    ] as const)('follows so many links %s', async (_, mostLinks, expected) => {
      const names = [0, 1].map((number) => `${FILES}/foo-1.${number}.tar.gz`);
      const root = temporaryDirectory('package');
      const planted = names.map((name) => putResponse(root, name, 'damaged', {}, ['http-v2']));
      const links = (name: string, before: number) =>
        page(`${'<a href="x">x</a>'.repeat(before)}<a href="${name}">x</a>`);
      // In the order of a listing: the first page's name is the lower one.
      const addresses = ['https://a.example/foo/', 'https://b.example/foo/'].sort((one, other) =>
        placeOf('http-v2', one) < placeOf('http-v2', other) ? -1 : 1,
      );
      const [first = '', second = ''] = addresses;
      putResponse(root, first, links(names[0] as string, 0), {}, ['http-v2']);
      putResponse(root, second, links(names[1] as string, 3), {}, ['http-v2']);
      const inventory = await inventoryOf(root);
      const { marks } = await packageEntries(inventory, parsePackages('foo'), { indexes: [], ...TOOLS, mostLinks });
      const paths = new Set(marked(inventory.listing, marks));
      expect(planted.map((files) => files.every((path) => paths.has(path)))).toEqual(expected);
    });

    it.each([
      ['good links', '<html><title>Links for foo</title>', '<a href=foo-1.0.zip>x</a>', ''],
      ['a link without an end', '<html><title>Links for foo</title><a href="foo-1.0.zip', '&', ''],
      ['addresses in JSON', '{"name":"foo","files":[', '{"url":"foo-1.0.zip"},', '{}]}'],
      ['escapes in JSON', '{"name":"foo","files":[{"url":"', '\\u0061', '"}]}'],
    ])(
      'ends within half a second when nobody wants it any more, while it reads 100 MiB of %s',
      async (_, start, repeated, end) => {
        const root = temporaryDirectory('package');
        const indexes = ['a', 'b', 'c', 'd'].map((name) => `https://${name}.example/simple`);
        const pages = indexes.map((index) => putResponse(root, `${index}/foo/`, page(''), {}, ['http-v2']));
        putResponse(root, file, 'damaged');
        const small = await inventoryOf(root);
        const bytes = Buffer.concat([Buffer.from(start), Buffer.alloc(25 << 20, repeated), Buffer.from(end)]);
        for (const [, body = ''] of pages) writeFileSync(join(root, body), bytes);
        // What they are is known already.
        const { listing } = await look(root);
        expect(listing.length).toBe(small.listing.length);
        const inventory = { ...small, listing };
        const enough = new AbortController();
        let aborted = 0;
        setTimeout(() => {
          aborted = performance.now();
          enough.abort();
        }, 150);
        const options = { pace: startPace(() => {}), signal: enough.signal };
        await packageEntries(inventory, parsePackages('foo'), { ...options, indexes });
        expect(aborted).toBeGreaterThan(0);
        expect(performance.now() - aborted).toBeLessThan(500);
        rmSync(root, { recursive: true });
      },
    );
  });

  it('takes a page for what all of it says, when it seems to be of another project at first', async () => {
    const root = temporaryDirectory('package');
    const planted: Planted = new Map();
    const page = (name: string, index: string, files: readonly string[]) => {
      const json = JSON.stringify({
        files: files.map((filename) => ({ filename, url: `${FILES}/${filename}` })),
        name,
      });
      const address = `${index}/${name}/`;
      planted.set(
        `${name} page`,
        putResponse(root, address, gzipSync(json), { headers: { 'Content-Encoding': 'gzip' } }),
      );
    };
    const many = (name: string) =>
      Array.from(
        { length: 300 },
        (_, at) => `${name}-1.${at}-${createHash('md5').update(`${at}`).digest('hex')}.tar.gz`,
      ).map((file) => file.replace(/-[0-9a-f]{32}/, (digits) => `.${Number.parseInt(digits.slice(1, 9), 16)}`));
    page('pillow', INDEX, [...many('PIL'), ...many('pillow')]);
    page('pil', 'https://old.example/simple', many('PIL'));
    const cache = { root, planted };
    const guess = await inventoryOf(root);
    expect(guess.projects.filter(Boolean)).toEqual(['pil']);
    expect(await taken(cache, 'pillow')).toEqual({ found: ['pillow page'], unmatched: [] });
    expect(await taken(cache, 'PIL')).toEqual({ found: ['pil page'], unmatched: [] });
    const { inventory } = await packageEntries(guess, parsePackages('pillow'), { ...TOOLS, indexes: [INDEX] });
    expect(inventory.projects.filter(Boolean)).toEqual(['pil', 'pillow']);
  });

  it('takes the body of a response whose metadata has gone, by its address', async () => {
    const cache = cacheOf(FOO, { name: 'bar' });
    for (const what of ['foo 1.0 wheel', 'foo 1.0 sdist', 'bar 1.0 wheel']) {
      const [old = '', metadata = '', body = ''] = cache.planted.get(what) ?? [];
      for (const file of [old, metadata]) rmSync(join(cache.root, file));
      cache.planted.set(what, [body]);
    }
    expect(await taken(cache, 'foo')).toEqual({ found: ALL_OF_FOO, unmatched: [] });
    expect((await taken(cache, 'foo==1.0')).found).toEqual(ALL_OF_FOO.slice(0, 3));
    const [, metadata = '', body = ''] = cache.planted.get('foo page') ?? [];
    rmSync(join(cache.root, metadata));
    cache.planted.set('foo page', [cache.planted.get('foo page')?.[0] ?? '', body]);
    expect(await taken(cache, 'foo')).toEqual({ found: ALL_OF_FOO, unmatched: [] });
  });

  it.each([
    ['in another place', (body: string) => body.replace(/[0-9a-f]{53}\.body$/, (name) => `x/${name}`)],
    ['that is a link', undefined],
  ])('leaves a body %s', async (_, place) => {
    const cache = cacheOf(FOO);
    const [old = '', metadata = '', body = ''] = cache.planted.get('foo 1.0 wheel') ?? [];
    for (const file of [old, metadata, body]) rmSync(join(cache.root, file));
    if (place) put(cache.root, place(body), 'x');
    else symlinkSync('nowhere', join(cache.root, body));
    cache.planted.delete('foo 1.0 wheel');
    expect((await taken(cache, 'foo')).found).toEqual(ALL_OF_FOO.filter((what) => what !== 'foo 1.0 wheel'));
  });

  it('passes over links that are no address of a response', async () => {
    const cache = cacheOf({ ...FOO, more: ['file:///srv/foo-1.0.tar.gz', 'foo-1.0.tar.gz'] });
    damage(cache, 'foo 1.0 wheel');
    expect((await taken(cache, 'foo')).found).toEqual(ALL_OF_FOO);
  });

  it('finds nothing in an empty cache, and passes over an index that has no address', async () => {
    const cache = { root: temporaryDirectory('empty'), planted: new Map() };
    expect(await taken(cache, 'foo, bar==1.0', [INDEX, 'not an address'])).toEqual({
      found: [],
      unmatched: ['foo', 'bar==1.0'],
    });
  });
});
