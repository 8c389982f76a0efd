import { sep } from 'node:path';

/**
 * A path in which each character stands for one byte of the name on disk (the latin1 reading of it). File names on
 * POSIX are bytes and need not be UTF-8; a JavaScript string of the UTF-8 reading could not name them again.
 */
export type BytePath = string;

const NOT_ASCII = /[\x80-\xff]/;

/** The byte path of a path in the usual form. */
export function bytePath(path: string): BytePath {
  return Buffer.from(path, 'utf8').toString('latin1');
}

/**
 * What Node's fs takes for a byte path: the string itself where that is the same, else the bytes. On Windows the characters: names are
 * Unicode there, and Node can name a path of more than 260 characters only when it gets a string (path.toNamespacedPath).
 */
export function fsPath(path: BytePath, platform: NodeJS.Platform = process.platform): string | Buffer {
  if (!NOT_ASCII.test(path)) return path;
  const bytes = Buffer.from(path, 'latin1');
  return platform === 'win32' ? bytes.toString('utf8') : bytes;
}

/** The path of `name` in `directory`. */
export function child(directory: BytePath, name: string): BytePath {
  return directory + sep + name;
}

/** A byte path as people read it; bytes that are not UTF-8 become U+FFFD. */
export function readable(path: BytePath): string {
  return Buffer.from(path, 'latin1').toString('utf8');
}
