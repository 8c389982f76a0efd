import { closeSync, constants, openSync, readSync } from 'node:fs';
import { type BytePath, fsPath } from '../../cache/paths.js';

/** A part of a file that is open. What lies behind its end reads as nothing. */
export interface Source {
  /** Bytes from its beginning to its end. */
  readonly length: number;
  /** Reads so many bytes at an offset; fewer at the end. */
  read(offset: number, length: number): Buffer;
}

/** A file that is open. */
export interface OpenFile extends Source {
  /** Closes it. The bytes that were read are good until then. */
  close(): void;
}

// Neither through a link that has come since the survey, nor waiting for a writer of a FIFO. Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Bytes at the beginning of a file that are read at once: mostly more than is asked for. */
const HEAD_BYTES = 8192;
// Used again and again: a new one for each of many files would fill the memory faster than it is cleared.
const heads: Buffer[] = [];

/**
 * Opens a file for reading.
 *
 * @param length in bytes, as the survey saw it.
 * @throws what the file system says.
 */
export function openFile(path: BytePath, length: number): OpenFile {
  const descriptor = openSync(fsPath(path), FLAGS);
  const buffer = heads.pop() ?? Buffer.alloc(HEAD_BYTES);
  const close = () => {
    heads.push(buffer);
    closeSync(descriptor);
  };
  try {
    const head = readAt(descriptor, 0, buffer.subarray(0, length));
    return {
      length,
      read(offset, wanted) {
        const end = Math.min(offset + wanted, length);
        if (end <= head.length) return head.subarray(offset, end);
        return readAt(descriptor, offset, Buffer.allocUnsafe(Math.max(0, end - offset)));
      },
      close,
    };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/**
 * Opens a file for reading, hands it to `use`, and closes it.
 *
 * @param length in bytes, as the survey saw it.
 * @throws what the file system says, and what `use` throws.
 */
export function withFile<T>(path: BytePath, length: number, use: (file: Source) => T): T {
  const file = openFile(path, length);
  try {
    return use(file);
  } finally {
    file.close();
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

// Fills a buffer as far as the file goes.
function readAt(descriptor: number, offset: number, buffer: Buffer): Buffer {
  let used = 0;
  while (used < buffer.length) {
    const read = readSync(descriptor, buffer, used, buffer.length - used, offset + used);
    if (read === 0) break;
    used += read;
  }
  return buffer.subarray(0, used);
}
