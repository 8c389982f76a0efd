import { describe, expect, it } from 'vitest';
import { compareListings } from '../../../src/cache/compare.js';
import { seededNumbers } from '../../support/seeded.mjs';
import { imagined } from '../trees.js';

const goneOf = (before: string[], after: string[]) =>
  [...compareListings(imagined(...before).listing, imagined(...after).listing)].map(
    ({ entry, gone }) => `${gone ? 'gone' : 'there'} ${entry.path.slice('/c/'.length)}`,
  );

describe('compareListings', () => {
  it.each([
    ['nothing', [], ['http/', 'http/a'], []],
    ['all gone', ['http/', 'http/a'], [], ['gone http', 'gone http/a']],
    ['all there', ['http/', 'http/a'], ['http/', 'http/a'], ['there http', 'there http/a']],
    [
      'a new one of the same name',
      ['http/', 'http/a#1', 'http/b#1'],
      ['http/', 'http/a#2', 'http/b#1'],
      ['there http', 'gone http/a', 'there http/b'],
    ],
    [
      'a new directory of the same name',
      ['http/#1', 'http/a#1'],
      ['http/#2', 'http/a#1'],
      ['there http', 'there http/a'],
    ],
    [
      'an incomplete later one, after whose end all counts as there',
      ['http/', 'http/a', 'http/b/', 'http/b/c', 'http/b/d', 'http/e', 'wheels/'],
      ['http/', 'http/b/', 'http/b/d', '…'],
      ['there http', 'gone http/a', 'there http/b', 'gone http/b/c', 'there http/b/d', 'there http/e', 'there wheels'],
    ],
    ['an incomplete later one with nothing in it', ['http/', 'http/a'], ['…'], ['there http', 'there http/a']],
    [
      'a new one is passed over',
      ['http/', 'http/b'],
      ['http/', 'http/a', 'http/b', 'http/c'],
      ['there http', 'there http/b'],
    ],
    [
      'a new tree is passed over',
      ['http/', 'http/b'],
      ['http/', 'http/a/', 'http/a/b', 'http/b'],
      ['there http', 'there http/b'],
    ],
    [
      'a tree is gone',
      ['http/', 'http/a/', 'http/a/b', 'http/c'],
      ['http/', 'http/c'],
      ['there http', 'gone http/a', 'gone http/a/b', 'there http/c'],
    ],
    [
      'an area is gone, the same names are in another',
      ['http/', 'http/a', 'wheels/', 'wheels/a'],
      ['http-v2/', 'http-v2/a', 'wheels/', 'wheels/a'],
      ['gone http', 'gone http/a', 'there wheels', 'there wheels/a'],
    ],
    [
      'a directory has become a file',
      ['http/', 'http/a/', 'http/a/b', 'http/c'],
      ['http/', 'http/a', 'http/c'],
      ['there http', 'gone http/a', 'gone http/a/b', 'there http/c'],
    ],
    [
      'a file has become a directory',
      ['http/', 'http/a', 'http/c'],
      ['http/', 'http/a/', 'http/a/b', 'http/c'],
      ['there http', 'gone http/a', 'there http/c'],
    ],
    [
      'a name that begins another, and one that sorts before the slash',
      ['http/', 'http/a/', 'http/a/x', 'http/a!', 'http/ab'],
      ['http/', 'http/a!', 'http/ab'],
      ['there http', 'gone http/a', 'gone http/a/x', 'there http/a!', 'there http/ab'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(goneOf(before, after)).toEqual(expected);
  });

  it('is what a set of paths says, for any two trees', () => {
    const random = seededNumbers('compareListings');
    const tree = () => {
      const found: string[] = [];
      const fill = (directory: string, depth: number) => {
        found.push(`${directory}/`);
        for (const name of ['!', 'a', 'aa', 'b', '\u00e9']) {
          const chance = random();
          if (chance < 0.35 && depth < 4) fill(`${directory}/${name}`, depth + 1);
          else if (chance < 0.65) found.push(`${directory}/${name}`);
        }
      };
      for (const area of ['http', 'http-v2', 'wheels']) if (random() < 0.8) fill(area, 1);
      return found;
    };
    let there = 0;
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [tree(), tree()];
      const is = new Set(after);
      const expected = before.map((path) => `${is.has(path) ? 'there' : 'gone'} ${path.replace(/\/$/, '')}`);
      expect(goneOf(before, after)).toEqual(expected);
      there += expected.filter((words) => words.startsWith('there')).length;
    }
    expect(there).toBeGreaterThan(1000);
  });
});
