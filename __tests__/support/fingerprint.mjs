// @ts-check
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Describes everything below a directory.
 *
 * @param {string} directory
 * @param {string[]} except paths below it that are skipped, with their contents
 * @returns {string[]} a line for each entry: path, kind and mode; also modification time and checksum of a file, and
 *   the target of a link
 */
export function fingerprint(directory, except) {
  /** @type {string[]} */
  const lines = [];
  const pending = [''];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (except.includes(path)) continue;
    const fullPath = join(directory, path);
    const status = lstatSync(fullPath);
    const mode = status.mode.toString(8);
    if (status.isDirectory()) {
      lines.push(`${path} ${mode}`);
      for (const name of readdirSync(fullPath)) pending.push(join(path, name));
    } else if (status.isSymbolicLink()) {
      lines.push(`${path} ${mode} ${readlinkSync(fullPath)}`);
    } else if (!status.isFile()) {
      // Reading a FIFO would block until a process writes to it.
      lines.push(`${path} ${mode}`);
    } else {
      const checksum = createHash('sha256').update(readFileSync(fullPath)).digest('hex');
      lines.push(`${path} ${mode} ${status.mtimeMs} ${checksum}`);
    }
  }
  return lines.sort();
}
