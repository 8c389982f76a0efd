import { describe, expect, it } from 'vitest';
import { parseWheelName } from '../../../../src/inventory/names/wheel-name.js';

describe('parseWheelName', () => {
  it.each([
    ['numpy-1.26.4-cp312-cp312-linux_x86_64.whl', 'numpy', '1.26.4'],
    ['Foo.Bar-1.0-py3-none-any.whl', 'Foo.Bar', '1.0'],
    ['scikit_learn-1.0.post1-7-py3-none-any.whl', 'scikit_learn', '1.0.post1'],
    ['torch-2.1.0+cu118-py3-none-any.whl', 'torch', '2.1.0+cu118'],
    ['a-1!2_x-py3.WHL', 'a', '1!2_x'],
    ['a__b-1-\u00e9.whl', 'a__b', '1'],
  ])('of %s', (fileName, name, version) => {
    expect(parseWheelName(fileName)).toEqual({ name, version });
  });

  it.each([
    '',
    'origin.json',
    'numpy.whl',
    'numpy-1.0.whl',
    'numpy-1.0-.whl',
    'numpy-1.0-py3-none-any.whl.tmp',
    '_a-1-py3.whl',
    'a_-1-py3.whl',
    '-1-py3.whl',
    'a--py3.whl',
    'a b-1-py3.whl',
    '\u00e9-1-py3.whl',
  ])('%j is no name of a wheel', (fileName) => {
    expect(parseWheelName(fileName)).toBeUndefined();
  });
});
