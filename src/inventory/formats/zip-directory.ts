import type { Source } from './open-file.js';

/** The end record, and a comment behind it of any length. */
const END_BYTES = 22;
const MOST_END_BYTES = END_BYTES + 0xffff;
/** Most zips have no comment, and many wheels a directory that fits in here with it. */
const SHORT_END_BYTES = 2048;
/** A directory of more is not read: that of a wheel with 50,000 files is about this large. */
const MOST_DIRECTORY_BYTES = 8 << 20;
/** Bytes of an entry of the directory, without its name. */
const ENTRY_BYTES = 46;
const ENTRY_SIGNATURE = 0x02014b50;

/**
 * The names in a zip's directory, in its order. Only the end of the zip is read.
 *
 * @returns nothing for what is no zip, is too large, or is a zip64 (of more than 65,534 files, or 4 GiB).
 */
export function zipNames(zip: Source): string[] {
  const tailAt = Math.max(0, zip.length - MOST_END_BYTES);
  for (const at of new Set([Math.max(0, zip.length - SHORT_END_BYTES), tailAt])) {
    const tail = zip.read(at, zip.length - at);
    if (tail.length < END_BYTES) return [];
    const end = tail.lastIndexOf('PK\x05\x06', tail.length - END_BYTES, 'latin1');
    if (end < 0) continue;
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (length > MOST_DIRECTORY_BYTES || count === 0xffff || count * ENTRY_BYTES > length || start + length > at + end)
      return [];
    const directory = start >= at ? tail.subarray(start - at, start - at + length) : zip.read(start, length);
    return directory.length === length ? namesIn(directory, count) : [];
  }
  return [];
}

// In these few lines rather than by a library: fflate checks no signature, so that any bytes become names, and believes a zip64 record that is
// hidden among them, so that it goes on for four thousand million entries.
function namesIn(directory: Buffer, count: number): string[] {
  const names: string[] = [];
  let at = 0;
  while (names.length < count) {
    const nameAt = at + ENTRY_BYTES;
    if (nameAt > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) return [];
    const nameEnd = nameAt + directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', nameAt, nameEnd));
    // Behind the name are an extra field and a comment.
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return at === directory.length ? names : [];
}
