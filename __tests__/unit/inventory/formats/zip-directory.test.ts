import { describe, expect, it } from 'vitest';
import { zipNames } from '../../../../src/inventory/formats/zip-directory.js';
import { zip } from '../../../support/archives.mjs';
import { inMemory } from '../responses.js';

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
    expect(zipNames(source)).toEqual(NAMES);
    expect(source.most()).toBeLessThanOrEqual(22 + 65_535);
  });

  it('reads a directory that is longer than the end which it looks at first', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `foo/${String(index).padStart(60, '0')}`);
    const archive = zip(names.map((name) => ({ name, data: Buffer.alloc(0) })));
    expect(zipNames(inMemory(archive))).toEqual(names);
  });

  it('reads none in an empty one', () => {
    expect(zipNames(inMemory(zip([])))).toEqual([]);
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
    ['a zip64', changed(COUNT, 0xffff, 2)],
    ['more entries than fit', changed(COUNT, 0xfffe, 2)],
    ['one entry more than there are', changed(COUNT, NAMES.length + 1, 2)],
    ['one entry less than there are', changed(COUNT, NAMES.length - 1, 2)],
    ['no entries, but a directory', changed(COUNT, 0, 2)],
    ['a directory of 4 GB', changed(LENGTH, 0xffffffff)],
    ['a directory of more than 8 MiB', changed(LENGTH, (8 << 20) + 1)],
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
    expect(zipNames(inMemory(archive))).toEqual([]);
  });

  it('reads none in one that became shorter meanwhile', () => {
    expect(zipNames({ ...inMemory(ARCHIVE.subarray(-15)), length: ARCHIVE.length })).toEqual([]);
  });

  it('does not believe a zip64 record that is hidden in the directory', () => {
    // A reader of zip64 finds the locator in the last name, the record in the first, and in it four thousand million entries.
    const record = Buffer.alloc(56);
    record.write('PK\x06\x06', 'latin1');
    record.writeUInt32LE(0xffffffff, 32);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07', 'latin1');
    locator.writeUInt32LE(46, 8);
    const names = [record, locator].map((name) => name.toString('utf8'));
    expect(zipNames(inMemory(withDirectory(Buffer.concat([entry(record), entry(locator)]), 2)))).toEqual(names);
  });
});

function entry(name: Buffer | string): Buffer {
  const fixed = Buffer.alloc(46);
  fixed.write('PK\x01\x02', 'latin1');
  fixed.writeUInt16LE(name.length, 28);
  return Buffer.concat([fixed, Buffer.from(name)]);
}

function withDirectory(directory: Buffer, count: number): Buffer {
  const start = Buffer.from('PK\x03\x04');
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, directory, end]);
}
