import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bytePath } from '../../../../src/cache/paths.js';
import { type Source, withFile } from '../../../../src/inventory/formats/open-file.js';
import { zipNames } from '../../../../src/inventory/formats/zip-directory.js';
import { zip } from '../../../support/archives.mjs';
import { writeZip } from '../../../support/large-zips.mjs';
import { findPython } from '../../../support/python.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../support/temporary-directory.mjs';
import { inMemory } from '../responses.js';

afterAll(removeTemporaryDirectories);

const NAMES = ['foo/__init__.py', 'foo-1.0.dist-info/METADATA', 'foo-1.0.dist-info/ungewöhnlich'];
const ARCHIVE = zip(NAMES.map((name) => ({ name, data: Buffer.from('content') })));
const END = ARCHIVE.length - 22;
const DIRECTORY = ARCHIVE.readUInt32LE(END + 16);
// Offsets in the end record, and in an entry of the directory.
const COUNT = END + 10;
const LENGTH = END + 12;
const START = END + 16;
const NAME_LENGTH = DIRECTORY + 28;

/** The archive with a number in it changed. */
function changed(at: number, value: number, bytes = 4): Buffer {
  const archive = Buffer.from(ARCHIVE);
  archive.writeUIntLE(value, at, bytes);
  return archive;
}

/** The archive with a comment at its end. */
function commented(comment: Buffer): Buffer {
  const archive = Buffer.concat([ARCHIVE, comment]);
  archive.writeUInt16LE(comment.length, END + 20);
  return archive;
}

describe('zipNames', () => {
  it.each<[what: string, archive: Buffer]>([
    ['no comment', ARCHIVE],
    ['a comment', commented(Buffer.from('made by hand'))],
    ['a comment of 65,535 bytes', commented(Buffer.alloc(65_535, 'x'))],
    ['a long file in front of its directory', zip(NAMES.map((name) => ({ name, data: Buffer.alloc(100_000) })))],
  ])('reads the names of one with %s', (_, archive) => {
    const source = inMemory(archive);
    expect(namesOf(source)).toEqual(NAMES);
    expect(source.most()).toBeLessThanOrEqual(22 + 65_535);
  });

  it('reads a directory that is longer than the end which it looks at first', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `foo/${String(index).padStart(60, '0')}`);
    const archive = zip(names.map((name) => ({ name, data: Buffer.alloc(0) })));
    expect(namesOf(inMemory(archive))).toEqual(names);
  });

  it('reads a directory of 16 MiB, and none of more', () => {
    // Together with the 46 bytes before its name, each takes 64 KiB less one.
    const entries = (count: number) =>
      Buffer.concat(Array.from({ length: count }, () => entry(Buffer.alloc(65_535 - 46, 'a'))));
    expect(namesOf(inMemory(withDirectory(entries(256), 256)))).toHaveLength(256);
    expect(namesOf(inMemory(withDirectory(entries(257), 257)))).toEqual([]);
  });

  it('reads none in an empty one', () => {
    expect(namesOf(inMemory(zip([])))).toEqual([]);
  });

  it.each<[what: string, archive: Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['the start of one', Buffer.from('PK\x03\x04')],
    // Long enough for the signature, too short for the record.
    ...[4, 10, 11, 15, 21].map((length): [string, Buffer] => [
      `an end record cut to ${length} bytes`,
      Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(length - 4)]),
    ]),
    ['no end', ARCHIVE.subarray(0, END)],
    ['an end that is cut', ARCHIVE.subarray(0, -1)],
    ['a comment longer than one can be', Buffer.concat([ARCHIVE, Buffer.alloc(65_536)])],
    ['a count that only a zip64 has', changed(COUNT, 0xffff, 2)],
    ['more entries than fit', changed(COUNT, 0xfffe, 2)],
    ['one entry more than there are', changed(COUNT, NAMES.length + 1, 2)],
    ['one entry less than there are', changed(COUNT, NAMES.length - 1, 2)],
    ['no entries, but a directory', changed(COUNT, 0, 2)],
    ['a directory of 4 GB', changed(LENGTH, 0xffffffff)],
    ['a directory of more than 16 MiB', changed(LENGTH, (16 << 20) + 1)],
    ['something between the directory and the end', withDirectory(entry('a'), 1, Buffer.alloc(4))],
    ['a directory that is a byte longer', changed(LENGTH, END - DIRECTORY + 1)],
    ['a directory that is a byte shorter', changed(LENGTH, END - DIRECTORY - 1)],
    ['a directory behind the end', changed(START, 0xffffffff)],
    ['a directory that reaches into the end', changed(START, DIRECTORY + 1)],
    ['a directory that begins a byte earlier', changed(START, DIRECTORY - 1)],
    ['a directory at the beginning', changed(START, 0)],
    ['a name of 64 kB', changed(NAME_LENGTH, 0xffff, 2)],
    ['a name that is a byte longer', changed(NAME_LENGTH, 16, 2)],
    ['an extra field of 64 kB', changed(NAME_LENGTH + 2, 0xffff, 2)],
    ['a comment of 64 kB on a file', changed(NAME_LENGTH + 4, 0xffff, 2)],
    ['an entry without its signature', changed(DIRECTORY, 0x02014b51)],
    ['an entry cut by the end', withDirectory(Buffer.concat([entry('a'), entry('b').subarray(0, 45)]), 2)],
  ])('reads none in %s', (_, archive) => {
    expect(namesOf(inMemory(archive))).toEqual([]);
  });

  it('reads none in one that became shorter meanwhile', () => {
    expect(namesOf({ ...inMemory(ARCHIVE.subarray(-15)), length: ARCHIVE.length })).toEqual([]);
  });

  it('reads none in one whose last name is a zip64 locator', () => {
    // A reader of zip64 finds the locator in the last name, the record in the first, and in it four thousand million entries.
    const record = Buffer.alloc(56);
    record.write('PK\x06\x06', 'latin1');
    record.writeUInt32LE(0xffffffff, 32);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07', 'latin1');
    locator.writeUInt32LE(46, 8);
    expect(namesOf(inMemory(withDirectory(Buffer.concat([entry(record), entry(locator)]), 2)))).toEqual([]);
  });
});

const { command: python } = await findPython();

describe('zipNames of a zip64', () => {
  const directory = temporaryDirectory('zip64');
  const last = 'torch-2.9.0.dist-info/METADATA';

  it.each([
    ['of more than 4 GiB', 4.5 * 2 ** 30],
    ['of more than 2 GiB, whose end record says all of it, too', 2.2 * 2 ** 30],
  ])('reads one that Python wrote: %s', (_, offset) => {
    const path = join(directory, `${offset}.whl`);
    writeZip(python, path, { names: ['torch/lib.so', last], lastAt: offset });
    const read: [offset: number, bytes: number][] = [];
    const names = withFile(bytePath(path), statSync(path).size, (file) =>
      namesOf({
        length: file.length,
        read(at, bytes) {
          read.push([at, bytes]);
          return file.read(at, bytes);
        },
      }),
    );
    expect(names).toEqual(['torch/lib.so', last]);
    expect(read.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(10_000);
    // As pip reads it.
    const list = 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))';
    expect(execFileSync(python, ['-c', list, path], { encoding: 'utf8' }).trim().split(/\r?\n/)).toEqual(names);
    truncateSync(path);
  });

  it.each([65_535, 65_536])('reads one of %d files', (count) => {
    const path = join(directory, `${count}.zip`);
    writeZip(python, path, { names: [last], fillers: count - 1 });
    const names = namesOf(inMemory(readFileSync(path)));
    expect(names).toHaveLength(count);
    expect(names.at(-1)).toBe(last);
  });

  const path = join(directory, 'small.zip');
  writeZip(python, path, { names: ['a', last], fillers: 65_535 });
  const archive = readFileSync(path);
  const end = archive.length - 22;
  const locator = end - 20;
  const record = locator - 56;

  /** The archive with a number of 8 bytes in it changed. */
  function changed(at: number, value: number | bigint): Buffer {
    const bytes = Buffer.from(archive);
    bytes.writeBigUInt64LE(BigInt(value), at);
    return bytes;
  }

  const count = Number(archive.readBigUInt64LE(record + 32));
  const length = Number(archive.readBigUInt64LE(record + 40));
  const start = Number(archive.readBigUInt64LE(record + 48));

  it('is what the next are made of', () => {
    expect(archive.toString('latin1', record, record + 4)).toBe('PK\x06\x06');
    expect(archive.toString('latin1', locator, locator + 4)).toBe('PK\x06\x07');
    expect(start + length).toBe(record);
    expect(namesOf(inMemory(changed(record + 32, count)))).toHaveLength(65_537);
  });

  it.each<[what: string, zip64: () => Buffer]>([
    ['a locator that leads elsewhere', () => changed(locator + 8, 0)],
    ['a locator that leads a byte further', () => changed(locator + 8, record + 1)],
    ['a locator that leads behind the end', () => changed(locator + 8, 2n ** 64n - 1n)],
    ['a record without its signature', () => changed(record, 0)],
    ['a record that is longer than it says', () => changed(record + 4, 43)],
    ['a record with more behind it', () => changed(record + 4, 45)],
    ['four thousand million entries', () => changed(record + 32, 0xffffffff)],
    ['more entries than a number can hold', () => changed(record + 32, 2n ** 64n - 1n)],
    ['an entry more', () => changed(record + 32, count + 1)],
    ['an entry less', () => changed(record + 32, count - 1)],
    ['a directory of more than 16 MiB', () => changed(record + 40, (16 << 20) + 1)],
    ['a directory of 2^64 bytes', () => changed(record + 40, 2n ** 64n - 1n)],
    ['a directory that begins a byte earlier', () => changed(record + 48, start - 1)],
    ['a directory behind the end', () => changed(record + 48, 2n ** 63n)],
    ['no record before its locator', () => Buffer.concat([archive.subarray(0, record), archive.subarray(locator)])],
    ['a record far before its locator', () => spaced(archive, locator, 100)],
    ['a locator far before the end record', () => spaced(archive, end, 100)],
    ['nothing before its locator', () => archive.subarray(locator)],
    ['half a locator', () => archive.subarray(end - 10)],
    ['another number of entries in its end record', () => withEnd(10, 5, 2)],
    ['another length in its end record', () => withEnd(12, length - 1, 4)],
    ['another start in its end record', () => withEnd(16, start + 1, 4)],
  ])('reads none in one with %s', (_, zip64) => {
    expect(namesOf(inMemory(zip64()))).toEqual([]);
  });

  it.each([
    ['names', 10, 0xffff, 2],
    ['length', 12, 0xffffffff, 4],
    ['start', 16, 0xffffffff, 4],
  ])('reads one whose end record does not say the %s', (_, at, value, bytes) => {
    expect(namesOf(inMemory(withEnd(at, value, bytes)))).toHaveLength(65_537);
  });

  it('reads no more than it needs', () => {
    const source = inMemory(Buffer.concat([archive.subarray(0, record), Buffer.alloc(0), archive.subarray(record)]));
    expect(namesOf(source)).toHaveLength(65_537);
    expect(source.most()).toBe(length);
  });

  function withEnd(at: number, value: number, bytes: number): Buffer {
    const copy = Buffer.from(archive);
    copy.writeUIntLE(value, end + at, bytes);
    return copy;
  }
});

function spaced(archive: Buffer, at: number, bytes: number): Buffer {
  return Buffer.concat([archive.subarray(0, at), Buffer.alloc(bytes), archive.subarray(at)]);
}

function namesOf(source: Source): string[] {
  return [...zipNames(source)];
}

function entry(name: Buffer | string): Buffer {
  const fixed = Buffer.alloc(46);
  fixed.write('PK\x01\x02', 'latin1');
  fixed.writeUInt16LE(name.length, 28);
  return Buffer.concat([fixed, Buffer.from(name)]);
}

function withDirectory(directory: Buffer, count: number, behind = Buffer.alloc(0)): Buffer {
  const start = Buffer.from('PK\x03\x04');
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, directory, behind, end]);
}
