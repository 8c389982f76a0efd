import { describe, expect, it } from 'vitest';
import { counted, humanCount, humanDuration, humanSize, seconds } from '../../src/units.js';

describe('units', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [517_000, '517 kB'],
    [2_345_678, '2.35 MB'],
    [5_000_000_000, '5 GB'],
  ])('%d bytes: %s', (bytes, text) => {
    expect(humanSize(bytes)).toBe(text);
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [12_345, '12,345'],
    [1_234_567, '1,234,567'],
  ])('the count %d: %s', (count, text) => {
    expect(humanCount(count)).toBe(text);
  });

  it.each([
    [0, 'file', undefined, '0 files'],
    [1, 'file', undefined, '1 file'],
    [12_345, 'file', undefined, '12,345 files'],
    [1, 'directory', 'directories', '1 directory'],
    [2, 'directory', 'directories', '2 directories'],
  ])('%d of %s (%s): %s', (count, singular, plural, text) => {
    expect(counted(count, singular, plural)).toBe(text);
  });

  it.each([
    [0, '0.0s'],
    [49, '0.0s'],
    [779.6, '0.8s'],
    [1000, '1s'],
    [2345.6, '2.3s'],
    [64_500, '1m 4.5s'],
  ])('%d milliseconds: %s', (milliseconds, text) => {
    expect(humanDuration(milliseconds)).toBe(text);
  });

  it.each([
    [0, '0 s'],
    [1499, '1 s'],
    [3999, '4 s'],
    [90_000, '90 s'],
  ])('%d milliseconds in seconds: %s', (milliseconds, text) => {
    expect(seconds(milliseconds)).toBe(text);
  });
});
