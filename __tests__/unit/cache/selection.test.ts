import { describe, expect, it } from 'vitest';
import { isEmpty, selectAll, selected, selectFiles } from '../../../src/cache/selection.js';
import { imagined, listed } from '../trees.js';

const TREE = [
  'http/',
  'http/x',
  'wheels/',
  'wheels/a/',
  'wheels/a/b/',
  'wheels/a/b/x',
  'wheels/a/empty/',
  'wheels/c/',
  'wheels/c/d/',
  'wheels/c/d/x',
  'wheels/c/d/y',
  'wheels/e/',
  'wheels/e/f/',
  'wheels/e/f/x',
  'wheels/e/y',
];

describe('selectFiles', () => {
  it.each([
    [
      'files, and directories that hold nothing else',
      TREE,
      'x',
      ['http', 'http/x', 'wheels/a/b', 'wheels/a/b/x', 'wheels/c/d/x', 'wheels/e/f', 'wheels/e/f/x'],
    ],
    ['nothing', TREE, 'z', []],
    [
      'all of a tree',
      ['wheels/', 'wheels/a/', 'wheels/a/x', 'wheels/b/', 'wheels/b/x'],
      'x',
      ['wheels', 'wheels/a', 'wheels/a/x', 'wheels/b', 'wheels/b/x'],
    ],
    ['a file behind a directory that stays', ['wheels/', 'wheels/a/', 'wheels/a/y', 'wheels/x'], 'x', ['wheels/x']],
    ['a file before one that stays', ['wheels/', 'wheels/x', 'wheels/y'], 'x', ['wheels/x']],
    ['no empty directory', ['wheels/', 'wheels/a/'], 'x', []],
  ])('%s', (_what, tree, name, expected) => {
    const { listing } = imagined(...tree);
    const selection = selectFiles(listing, (file) => {
      expect(file.kind).not.toBe('directory');
      return file.name === name;
    });
    expect(listed(listing, selection)).toEqual(expected);
    expect(isEmpty(selection)).toBe(expected.length === 0);
  });
});

describe('selectAll', () => {
  it('selects everything', () => {
    const { listing } = imagined(...TREE);
    expect([...selected(listing, selectAll(listing))]).toHaveLength(15);
    expect(isEmpty(selectAll(listing))).toBe(false);
    expect(isEmpty(selectAll(imagined().listing))).toBe(true);
  });
});
