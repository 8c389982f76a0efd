import { describe, expect, it } from 'vitest';
import { byArea } from '../../../src/cache/areas.js';
import { type EntryKind, entries, listingWriter } from '../../../src/cache/listing.js';
import { bytePath, child, fsPath, readable } from '../../../src/cache/paths.js';
import { sum } from '../../../src/cache/tally.js';
import { seededNumbers } from '../../support/seeded.mjs';

type Row = [
  depth: number,
  kind: EntryKind,
  name: string,
  bytes: number,
  diskBytes: number,
  born: number,
  modified?: number,
];

function roundTrip(rows: readonly Row[]) {
  const writer = listingWriter('/c');
  const indices = rows.map(([depth, kind, name, bytes, diskBytes, born, modified = 0]) =>
    writer.add({ depth, kind, name, bytes, diskBytes, born, modified }),
  );
  const listing = writer.done();
  return { indices, listing, read: [...entries(listing)] };
}

describe('a listing', () => {
  it('gives back what was put in, with paths and areas', () => {
    const { indices, listing, read } = roundTrip([
      [0, 'directory', 'http', 0, 4096, 0],
      [1, 'directory', 'a', 0, 512, 1],
      [2, 'file', 'b', 5_000_000_000, 5_000_003_584, 1_790_000_000_000.25, 1_790_000_000_001.5],
      [1, 'linked file', 'c', 1, 0, 3],
      [0, 'directory', 'wheels', 0, 0, 4],
      [1, 'file', 'a\nb "\u00ff', 0, 0, 5],
    ]);
    expect(indices).toEqual([0, 1, 2, 3, 4, 5]);
    expect(listing).toMatchObject({ length: 6, cacheDirectory: '/c' });
    const one = (
      index: number,
      area: string,
      depth: number,
      kind: string,
      path: string,
      numbers: [number, number, number, number?],
    ) => ({
      ...{ index, area, depth, kind, path, bytes: numbers[0], diskBytes: numbers[1], born: numbers[2] },
      modified: numbers[3] ?? 0,
      name: path.slice(path.lastIndexOf('/') + 1),
    });
    expect(read).toEqual([
      one(0, 'http', 0, 'directory', '/c/http', [0, 4096, 0]),
      one(1, 'http', 1, 'directory', '/c/http/a', [0, 512, 1]),
      one(
        2,
        'http',
        2,
        'file',
        '/c/http/a/b',
        [5_000_000_000, 5_000_003_584, 1_790_000_000_000.25, 1_790_000_000_001.5],
      ),
      one(3, 'http', 1, 'linked file', '/c/http/c', [1, 0, 3]),
      one(4, 'wheels', 0, 'directory', '/c/wheels', [0, 0, 4]),
      one(5, 'wheels', 1, 'file', '/c/wheels/a\nb "\u00ff', [0, 0, 5]),
    ]);
  });

  it('may be empty', () => {
    expect(roundTrip([])).toMatchObject({ listing: { length: 0 }, read: [] });
  });

  it('keeps entries over several chunks', () => {
    const random = seededNumbers('listing');
    const rows: Row[] = [[0, 'directory', 'http-v2', 0, 0, 0]];
    for (let index = 1; index < 30_000; index += 1) {
      const name = `${index}`.padEnd(Math.floor(random() * 255), '\u00e9');
      rows.push([1, random() < 0.5 ? 'file' : 'linked file', name, index, index * 512, index / 4]);
    }
    const { listing, read } = roundTrip(rows);
    expect(listing.chunks.length).toBeGreaterThan(3);
    expect(
      read.map(({ depth, kind, name, bytes, diskBytes, born }) => [depth, kind, name, bytes, diskBytes, born]),
    ).toEqual(rows);
    expect(read.map(({ index }) => index)).toEqual(rows.map((_row, index) => index));
    expect(read.at(-1)?.path).toBe(`/c/http-v2/${rows.at(-1)?.[2]}`);
  });

  it('fills a chunk to its last byte', () => {
    // 37 bytes of header each: 4 names of 65,499 bytes are 256 KiB, and the fifth begins another chunk.
    const rows = Array.from({ length: 5 }, (): Row => [1, 'file', 'x'.repeat(65_499), 0, 0, 0]);
    const { listing, read } = roundTrip(rows);
    expect(listing.chunks.map(({ packed }) => packed.length)).toEqual([262_144, 65_536]);
    expect(read).toHaveLength(5);
  });

  const HASH = '0123456789abcdef'.repeat(4).slice(0, 56);

  it.each<[what: string, names: string[]]>([
    ['a hash and its body', [HASH, `${HASH}.body`]],
    ['a hash that begins with 0, and no body', [`0${HASH.slice(1)}`, 'a']],
    ['a body alone', [`${HASH}.body`]],
    ['a body of a body', [HASH, `${HASH}.body`, `${HASH}.body.body`]],
    ['a body of something else', ['a', 'a.body', 'b.body']],
    ['a body without a name', ['.body']],
    ['a body behind an empty name', ['', '.body']],
    ['a hash in capital letters', [HASH.toUpperCase()]],
    ['a digit less and one more', [HASH.slice(1), `${HASH}0`]],
    ['no digit', [`${HASH.slice(1)}g`]],
    ['a hash with a line end', [`${HASH}\n`]],
  ])('gives back names that it keeps shorter: %s', (_, names) => {
    const { read } = roundTrip(names.map((name) => [1, 'file', name, 1, 1, 1]));
    expect(read.map(({ name }) => name)).toEqual(names);
  });

  it('keeps a response of http-v2 in less than half of its names and numbers', () => {
    const { listing } = roundTrip([HASH, `${HASH}.body`].map((name) => [6, 'file', name, 1, 1, 1]));
    expect(listing.chunks.map(({ packed }) => packed.length)).toEqual([98]);
  });

  it('can be read from any chunk on', () => {
    const rows: Row[] = [];
    for (const area of ['http-v2', 'wheels']) {
      rows.push([0, 'directory', area, 0, 0, 0]);
      for (const letter of ['a', 'b']) {
        rows.push([1, 'directory', letter, 0, 0, 0], [2, 'directory', 'c', 0, 0, 0]);
        for (let index = 0; index < 4000; index += 1) {
          const hash = index.toString(16).padStart(56, letter);
          rows.push([3, 'file', hash, index, 0, 0], [3, 'file', `${hash}.body`, index, 0, 0]);
        }
      }
    }
    const { listing, read } = roundTrip(rows);
    expect(listing.chunks.length).toBeGreaterThan(5);
    for (const [number, { first, area }] of listing.chunks.entries()) {
      expect([...entries(listing, number)]).toEqual(read.slice(first));
      expect(read[first]?.area).toBe(area);
      expect(new Set(read.slice(first, listing.chunks[number + 1]?.first).map((entry) => entry.area))).toEqual(
        new Set([area]),
      );
    }
    expect([...entries(listing, listing.chunks.length)]).toEqual([]);
  });
});

describe('paths', () => {
  it.each([
    ['/c/plain', '/c/plain', '/c/plain'],
    ['/c/é', '/c/\u00c3\u00a9', Buffer.from('/c/é')],
    ['/c/☃', '/c/\u00e2\u0098\u0083', Buffer.from('/c/☃')],
  ])('%s', (path, bytes, forFs) => {
    expect(bytePath(path)).toBe(bytes);
    expect(fsPath(bytes)).toEqual(forFs);
    expect(readable(bytes)).toBe(path);
  });

  it('that are not UTF-8 are shown as far as they can be', () => {
    expect(readable(child('/c', 'caf\u00e9'))).toBe('/c/caf\ufffd');
    expect(fsPath('/c/caf\u00e9')).toEqual(Buffer.from([0x2f, 0x63, 0x2f, 0x63, 0x61, 0x66, 0xe9]));
  });
});

describe('tallies', () => {
  it('add up', () => {
    const one = { files: 1, bytes: 20, directories: 300, diskBytes: 4000 };
    expect(sum([])).toEqual({ files: 0, bytes: 0, directories: 0, diskBytes: 0 });
    expect(sum([one, one, { ...one, files: 9 }])).toEqual({
      files: 11,
      bytes: 60,
      directories: 900,
      diskBytes: 12_000,
    });
  });

  it('come by area', () => {
    expect(byArea((area) => area.length)).toEqual({ http: 4, 'http-v2': 7, wheels: 6 });
  });
});
