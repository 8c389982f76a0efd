import { describe, expect, it } from 'vitest';
import { readInputs } from '../../../src/inputs/inputs.js';

const read = (given: Record<string, string>) => readInputs((name) => given[name] ?? '');

const DEFAULTS = {
  pythonPath: undefined,
  mode: 'purge',
  packages: [],
  builtWheelsOnly: false,
  dryRun: false,
  minSize: undefined,
  expectCacheDir: undefined,
  summary: true,
};

describe('readInputs', () => {
  it.each([
    [{}, {}],
    [{ mode: 'purge' }, {}],
    [{ 'python-path': 'py' }, { pythonPath: 'py' }],
    [{ 'expect-cache-dir': '~/.cache/pip' }, { expectCacheDir: '~/.cache/pip' }],
    [{ 'min-size': '1GiB' }, { minSize: 1_073_741_824 }],
    [{ 'min-size': '0' }, { minSize: 0 }],
    [
      { mode: 'remove', package: 'Numpy' },
      { mode: 'remove', packages: [{ text: 'Numpy', name: 'numpy' }] },
    ],
    [{ mode: 'inspect' }, { mode: 'inspect' }],
    [
      { mode: 'remove', package: 'a', 'built-wheels-only': 'true' },
      { mode: 'remove', packages: [{ text: 'a', name: 'a' }], builtWheelsOnly: true },
    ],
    [{ 'built-wheels-only': 'false' }, {}],
    ...['true', 'True', 'TRUE'].map((word) => [{ 'dry-run': word }, { dryRun: true }]),
    ...['false', 'False', 'FALSE'].map((word) => [{ summary: word }, { summary: false }]),
    [
      { 'dry-run': 'false', summary: 'true' },
      { dryRun: false, summary: true },
    ],
  ] as [Record<string, string>, object][])('reads %j', (given, differences) => {
    expect(read(given)).toEqual({ ...DEFAULTS, ...differences });
  });

  it.each([
    [{ mode: 'Purge' }, 'Input "mode": "Purge" is unknown. Allowed: purge, remove, inspect.'],
    [{ 'dry-run': 'yes' }, 'Input "dry-run": "yes" is no boolean. Allowed: true, false.'],
    [{ 'dry-run': 'tRUE' }, 'Input "dry-run": "tRUE" is no boolean. Allowed: true, false.'],
    [{ summary: '0' }, 'Input "summary": "0" is no boolean. Allowed: true, false.'],
    [{ summary: 'falsehood' }, 'Input "summary": "falsehood" is no boolean. Allowed: true, false.'],
    [{ summary: 'truefalse' }, 'Input "summary": "truefalse" is no boolean. Allowed: true, false.'],
    [{ 'min-size': 'big' }, 'Input "min-size": "big" is no size. Allowed: a size such as 500MB, 2GB or 1GiB.'],
    [
      { package: 'numpy' },
      'Input "package": "numpy" is given, but mode is "purge", which clears everything. ' +
        'Set mode to "remove", or leave package out.',
    ],
    [
      { mode: 'inspect', package: 'numpy' },
      'Input "package": "numpy" is given, but mode is "inspect", which is about the whole cache. ' +
        'Set mode to "remove", or leave package out.',
    ],
    [
      { mode: 'inspect', 'min-size': '1GB' },
      'Input "min-size": "1GB" is given, but mode is "inspect", which deletes nothing at any size. Leave it out.',
    ],
    ...['purge', 'inspect'].map((mode) => [
      { mode, 'built-wheels-only': 'true' },
      `Input "built-wheels-only": "true" is given, but mode is "${mode}". Allowed with mode "remove" only.`,
    ]),
    [{ 'built-wheels-only': 'yes' }, 'Input "built-wheels-only": "yes" is no boolean. Allowed: true, false.'],
    [
      { mode: 'remove' },
      'Input "package": "" is empty, but mode "remove" needs it. ' +
        'Allowed: names such as numpy, numpy==1.26.4 or my-company-*.',
    ],
    [
      { mode: 'remove', package: '*' },
      'Input "package": "*" would select every package; for that there is mode "purge". ' +
        'Allowed: a name such as numpy, numpy==1.26.4 or my-company-*, without extras, one per line or separated by commas.',
    ],
  ] as [Record<string, string>, string][])('refuses %j', (given, message) => {
    expect(() => read(given)).toThrow(expect.objectContaining({ name: 'Refusal', message }));
  });
});
