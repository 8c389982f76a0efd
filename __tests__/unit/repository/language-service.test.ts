import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnostics } from '../../../scripts/lib/language-service.mjs';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** A change to a file of this repository, and what the language service must say of it. */
const BROKEN: [path: string, was: string, is: string, message: string][] = [
  ['action.yml', 'using: node24', 'using: node25', "Unexpected value 'node25'"],
  ['action.yml', '  main: ', '  entry: ', "'main' is required for Node.js actions (using: node24)"],
  ['action.yml', 'runs:', 'run:', "Unexpected value 'run'"],
  ['action.yml', 'description: ', 'describtion: ', 'Required property is missing: description'],
  ['action.yml', 'color: blue', 'color: bleu', "Unexpected value 'bleu'"],
  ['action.yml', 'default: purge', 'default: ${' + '{ secrets.MODE }}', "Unrecognized named-value: 'secrets'"],
  ['.github/workflows/ci.yml', 'runs-on: ', 'runs_on: ', 'Required property is missing: runs-on'],
  ['.github/workflows/ci.yml', 'toJSON(needs)', 'toJSON(nedes)', "Unrecognized named-value: 'nedes'"],
  ['.github/workflows/ci.yml', 'cron: "23 4 * * 1"', 'cron: "23 25 * * 1"', 'Invalid cron'],
  ['.github/workflows/release.yml', 'contents: write', 'contents: maybe', "Unexpected value 'maybe'"],
];

describe('the language service', () => {
  it.each([...new Set(BROKEN.map(([path]) => path))])('finds nothing in %s', async (path) => {
    expect(await diagnostics(path, read(path))).toEqual([]);
  });

  it.each(BROKEN)('finds in %s, where %j is %j: %s', async (path, was, is, message) => {
    const text = read(path);
    expect(text).toContain(was);
    const found = await diagnostics(path, text.replace(was, is));
    expect(found.join('\n')).toContain(message);
  });
});
