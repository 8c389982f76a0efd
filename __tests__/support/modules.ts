import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from './temporary-directory.mjs';

/** A directory for PYTHONPATH, with these Python files in it. */
export function moduleDirectory(files: Record<string, string>): string {
  const directory = temporaryDirectory('modules');
  for (const [name, program] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, program);
  }
  return directory;
}
