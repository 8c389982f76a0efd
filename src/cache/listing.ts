import { AREAS, type Area } from './areas.js';
import { type BytePath, child } from './paths.js';

/**
 * What an entry is; `linked file` is one with several names (hard links), `special file` a FIFO, a socket, a device.
 */
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
  readonly chunks: readonly Chunk[];
  /** How many entries there are. */
  readonly length: number;
  /** Whether it has all; otherwise what would come after its last entry is unknown. */
  readonly complete: boolean;
}

/** Entries of one area that follow one another. */
export interface Chunk {
  readonly area: Area;
  /** Packed, in shared memory, so that worker threads read it too. */
  readonly packed: Buffer;
  /** Index of its first entry. */
  readonly first: number;
  /** Names of the directories that its first entry is in, from the area on. */
  readonly parents: readonly string[];
}

const KINDS: readonly EntryKind[] = ['directory', 'file', 'linked file', 'symbolic link', 'special file'];
const CHUNK_BYTES = 1 << 18;
/** The name of a response's file: a SHA-224. */
export const RESPONSE_NAME = /^[0-9a-f]{56}$/;

// depth, kind and form of the name, bytes, disk bytes, born, modified, length of a name in plain form
const HEADER_BYTES = 2 + 1 + 8 + 8 + 8 + 8 + 2;

/**
 * How a name is kept: as it is, the digits of a hash as bytes, or as that of the entry before with `.body` behind it.
 */
const PLAIN = 0;
const HASH = 1;
const BODY = 2;
const FORMS = 3;
const HASH_BYTES = 28;

/** Takes entries in the order of a listing; `done` hands the listing out. */
export interface ListingWriter {
  /** Adds an entry and returns its index. */
  add(entry: Omit<Entry, 'index' | 'area' | 'path'>): number;
  done(complete?: boolean): Listing;
}

export function listingWriter(cacheDirectory: BytePath): ListingWriter {
  const chunks: Chunk[] = [];
  const directories: string[] = [];
  let before = '';
  let memory: Buffer = Buffer.alloc(0);
  let start = 0;
  let used = 0;
  let length = 0;
  let about: Omit<Chunk, 'packed'> = { area: AREAS[0], first: 0, parents: [] };
  const close = () => {
    if (used > start) chunks.push({ ...about, packed: memory.subarray(start, used) });
    start = used;
  };
  return {
    add({ depth, kind, name, bytes, diskBytes, born, modified }) {
      const full = used + HEADER_BYTES + name.length > memory.length;
      if (full || depth === 0) {
        close();
        before = '';
        about = {
          area: depth === 0 ? (name as Area) : about.area,
          first: length,
          parents: directories.slice(0, depth),
        };
      }
      if (full) {
        memory = Buffer.from(new SharedArrayBuffer(CHUNK_BYTES));
        start = used = 0;
      }
      if (kind === 'directory') directories[depth] = name;
      used = memory.writeUInt16LE(depth, used);
      const form = before !== '' && name === `${before}.body` ? BODY : RESPONSE_NAME.test(name) ? HASH : PLAIN;
      used = memory.writeUInt8(KINDS.indexOf(kind) * FORMS + form, used);
      used = memory.writeDoubleLE(bytes, used);
      used = memory.writeDoubleLE(diskBytes, used);
      used = memory.writeDoubleLE(born, used);
      used = memory.writeDoubleLE(modified, used);
      if (form === PLAIN) used = memory.writeUInt16LE(name.length, used);
      if (form !== BODY) used += memory.write(name, used, form === HASH ? 'hex' : 'latin1');
      before = name;
      length += 1;
      return length - 1;
    },
    done(complete = true) {
      close();
      return { cacheDirectory, chunks, length, complete };
    },
  };
}

/**
 * The entries of a listing, in its order.
 *
 * @param from number of the chunk to begin with.
 */
export function* entries(listing: Listing, from = 0): Generator<Entry, undefined> {
  const { cacheDirectory, chunks } = listing;
  const parents: BytePath[] = [];
  for (const name of chunks[from]?.parents ?? []) parents.push(child(parents.at(-1) ?? cacheDirectory, name));
  for (let number = from; number < chunks.length; number += 1) {
    const { area, first, packed } = chunks[number] as Chunk;
    let index = first;
    let name = '';
    for (let at = 0; at < packed.length; index += 1) {
      const depth = packed.readUInt16LE(at);
      const kindAndForm = packed.readUInt8(at + 2);
      const kind = KINDS[Math.floor(kindAndForm / FORMS)] as EntryKind;
      const bytes = packed.readDoubleLE(at + 3);
      const diskBytes = packed.readDoubleLE(at + 11);
      const born = packed.readDoubleLE(at + 19);
      const modified = packed.readDoubleLE(at + 27);
      at += 35;
      switch (kindAndForm % FORMS) {
        case BODY:
          name += '.body';
          break;
        case HASH:
          name = packed.toString('hex', at, at + HASH_BYTES);
          at += HASH_BYTES;
          break;
        default: {
          const start = at + 2;
          at = start + packed.readUInt16LE(at);
          name = packed.toString('latin1', start, at);
        }
      }
      const path = child(parents[depth - 1] ?? cacheDirectory, name);
      if (kind === 'directory') parents[depth] = path;
      yield { index, area, depth, kind, name, path, bytes, diskBytes, born, modified };
    }
  }
}
