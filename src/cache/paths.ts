import { sep } from 'node:path';

/**
 * A path in which each character stands for one byte of the name on disk, decoded as latin1. File names on POSIX are
 * bytes and need not be valid UTF-8. Decoding them as UTF-8 could lose bytes, and then the file could not be opened.
 */
export type BytePath = string;

const NOT_ASCII = /[\x80-\xff]/;

/** Converts an ordinary path to a byte path. */
export function bytePath(path: string): BytePath {
  return Buffer.from(path, 'utf8').toString('latin1');
}

/**
 * Converts a byte path to a form that Node's fs functions accept: a string if the path is ASCII, otherwise a Buffer
 * with its bytes. On Windows it is always a string, because file names are Unicode there, and because Node supports
 * paths of more than 260 characters only as strings (path.toNamespacedPath).
 */
export function fsPath(path: BytePath, platform: NodeJS.Platform = process.platform): string | Buffer {
  if (!NOT_ASCII.test(path)) return path;
  const bytes = Buffer.from(path, 'latin1');
  return platform === 'win32' ? bytes.toString('utf8') : bytes;
}

/** Returns the path of `name` in `directory`. */
export function child(directory: BytePath, name: string): BytePath {
  return directory + sep + name;
}

/** Converts a byte path to text for display. Bytes that are not valid UTF-8 become U+FFFD. */
export function readable(path: BytePath): string {
  return Buffer.from(path, 'latin1').toString('utf8');
}
