import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../../../../src/inputs/inputs.js';
import { registrationIn, STATE_NAME, stateOf } from '../../../../src/steps/on-failure/state.js';

const PYTHON = resolve('/usr/bin/python3');
const CACHE = resolve('/home/me/.cache/pip');

/** The inputs of a step, as the runner gives them. */
function given(inputs: Record<string, string> = {}): Record<string, string> {
  const all: Record<string, string> = {};
  readInputs((name) => {
    all[name] = inputs[name] ?? '';
    return all[name];
  });
  return all;
}

const read = (value: string | undefined) => registrationIn({ [`STATE_${STATE_NAME}`]: value });

describe('the state', () => {
  it.each([
    [{}, { interpreter: PYTHON, cacheDirectory: CACHE }],
    [
      { 'min-size': '2GB', 'dry-run': 'true' },
      { interpreter: PYTHON, cacheDirectory: undefined },
    ],
    [
      { mode: 'remove', package: 'a\nb==1.2' },
      { interpreter: `${PYTHON} 3\n\u{1f40d}"`, cacheDirectory: CACHE },
    ],
  ])('hands over %j and %j', (inputs, remembered) => {
    const all = given(inputs);
    expect(read(stateOf(all, remembered))).toEqual({ inputs: readInputs((name) => all[name] ?? ''), ...remembered });
  });

  it.each([undefined, ''])('is none: %j', (value) => {
    expect(read(value)).toBeUndefined();
  });

  const whole = { version: 1, inputs: given(), interpreter: PYTHON, cacheDirectory: CACHE };
  it.each<[string, unknown, string]>([
    ['another version', { ...whole, version: 2 }, 'its version is 2, not 1'],
    ['no version', { ...whole, version: undefined }, 'its version is undefined, not 1'],
    ['a version as text', { ...whole, version: '1' }, 'its version is "1", not 1'],
    ['something more', { ...whole, more: 1 }, 'there is "more" in it'],
    ['no object', null, 'the whole is no object'],
    ['a list', [whole], 'the whole is no object'],
    ['a number', 1, 'the whole is no object'],
    ['no inputs', { ...whole, inputs: undefined }, 'inputs is no object'],
    ['inputs as text', { ...whole, inputs: 'mode=purge' }, 'inputs is no object'],
    [
      'an input that is missing',
      { ...whole, inputs: { ...given(), summary: undefined } },
      'the input "summary" is no text',
    ],
    ['an input that is no text', { ...whole, inputs: { ...given(), mode: ['purge'] } }, 'the input "mode" is no text'],
    ['no interpreter', { ...whole, interpreter: undefined }, 'interpreter is no absolute path'],
    ['a relative interpreter', { ...whole, interpreter: 'python3' }, 'interpreter is no absolute path'],
    ['an interpreter that is a list', { ...whole, interpreter: [PYTHON] }, 'interpreter is no absolute path'],
    ['no cache directory', { ...whole, cacheDirectory: undefined }, 'cacheDirectory is no absolute path'],
    ['a relative cache directory', { ...whole, cacheDirectory: 'cache' }, 'cacheDirectory is no absolute path'],
    ['an empty cache directory', { ...whole, cacheDirectory: '' }, 'cacheDirectory is no absolute path'],
  ])('is refused with %s', (_what, value, why) => {
    expect(() => read(JSON.stringify(value))).toThrow(
      expect.objectContaining({
        name: 'Refusal',
        message: `What was remembered for the end of the job can't be read: ${why}. Nothing was deleted.`,
      }),
    );
  });

  it.each(['x', '{', '{"version":1', 'undefined', '{} {}'])('is refused as %j, which is no JSON', (value) => {
    expect(() => read(value)).toThrow(
      /^What was remembered for the end of the job can't be read: .+JSON.+ Nothing was deleted\.$/,
    );
  });

  it.each([
    [{ mode: 'everything' }, 'Input "mode": "everything" is unknown.'],
    [{ mode: 'remove', package: '../..' }, 'looks like a path'],
    [{ 'min-size': 'x' }, 'Input "min-size": "x" is no size.'],
  ])('is refused with an input that is not allowed: %j', (inputs, message) => {
    const value = JSON.stringify({ ...whole, inputs: { ...whole.inputs, ...inputs } });
    expect(() => read(value)).toThrow(message);
  });
});
