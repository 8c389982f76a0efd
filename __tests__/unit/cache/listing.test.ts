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
    // 37 bytes of header each: 16 names of 65,499 bytes are 1 MiB, and the seventeenth begins another chunk.
    const rows = Array.from({ length: 17 }, (): Row => [0, 'file', 'x'.repeat(65_499), 0, 0, 0]);
    const { listing, read } = roundTrip(rows);
    expect(listing.chunks.map((chunk) => chunk.length)).toEqual([1_048_576, 65_536]);
    expect(read).toHaveLength(17);
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
