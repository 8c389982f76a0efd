// @ts-check
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const made = new Set();

/**
 * Makes an empty directory that is deleted when this process exits. vitest ends its workers without an exit event,
 * therefore tests call removeTemporaryDirectories in afterAll.
 *
 * @param {string} [label] part of its name
 * @returns {string} its real path
 */
export function temporaryDirectory(label = 'test') {
  if (made.size === 0) process.once('exit', removeTemporaryDirectories);
  mkdirSync(tmpdir(), { recursive: true });
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), `reset-pip-cache-${label}-`)));
  made.add(path);
  return path;
}

/** Deletes all directories that temporaryDirectory has made. */
export function removeTemporaryDirectories() {
  for (const path of made) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  made.clear();
}
