import { expect, it } from 'vitest';
import { minus, NOTHING } from '../../../src/cache/tally.js';

it('what is left of a tally when a part of it goes', () => {
  const whole = { files: 9, bytes: 900, directories: 5, diskBytes: 4096 };
  const part = { files: 2, bytes: 300, directories: 1, diskBytes: 1024 };
  expect(minus(whole, part)).toEqual({ files: 7, bytes: 600, directories: 4, diskBytes: 3072 });
  expect(minus(whole, whole)).toEqual(NOTHING);
});
