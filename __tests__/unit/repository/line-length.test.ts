import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const MAX_COLUMNS = 120;

/** The files to check. Biome's formatter wraps code at the same width, but neither comments nor strings. */
const CHECKED = ['src/**/*.ts', 'src/**/*.py', 'scripts/**/*.mjs'];

describe.each(CHECKED)('%s', (pattern) => {
  const files = globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));

  it('matches files', () => {
    expect(files).not.toEqual([]);
  });

  it(`has no line of more than ${MAX_COLUMNS} columns`, () => {
    const tooLong = files.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.length > MAX_COLUMNS ? [`${file}:${index + 1}: ${line.length} columns`] : [])),
    );
    expect(tooLong).toEqual([]);
  });
});
