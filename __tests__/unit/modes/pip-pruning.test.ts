import { describe, expect, it } from 'vitest';
import { selectFiles } from '../../../src/cache/selection.js';
import { prunesElsewhere } from '../../../src/modes/pip-pruning.js';
import { imagined } from '../trees.js';

const CACHE = ['http/', 'http/x', 'wheels/', 'wheels/a/', 'wheels/a/go.whl', 'wheels/b/', 'wheels/b/stay.whl'];

function prunes(version: string | undefined, tree: string[]): boolean {
  const survey = imagined(...tree);
  const selection = selectFiles(survey.listing, ({ name }) => name.startsWith('go'));
  return prunesElsewhere(version, survey, selection);
}

describe('prunesElsewhere', () => {
  it.each([
    ['nothing else to prune', CACHE, false],
    ['nothing at all', [], false],
    ['an empty area', ['http-v2/', ...CACHE.slice(2)], true],
    ['an empty directory', ['http/', 'http/e/', 'http/e/e/', 'http/x', ...CACHE.slice(2)], true],
    ['a last directory that is empty', [...CACHE, 'wheels/c/'], true],
    ['a file deep below', ['http/', 'http/e/', 'http/e/e/', 'http/e/e/x', ...CACHE.slice(2)], false],
    ['a directory of wheels with a file that is none', [...CACHE, 'wheels/c/', 'wheels/c/origin.json'], true],
    ['an area of wheels with a file that is none', ['wheels/', 'wheels/origin.json'], true],
    ['an area of responses, none of which goes', ['http-v2/', 'http-v2/x'], false],
    ['an empty directory in the first area', ['http/', 'http/e/', 'http/x', 'http-v2/', 'http-v2/y'], true],
    ['an empty directory beside a wheel', [...CACHE, 'wheels/b/e/'], true],
    ['an empty directory where the wheel goes', ['wheels/', 'wheels/a/', 'wheels/a/e/', 'wheels/a/go.whl'], true],
    ['a directory that is named like a wheel', [...CACHE, 'wheels/c/', 'wheels/c/d.whl/'], true],
    ['a wheel in capitals, which pip does not count', [...CACHE, 'wheels/c/', 'wheels/c/d.WHL'], true],
    ['a wheel deep below', [...CACHE, 'wheels/c/', 'wheels/c/d/', 'wheels/c/d/stay.whl'], false],
    [
      'a wheel beside the one that goes',
      ['wheels/', 'wheels/a/', 'wheels/a/go.whl', 'wheels/a/origin.json', 'wheels/a/stay.whl'],
      false,
    ],
    ['a wheel that goes with what came with it', [...CACHE, 'wheels/c/', 'wheels/c/go.json', 'wheels/c/go.whl'], false],
    ['a file that is none beside a wheel', [...CACHE, 'wheels/b/x'], false],
    [
      'a file that is none beside the wheel that goes',
      ['wheels/', 'wheels/a/', 'wheels/a/go.whl', 'wheels/a/x', ...CACHE.slice(5)],
      true,
    ],
    ['a directory with nothing but a link', ['http/', 'http/l/', 'http/l/to@', 'http/x', ...CACHE.slice(2)], true],
    ['all that goes', ['wheels/', 'wheels/a/', 'wheels/a/go.whl'], false],
  ])('%s: pip 26 does it, pip 25 does not', (_what, tree, does) => {
    for (const version of ['26.0', '26.0.dev0', '26.3', '27.1.dev0', 'strange', undefined]) {
      expect(prunes(version, tree)).toBe(does);
    }
    for (const version of ['25.3', '25.3.1', '20.1b1', '9.0.1']) expect(prunes(version, tree)).toBe(false);
  });
});
