import { describe, expect, it } from 'vitest';
import { codeOf, messageOf, Refusal } from '../../../src/util/errors.js';

describe('errors', () => {
  it.each([
    [new Error('no'), 'no'],
    [new Refusal('never'), 'never'],
    ['words', 'words'],
    [undefined, 'undefined'],
    [null, 'null'],
    [7, '7'],
  ])('the message of %o', (thrown, message) => {
    expect(messageOf(thrown)).toBe(message);
  });

  it.each([
    [Object.assign(new Error(), { code: 'EACCES' }), 'EACCES'],
    [Object.assign(new Error(), { code: 9 }), '9'],
    [new Error('EACCES'), 'unknown'],
    [{ code: 'EACCES' }, 'unknown'],
    [undefined, 'unknown'],
  ])('the code of %o', (thrown, code) => {
    expect(codeOf(thrown)).toBe(code);
  });

  it('a refusal is an error with a name of its own', () => {
    expect(new Refusal('x')).toBeInstanceOf(Error);
    expect(`${new Refusal('x')}`).toBe('Refusal: x');
  });
});
