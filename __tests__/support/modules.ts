import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from './temporary-directory.mjs';

/**
 * Makes a directory for PYTHONPATH with Python files in it.
 *
 * @param files the source of each file by its path.
 * @returns the path of the directory.
 */
export function moduleDirectory(files: Record<string, string>): string {
  const directory = temporaryDirectory('modules');
  for (const [name, program] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, program);
  }
  return directory;
}
