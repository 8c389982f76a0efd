import { describe, expect, it } from 'vitest';
import { sameVersion } from '../../../src/util/versions.js';

describe('sameVersion', () => {
  it.each([
    ['1.2', '1.2', true],
    ['1.2', '1.2.0', true],
    ['1.2.0', '1.2', true],
    ['1.2', '1.20', false],
    ['1.20', '1.2', false],
    ['1.2', '1.2.1', false],
    ['1.2', '1.2+local', true],
    ['1.2+local', '1.2+local', true],
    ['1.2+local', '1.2', false],
    ['1.2+local', '1.2+other', false],
    ['1.2+local', '1.2.0+local', true],
    ['2.1.0+cu118', '2.1.0+cu118', true],
    ['2.1.0+cu118', '2.1.0+cu121', false],
    ['2.1.0', '2.1.0+cu121', true],
    ['1.2+A-1', '1.2+a.1', true],
    ['1.2+a-1', '1.2+a_1', true],
    ['1.2rc1+local', '1.2rc1+local', true],
    ['1.2rc1+local', '1.2rc1+other', false],
    ['1.2', '1.2rc1', false],
    ['1.2rc1', '1.2rc1', true],
    ['1.2-RC.1', '1.2rc1', true],
    ['1.2.dev3', '1.2.dev3', true],
    ['1.2', '1.2.post1', false],
    ['1.2.post1', '1.2_1', true],
    ['1.2-1', '1.2.post1', true],
    ['1.2', '1.2_1', false],
    ['1!1.2', '1!1.2', true],
    ['1.2', '1!1.2', false],
    // numbers that doubles can't tell apart: digit by digit
    ['1.20241122123456789', '1.20241122123456789', true],
    ['1.20241122123456789', '1.20241122123456788', false],
    ['1.9007199254740993', '1.9007199254740992', false],
    ['1.0+20241122123456789', '1.0+20241122123456788', false],
    ['1.0', '1.20241122123456789', false],
    ['1.999999999999999', '1.999999999999999.0', true],
    // not PEP 440: letter by letter, but for `-`, which is `_` in file names
    ['2004a-x', '2004a_x', true],
    ['2004a-x', '2004a-x', true],
    ['2004a-x', '2004a-y', false],
    ['2004a_x', '2004a_x', true],
    ['1.2-x-y', '1.2_x_y', true],
    ['banana', 'banana', true],
    ['banana', 'Banana', false],
    ['1.2', 'banana', false],
  ])('%s asked for, %s in a file name: %s', (wanted, inFileName, same) => {
    expect(sameVersion(wanted, inFileName)).toBe(same);
  });
});
