import { constants, gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';
import { codeOf } from '../../util/errors.js';
import type { Source } from './open-file.js';

/** Bytes of a compressed sdist that are enough for its first member's name, an extended header before it included. */
const HEAD_BYTES = 2048;
/**
 * Where those become more than this, something large and empty follows, and less of them is enough: deflate makes at
 * most 1,032 times as much of that.
 */
const MOST_BYTES = 1 << 18;
const SMALL_HEAD_BYTES = 250;
const OPTIONS = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 4 * HEAD_BYTES };
const RECORD_BYTES = 512;

/**
 * The path of the first member of a `.tar.gz`; undefined when there is none, or it is neither a file nor a directory.
 * Only its beginning is read.
 */
export function firstMember(archive: Source): string | undefined {
  const tar = beginning(archive.read(0, HEAD_BYTES));
  // Python's tarfile writes `ustar`, and so do setuptools, flit, hatchling and others through it.
  if (tar === undefined || tar.toString('latin1', 257, 262) !== 'ustar') return undefined;
  if (hasPrefix(tar, 0)) return undefined;
  if (EXTENDED.has(tar.toString('latin1', 156, 157))) {
    // The library cuts a path in an extended header at a space and at a `=`.
    if (/^\d+ path=[^\n]*[ =]/m.test(tar.toString('latin1', RECORD_BYTES, 16 * RECORD_BYTES))) return undefined;
    for (let at = RECORD_BYTES; at < 6 * RECORD_BYTES; at += RECORD_BYTES) if (hasPrefix(tar, at)) return undefined;
  }
  let first: string | undefined;
  try {
    // The library takes the memory behind a Buffer, and wants a record more.
    const memory = new Uint8Array(Math.min(tar.length, 16 * RECORD_BYTES) + RECORD_BYTES);
    memory.set(tar.subarray(0, 16 * RECORD_BYTES));
    parseTar(memory, {
      filter({ name, type }) {
        // For a link with an extended header, the library has its target as the name.
        if (type === 'file' || type === 'directory') first = name;
        throw FOUND;
      },
    });
  } catch {
    // Found, or no tar.
  }
  return first;
}

const EXTENDED = new Set(['x', 'g']);

// A path of more than 100 bytes can have its beginning here, which the library doesn't read. GNU tar has other things
// in this place.
function hasPrefix(tar: Buffer, at: number): boolean {
  return tar.toString('latin1', at + 257, at + 263) === 'ustar\0' && tar[at + 345] !== 0;
}

// The library goes on to the end unless something is thrown. An error made for each archive would take longer than all
// the rest.
const FOUND = new Error('found');

function beginning(compressed: Buffer): Buffer | undefined {
  try {
    return gunzipSync(compressed, { ...OPTIONS, maxOutputLength: MOST_BYTES });
  } catch (thrown) {
    if (codeOf(thrown) !== 'ERR_BUFFER_TOO_LARGE' || compressed.length <= SMALL_HEAD_BYTES) return undefined;
  }
  return beginning(compressed.subarray(0, SMALL_HEAD_BYTES));
}
