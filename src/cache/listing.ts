import { AREAS, type Area } from './areas.js';
import { type BytePath, child } from './paths.js';

/** What an entry is; `linked file` is one with several names (hard links), `special file` a FIFO, a socket, a device. */
export type EntryKind = 'directory' | 'file' | 'linked file' | 'symbolic link' | 'special file';

/** One thing found below a cache directory. */
export interface Entry {
  /** Position in its listing, from 0. */
  readonly index: number;
  /** The area it is in. */
  readonly area: Area;
  /** 0 for the root of an area. */
  readonly depth: number;
  readonly kind: EntryKind;
  /** File name, a character a byte. */
  readonly name: string;
  readonly path: BytePath;
  /** Apparent size in bytes; 0 for a directory. */
  readonly bytes: number;
  /** Allocated bytes. */
  readonly diskBytes: number;
  /** When it was made, in milliseconds; 0 where the file system doesn't know. */
  readonly born: number;
  /** When its content was last changed, in milliseconds. */
  readonly modified: number;
}

/**
 * The entries of a cache directory, each directory before what it holds and names in ascending order. Packed: as
 * strings, the paths of 200,000 files are more than the whole step may take in memory.
 */
export interface Listing {
  readonly cacheDirectory: BytePath;
  readonly chunks: readonly Buffer[];
  /** How many entries there are. */
  readonly length: number;
  /** Whether it has all; otherwise what would come after its last entry is unknown. */
  readonly complete: boolean;
}

const KINDS: readonly EntryKind[] = ['directory', 'file', 'linked file', 'symbolic link', 'special file'];
const CHUNK_BYTES = 1 << 20;
// depth, kind, length of the name, bytes, disk bytes, born, modified
const HEADER_BYTES = 2 + 1 + 2 + 8 + 8 + 8 + 8;

/** Takes entries in the order of a listing; `done` hands the listing out. */
export interface ListingWriter {
  /** Adds an entry and returns its index. */
  add(entry: Omit<Entry, 'index' | 'area' | 'path'>): number;
  done(complete?: boolean): Listing;
}

export function listingWriter(cacheDirectory: BytePath): ListingWriter {
  const chunks: Buffer[] = [];
  let chunk: Buffer = Buffer.alloc(0);
  let used = 0;
  let length = 0;
  const close = () => {
    if (used > 0) chunks.push(chunk.subarray(0, used));
  };
  return {
    add({ depth, kind, name, bytes, diskBytes, born, modified }) {
      if (used + HEADER_BYTES + name.length > chunk.length) {
        close();
        // Shared, so that worker threads read it too.
        chunk = Buffer.from(new SharedArrayBuffer(CHUNK_BYTES));
        used = 0;
      }
      used = chunk.writeUInt16LE(depth, used);
      used = chunk.writeUInt8(KINDS.indexOf(kind), used);
      used = chunk.writeUInt16LE(name.length, used);
      used = chunk.writeDoubleLE(bytes, used);
      used = chunk.writeDoubleLE(diskBytes, used);
      used = chunk.writeDoubleLE(born, used);
      used = chunk.writeDoubleLE(modified, used);
      used += chunk.write(name, used, 'latin1');
      length += 1;
      return length - 1;
    },
    done(complete = true) {
      close();
      return { cacheDirectory, chunks, length, complete };
    },
  };
}

/** The entries of a listing, in its order. */
export function* entries(listing: Listing): Generator<Entry, undefined> {
  const parents: BytePath[] = [];
  let area: Area = AREAS[0];
  let index = 0;
  for (const chunk of listing.chunks) {
    for (let at = 0; at < chunk.length; index += 1) {
      const depth = chunk.readUInt16LE(at);
      const kind = KINDS[chunk.readUInt8(at + 2)] as EntryKind;
      const end = at + HEADER_BYTES + chunk.readUInt16LE(at + 3);
      const bytes = chunk.readDoubleLE(at + 5);
      const diskBytes = chunk.readDoubleLE(at + 13);
      const born = chunk.readDoubleLE(at + 21);
      const modified = chunk.readDoubleLE(at + 29);
      const name = chunk.toString('latin1', at + HEADER_BYTES, end);
      at = end;
      if (depth === 0) area = name as Area;
      const path = child(parents[depth - 1] ?? listing.cacheDirectory, name);
      if (kind === 'directory') parents[depth] = path;
      yield { index, area, depth, kind, name, path, bytes, diskBytes, born, modified };
    }
  }
}
