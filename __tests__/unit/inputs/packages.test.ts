import { describe, expect, it } from 'vitest';
import { canonicalName, parsePackages, selectsName } from '../../../src/inputs/packages.js';

describe('canonicalName', () => {
  it.each([
    ['numpy', 'numpy'],
    ['Src_Dist.X', 'src-dist-x'],
    ['a-_.-b', 'a-b'],
    ['zope.interface', 'zope-interface'],
  ])('of %s is %s', (name, canonical) => {
    expect(canonicalName(name)).toBe(canonical);
  });
});

describe('parsePackages', () => {
  it.each([
    ['numpy', [{ text: 'numpy', name: 'numpy' }]],
    ['numpy==1.26.4', [{ text: 'numpy==1.26.4', name: 'numpy', version: '1.26.4' }]],
    ['torch==2.1.0+cu118', [{ text: 'torch==2.1.0+cu118', name: 'torch', version: '2.1.0+cu118' }]],
    ['a==1!2.0-1', [{ text: 'a==1!2.0-1', name: 'a', version: '1!2.0-1' }]],
    ['My_Company-*', [{ text: 'My_Company-*', name: 'my-company-*' }]],
    ['*-stubs', [{ text: '*-stubs', name: '*-stubs' }]],
    ['x', [{ text: 'x', name: 'x' }]],
    ['7*', [{ text: '7*', name: '7*' }]],
    [
      ' a , B\r\n\n  \nc\rd ',
      [
        { text: 'a', name: 'a' },
        { text: 'B', name: 'b' },
        { text: 'c', name: 'c' },
        { text: 'd', name: 'd' },
      ],
    ],
    [
      'a.b\na-b==1\nA_B\na_b==1\na_b==2',
      [
        { text: 'A_B', name: 'a-b' },
        { text: 'a_b==1', name: 'a-b', version: '1' },
        { text: 'a_b==2', name: 'a-b', version: '2' },
      ],
    ],
  ])('reads %j', (input, selectors) => {
    expect(parsePackages(input)).toEqual(selectors);
  });

  const allowed =
    'Allowed: a name such as numpy, numpy==1.26.4 or my-company-*, without extras, one per line or separated by commas.';
  it.each([
    ['a,,b', '"a,,b" has an empty name'],
    [',', '"," has an empty name'],
    ['-r', '"-r" looks like an option'],
    ['--all', '"--all" looks like an option'],
    ['numpy ==1', '"numpy ==1" has a space in it'],
    ['a\tb', '"a\\tb" has a space in it'],
    ['../a', '"../a" looks like a path'],
    ['a\\b', '"a\\\\b" looks like a path'],
    ['numpy>=1', '"numpy>=1" is not the name of a package'],
    ['numpy==', '"numpy==" does not end in one version'],
    ['numpy==1.*', '"numpy==1.*" does not end in one version'],
    ['numpy===1', '"numpy===1" does not end in one version'],
    ['numpy==1;python_version>"3"', '"numpy==1;python_version>\\"3\\"" does not end in one version'],
    ['numpy[all]', '"numpy[all]" is not the name of a package'],
    ['_a', '"_a" is not the name of a package'],
    ['a_', '"a_" is not the name of a package'],
    ['numpy?', '"numpy?" is not the name of a package'],
    ['naïve', '"naïve" is not the name of a package'],
    ['*', '"*" would select every package; for that there is mode "purge"'],
    ['*-*', '"*-*" would select every package; for that there is mode "purge"'],
    ['**==1', '"**==1" would select every package; for that there is mode "purge"'],
  ])('refuses %j', (input, problem) => {
    const error = (() => {
      try {
        return parsePackages(input);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ name: 'Refusal', message: `Input "package": ${problem}. ${allowed}` });
  });
});

describe('selectsName', () => {
  it.each([
    ['src-dist-x', 'Src_Dist.X', true],
    ['src-dist-x', 'src_dist', false],
    ['src-dist', 'src_dist_x', false],
    ['src-*', 'Src_Dist', true],
    ['src-*', 'src', false],
    ['*dist*', 'sdist', true],
    ['s*t', 'sdist_only', false],
  ])('%s, %s: %s', (name, distribution, selects) => {
    expect(selectsName({ text: '', name }, distribution)).toBe(selects);
  });
});
