import { describe, expect, it } from 'vitest';
import { counted, humanAge, humanCount, humanDuration, humanSize, isoTime, seconds } from '../../../src/util/units.js';

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

describe('humanAge', () => {
  it.each([
    [0, '0s'],
    [999, '0s'],
    [61_000, '1m'],
    [3 * 86_400_000 + 5, '3d'],
  ])('of %d ms', (milliseconds, text) => {
    expect(humanAge(milliseconds)).toBe(text);
  });
});

describe('isoTime', () => {
  it.each([
    [Date.UTC(2026, 10, 24, 1, 2, 3, 4), '2026-11-24T01:02:03.004Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
    [253_402_300_799_999, '9999-12-31T23:59:59.999Z'],
    [0, undefined],
    [253_402_300_800_000, undefined],
    [-1e14, undefined],
    [1e17, undefined],
    [Number.NaN, undefined],
  ])('of %d', (milliseconds, text) => {
    expect(isoTime(milliseconds)).toBe(text);
  });
});
