import { closeSync, constants, openSync, readSync } from 'node:fs';
import { type BytePath, fsPath } from '../paths.js';

/** A part of a file that is open. What lies behind its end reads as nothing. */
export interface Source {
  /** Bytes from its beginning to its end. */
  readonly length: number;
  /** Reads so many bytes at an offset; fewer at the end. */
  read(offset: number, length: number): Buffer;
}

// Neither through a link that has come since the survey, nor waiting for a writer of a FIFO. Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file for reading, hands it to `use`, and closes it.
 *
 * @param length in bytes, as the survey saw it.
 * @throws what the file system says, and what `use` throws.
 */
export function withFile<T>(path: BytePath, length: number, use: (file: Source) => T): T {
  const descriptor = openSync(fsPath(path), FLAGS);
  try {
    return use({ length, read: (offset, wanted) => readAt(descriptor, offset, Math.min(wanted, length - offset)) });
  } finally {
    closeSync(descriptor);
  }
}

/** The part of a source from `start` on, so many bytes long. */
export function part(source: Source, start: number, length: number): Source {
  const within = Math.max(0, Math.min(length, source.length - start));
  return {
    length: within,
    read: (offset, wanted) => source.read(start + offset, Math.max(0, Math.min(wanted, within - offset))),
  };
}

function readAt(descriptor: number, offset: number, length: number): Buffer {
  if (length <= 0 || offset < 0) return Buffer.alloc(0);
  const buffer = Buffer.allocUnsafe(length);
  let used = 0;
  while (used < length) {
    const read = readSync(descriptor, buffer, used, length - used, offset + used);
    if (read === 0) break;
    used += read;
  }
  return buffer.subarray(0, used);
}
