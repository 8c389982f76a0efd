import { describe, expect, it } from 'vitest';
import { matchesWildcard } from '../../../src/util/wildcard.js';

describe('matchesWildcard', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
    ['a', 'a', true],
    ['a', 'ab', false],
    ['ab', 'a', false],
    ['*', '', true],
    ['*', 'anything\nat all', true],
    ['**', 'x', true],
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'bab', false],
    ['*a', 'baba', true],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'aXcXb', false],
    ['*ab*ab', 'abab', true],
    ['*ab*ab', 'abb', false],
    ['[Aa]b', 'Ab', true],
    ['[Aa]b', 'ab', true],
    ['[Aa]b', 'cb', false],
    ['[Aa]b', '[Aa]b', false],
    ['a[._]*', 'a.x', true],
    ['a[._]*', 'a-x', false],
    ['[a', '[a', true],
    ['[]', '[]', true],
    ['a.b', 'axb', false],
    ['a?', 'ab', false],
    ['a?', 'a?', true],
    ['\n', '\n', true],
  ])('%j, %j: %s', (pattern, text, matches) => {
    expect(matchesWildcard(pattern, text)).toBe(matches);
  });

  it('takes no time for what a backtracking regular expression never ends with', () => {
    expect(matchesWildcard('*a'.repeat(200), `${'a'.repeat(5000)}b`)).toBe(false);
  });
});
