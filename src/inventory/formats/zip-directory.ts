import type { Source } from './open-file.js';

/** The end record, and a comment behind it of any length. */
const END_BYTES = 22;
const MOST_END_BYTES = END_BYTES + 0xffff;
/** Most zips have no comment, and many wheels a directory that fits in here with it. */
const SHORT_END_BYTES = 2048;
/** What zip64 has right before the end record: its own end record, and a locator that says where that is. */
const END64_BYTES = 56;
const LOCATOR_BYTES = 20;
/** A directory of more is not read: that of a wheel with 100,000 files is about this large. */
const MOST_DIRECTORY_BYTES = 16 << 20;
/** Bytes of an entry of the directory, without its name. */
const ENTRY_BYTES = 46;
const ENTRY_SIGNATURE = 0x02014b50;

/** Where a zip's directory is, in bytes, and how many entries it has. */
interface Directory {
  readonly start: number;
  readonly length: number;
  readonly count: number;
}

/**
 * The names in a zip's directory, in its order. Only the end of the zip is read, and at most 16 MiB of it.
 *
 * pip reads zips with Python's `zipfile`, which takes the directory that ends where the end records begin, and a zip64
 * record only right before its locator, with that right before the end record. Here, all offsets have to agree with
 * that, too. Python writes these records from 2 GiB or 65,536 files on, and repeats in the end record what fits there.
 *
 * @returns no names for what is no zip, is too large, or says different things in different places.
 */
export function zipNames(zip: Source): Iterable<string> {
  const tailAt = Math.max(0, zip.length - MOST_END_BYTES);
  for (const at of new Set([Math.max(0, zip.length - SHORT_END_BYTES), tailAt])) {
    const tail = zip.read(at, zip.length - at);
    if (tail.length < END_BYTES) return [];
    const end = tail.lastIndexOf('PK\x05\x06', tail.length - END_BYTES, 'latin1');
    if (end < 0) continue;
    const place = directoryOf(zip, tail.subarray(end, end + END_BYTES), at + end);
    if (!place) return [];
    const { start, length, count } = place;
    const directory = start >= at ? tail.subarray(start - at, start - at + length) : zip.read(start, length);
    return directory.length === length && isWhole(directory, count) ? namesIn(directory) : [];
  }
  return [];
}

function directoryOf(zip: Source, end: Buffer, endAt: number): Directory | undefined {
  const said = { start: end.readUInt32LE(16), length: end.readUInt32LE(12), count: end.readUInt16LE(10) };
  const large = zip64Directory(zip, endAt);
  if (large === null) return undefined;
  const { start, length, count } = large ?? said;
  const agree =
    !large || (repeats(said.start, start) && repeats(said.length, length) && repeats(said.count, count, 0xffff));
  const directoryEnd = large ? endAt - LOCATOR_BYTES - END64_BYTES : endAt;
  const fits = length <= MOST_DIRECTORY_BYTES && count * ENTRY_BYTES <= length;
  return agree && fits && start + length === directoryEnd ? { start, length, count } : undefined;
}

// A field of the end record that is too small for the number has all its bits set.
function repeats(said: number, number: number, full = 0xffffffff): boolean {
  return said === number || said === full;
}

/** @returns undefined without a locator, null when what it leads to is not the record right before it. */
function zip64Directory(zip: Source, endAt: number): Directory | undefined | null {
  const recordAt = endAt - LOCATOR_BYTES - END64_BYTES;
  const locator = zip.read(Math.max(0, endAt - LOCATOR_BYTES), Math.min(endAt, LOCATOR_BYTES));
  if (locator.toString('latin1', 0, 4) !== 'PK\x06\x07') return undefined;
  if (recordAt < 0 || locator.length < LOCATOR_BYTES || locator.readBigUInt64LE(8) !== BigInt(recordAt)) return null;
  const record = zip.read(recordAt, END64_BYTES);
  if (record.length < END64_BYTES || record.toString('latin1', 0, 4) !== 'PK\x06\x06') return null;
  // Its own length is without the signature and this field; more would be between it and the locator.
  if (record.readBigUInt64LE(4) !== BigInt(END64_BYTES - 12)) return null;
  const [count, length, start] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)));
  return { start: start as number, length: length as number, count: count as number };
}

// In these few lines rather than by a library. fflate checks no signature, so that any bytes become names; unzipit
// follows a zip64 locator wherever it leads; both, and zip.js, read a directory of any size.
function isWhole(directory: Buffer, count: number): boolean {
  let at = 0;
  let seen = 0;
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
    at = entryEnd(directory, at);
    seen += 1;
  }
  return at === directory.length && seen === count;
}

// Behind the name are an extra field and a comment.
function entryEnd(directory: Buffer, at: number): number {
  const more = directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  return at + ENTRY_BYTES + more;
}

function* namesIn(directory: Buffer): Generator<string> {
  for (let at = 0; at < directory.length; at = entryEnd(directory, at)) {
    const nameAt = at + ENTRY_BYTES;
    yield directory.toString('utf8', nameAt, nameAt + directory.readUInt16LE(at + 28));
  }
}
