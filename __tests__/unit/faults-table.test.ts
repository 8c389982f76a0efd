import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const table = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8');
const tests = [...table.matchAll(/`([\w/-]+\.test\.ts)`: ([^|;]+?) *(?=[|;])/g)].map(([, file = '', title = '']) => ({
  file,
  title,
}));

describe('docs/faults.md', () => {
  it('names a test for every fault', () => {
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (---|Fault)/.test(line));
    expect(rows.filter((row) => !/`[\w/-]+\.test\.ts`: /.test(row))).toEqual([]);
    expect(tests.length).toBeGreaterThanOrEqual(rows.length);
  });

  it.each(tests)('names a test that there is: $file, $title', ({ file, title }) => {
    const path = new URL(`../${file}`, import.meta.url);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(title);
  });
});
