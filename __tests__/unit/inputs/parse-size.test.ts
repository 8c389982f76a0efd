import { describe, expect, it } from 'vitest';
import { parseSize } from '../../../src/inputs/parse-size.js';

describe('parseSize', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['12b', 12],
    ['500MB', 500_000_000],
    ['500 mb', 500_000_000],
    ['2GB', 2_000_000_000],
    ['1kB', 1000],
    ['1KB', 1000],
    ['1TB', 1_000_000_000_000],
    ['1KiB', 1024],
    ['1MiB', 1_048_576],
    ['1GiB', 1_073_741_824],
    ['1TiB', 1_099_511_627_776],
    ['1.5GiB', 1_610_612_736],
    ['0.1', 1],
    ['1.0001kB', 1001],
    ['0.067GB', 67_000_000],
    ['1.001kB', 1001],
    ['4.35MB', 4_350_000],
    ['8.2GB', 8_200_000_000],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each([
    '',
    ' ',
    'MB',
    '-1',
    '+1',
    '1e3',
    '.5MB',
    '1.MB',
    '1,5MB',
    '1  MB',
    '1MB ',
    '12 bananas',
    '1m',
    '1 constructor',
    '1PB',
    '0x10',
    'NaN',
    'Infinity',
    '9007199254740992',
    '9007199254741TB',
    '1MB\n2',
  ])('%j is no size', (text) => {
    expect(parseSize(text)).toBeUndefined();
  });
});
