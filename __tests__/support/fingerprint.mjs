// @ts-check
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A line for everything below a directory: path, kind and mode, of a file the time of its last change and a checksum, of a link where it
 * leads.
 * @param {string} directory
 * @param {string[]} except paths below it that are passed over, with what they hold
 * @returns {string[]}
 */
export function fingerprint(directory, except) {
  /** @type {string[]} */
  const lines = [];
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (except.includes(path)) continue;
    const whole = join(directory, path);
    const status = lstatSync(whole);
    const mode = status.mode.toString(8);
    if (status.isDirectory()) {
      lines.push(`${path} ${mode}`);
      for (const name of readdirSync(whole)) waiting.push(join(path, name));
    } else if (status.isSymbolicLink()) {
      lines.push(`${path} ${mode} ${readlinkSync(whole)}`);
    } else if (!status.isFile()) {
      // To read a FIFO would wait for one that writes to it.
      lines.push(`${path} ${mode}`);
    } else {
      const checksum = createHash('sha256').update(readFileSync(whole)).digest('hex');
      lines.push(`${path} ${mode} ${status.mtimeMs} ${checksum}`);
    }
  }
  return lines.sort();
}
