import { unzipSync } from 'fflate';
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
const END_SIGNATURE = 0x06054b50;

/**
 * The names in a zip's directory, in its order. Only the end of the zip is read. The library gets the directory alone, and no more entries than
 * can be in it.
 *
 * @returns nothing for what is no zip, is too large, or is a zip64 (of more than 65,534 files, or 4 GiB).
 */
export function zipNames(zip: Source): string[] {
  const tailAt = Math.max(0, zip.length - MOST_END_BYTES);
  for (const at of new Set([Math.max(0, zip.length - SHORT_END_BYTES), tailAt])) {
    const tail = zip.read(at, zip.length - at);
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

function namesIn(directory: Buffer, count: number): string[] {
  const names: string[] = [];
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_SIGNATURE);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  try {
    unzipSync(Buffer.concat([directory, end]), {
      filter({ name }) {
        names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}
