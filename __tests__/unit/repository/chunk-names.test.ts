import { describe, expect, it } from 'vitest';
import { type Chunk, chunkNames } from '../../../scripts/lib/chunk-names.mjs';

const chunk = (id: number, modules: string[], origins: [request: string, moduleName: string][] = []): Chunk => ({
  id,
  entry: id === 1,
  modules: modules.map((name) => ({ name })),
  origins: origins.map(([request, moduleName]) => ({ request, moduleName })),
});

const RESET = './build/reset/reset.js';
const STEP = './build/steps/reset-step.js';
const ENTRY = chunk(1, ['./build/main.js']);

describe('chunkNames', () => {
  it.each<[string, Chunk, string]>([
    [
      'the imported module',
      chunk(2, ['./build/inventory/contents.js'], [['../inventory/contents.js', RESET]]),
      'contents',
    ],
    [
      'the imported module, into which others are merged',
      chunk(2, ['./build/modes/plan.js', './build/modes/remove.js + 2 modules'], [['../modes/remove.js', RESET]]),
      'remove',
    ],
    [
      'the imported module with its folder',
      chunk(
        2,
        ['./build/steps/on-failure/state.js', './build/steps/on-failure/steps.js'],
        [['./steps/on-failure/steps.js', './build/main.js']],
      ),
      'on-failure-steps',
    ],
    [
      'the module that several import',
      chunk(
        2,
        ['./build/steps/work.js'],
        [
          ['./work.js', STEP],
          ['../work.js', './build/steps/on-failure/steps.js'],
        ],
      ),
      'work',
    ],
    [
      'the room of those that share it',
      chunk(
        2,
        ['./build/inventory/label.js'],
        [
          ['../inventory/a.js', RESET],
          ['../inventory/b.js', RESET],
        ],
      ),
      'inventory-shared',
    ],
    [
      'the room of those that share packages',
      chunk(
        2,
        ['./node_modules/x/index.js', 'external "fs"'],
        [
          ['../inventory/a.js', RESET],
          ['../inventory/b.js', RESET],
        ],
      ),
      'inventory-packages',
    ],
    [
      'the module that needs packages alone',
      chunk(2, ['./node_modules/x/index.js'], [['../inventory/a.js', RESET]]),
      'a-packages',
    ],
    [
      'the rooms of those that share it',
      chunk(
        2,
        ['./build/util/x.js'],
        [
          ['../inventory/a.js', RESET],
          ['./a.js', STEP],
        ],
      ),
      'inventory-steps-shared',
    ],
  ])('names a chunk after %s', (_what, given, name) => {
    expect(chunkNames([ENTRY, given])).toEqual(new Map([[2, name]]));
  });

  it('does not name two chunks alike', () => {
    const one = chunk(2, ['./build/reset/a.js'], [['./a.js', RESET]]);
    const other = chunk(3, ['./build/steps/a.js'], [['./a.js', STEP]]);
    expect(() => chunkNames([ENTRY, one, other])).toThrow('Chunks of one name: a,a');
  });
});
