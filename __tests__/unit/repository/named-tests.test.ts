import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markdownOf, rowsOf } from '../../support/markdown.js';
import { testTitles } from '../../support/test-titles.mjs';

/** The texts below "Test" in the tables of a document. */
function testCells(path: string): string[] {
  const tables = markdownOf(path).filter(({ type }) => type === 'table');
  return tables.map(rowsOf).flatMap(([headings = [], ...rows]) => {
    const column = headings.indexOf('Test');
    return column < 0 ? [] : rows.map((row) => row[column] ?? '');
  });
}

/** `unit/a.test.ts: words; unit/b.test.ts: words`. */
const NAMED = /^(?<file>[\w/-]+(?:\.\w+)?\.test\.ts): (?<title>.+)$/;

describe.each(['docs/faults.md', 'docs/threat-model.md'])('%s', (path) => {
  const names = testCells(path).flatMap((cell) => cell.split('; '));

  it('has tables that name tests', () => {
    expect(names.length).toBeGreaterThan(10);
  });

  it.each(names)('names a test that there is: %s', (name) => {
    const { file, title = '' } = NAMED.exec(name)?.groups ?? {};
    expect(file, 'a file, a colon and the beginning of a title').toBeDefined();
    const url = new URL(`../../${file}`, import.meta.url);
    expect(existsSync(url)).toBe(true);
    const titles = testTitles(readFileSync(url, 'utf8'));
    expect(titles.some((known) => known.startsWith(title)) ? [] : titles).toEqual([]);
  });
});

describe('testTitles', () => {
  it('finds what describe, it and test are called, and nothing else', () => {
    const source = `
      // it('a comment');
      describe.runIf(process.platform !== 'win32')('suite', () => {
        it('one', () => expect(text).toBe('a text'));
        it.each<[string, number]>([['a row', 1]])("two's %s", async () => { await step('a call'); });
        it.runIf(true).each\`a
          \${'a table'}\`('three', () => {});
      });
      test(\`four of \${N}\`, () => {});
      describe.concurrent.each(pips)('five ' + 'and more', () => {});
      other.it('a method');
      it.each(['not a title'])(title, () => {});`;
    expect(testTitles(source)).toEqual(['suite', 'one', "two's %s", 'three', 'four of ', 'five ']);
  });
});
