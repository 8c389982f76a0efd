// @ts-check
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const made = new Set();

/**
 * Makes an empty directory, by its real path, that is deleted when this process exits. vitest's workers are ended
 * without that: tests call removeTemporaryDirectories in afterAll.
 * @param {string} [label] part of its name
 * @returns {string}
 */
export function temporaryDirectory(label = 'test') {
  if (made.size === 0) process.once('exit', removeTemporaryDirectories);
  mkdirSync(tmpdir(), { recursive: true });
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), `reset-pip-cache-${label}-`)));
  made.add(path);
  return path;
}

/** Deletes every directory that temporaryDirectory made, at once. */
export function removeTemporaryDirectories() {
  for (const path of made) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  made.clear();
}
