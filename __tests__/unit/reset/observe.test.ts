import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { readInputs } from '../../../src/inputs/inputs.js';
import type { Inventory } from '../../../src/inventory/label.js';
import type { takeInventory as TakeInventory } from '../../../src/inventory/take-inventory.js';
import type { Run } from '../../../src/reset/context.js';
import { observe } from '../../../src/reset/observe.js';
import { MAIN_STEP } from '../../../src/reset/step-kind.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { pipRun } from '../results.js';
import { plant } from '../trees.js';

const WORKERS = new URL('file:///inventory-worker.js');
const takeInventory = vi.hoisted(() => vi.fn<typeof TakeInventory>());
vi.mock('../../../src/inventory/take-inventory.js', () => ({ takeInventory, workerFile: () => WORKERS }));

afterAll(removeTemporaryDirectories);
beforeEach(() => void takeInventory.mockReset());

/** Observes a cache with so many files, with these inputs. */
async function observed(inputs: Record<string, string>, files = 3) {
  const cache = temporaryDirectory('observed');
  plant(cache, ...Array.from({ length: files }, (_, index) => `http-v2/${index}`));
  const said: string[] = [];
  const run: Run = {
    env: {},
    inputs: readInputs((name) => inputs[name] ?? ''),
    progress: { say: (line) => said.push(line), pipRan: ({ command }) => said.push(command), debug: () => {} },
    signal: new AbortController().signal,
    stepKind: MAIN_STEP,
    job: { env: {}, workspace: cache, platform: 'linux' },
    scratch: { top: cache, empty: cache },
    started: 0,
  };
  const pip = {
    interpreter: '/py',
    run: async () => pipRun('cache info'),
    version: async () => '24.0',
    close: async () => {},
  };
  const found = { kind: 'found', pip, directory: cache, dir: pipRun('cache dir') } as const;
  const observation = await observe(found, run, new AbortController().signal);
  await observation.inventory;
  return { observation, said, options: takeInventory.mock.calls[0]?.[1] };
}

it('examines all of a cache with workers, and takes what vanishes for unknown', async () => {
  const { options } = await observed({ mode: 'inspect' });
  expect(options).toMatchObject({ workerFile: WORKERS, area: undefined });
  expect(options?.allOrNone).not.toBe(true);
});

it('takes no processor from a pip that purges, and gives up when that deletes what it reads', async () => {
  const { options } = await observed({}, 1000);
  expect(options).toMatchObject({ allOrNone: true });
  expect(options?.workerFile).toBeUndefined();
});

it('examines built wheels alone where only they are wanted', async () => {
  const { options } = await observed({ mode: 'remove', package: 'six', 'built-wheels-only': 'true' });
  expect(options).toMatchObject({ area: 'wheels', workerFile: undefined });
});

it.each<[string, Record<string, string>]>([
  ['a purge of a small cache', {}],
  ['a cache below min-size', { mode: 'remove', package: 'six', 'min-size': '1GB' }],
])('examines nothing for %s', async (_what, inputs) => {
  const { observation, options } = await observed(inputs);
  expect(options).toBeUndefined();
  expect(await observation.inventory).toBeUndefined();
  expect(observation.belowThreshold).toBe(inputs['min-size'] !== undefined);
});

it('does without the inventory of a purge that fails, and says so', async () => {
  takeInventory.mockRejectedValue(new Error('no memory'));
  const { observation, said } = await observed({}, 1000);
  expect(await observation.inventory).toBeUndefined();
  expect(said).toContain('The projects in the cache are not reported, because it could not be examined: no memory.');
});

it('fails when the inventory that a mode needs fails', async () => {
  takeInventory.mockRejectedValue(new Error('no memory'));
  await expect(observed({ mode: 'inspect' })).rejects.toThrow('no memory');
});

it('hands out the inventory that it waited for', async () => {
  const inventory = {} as Inventory;
  takeInventory.mockResolvedValue(inventory);
  const { observation } = await observed({ 'dry-run': 'true' });
  expect(await observation.inventory).toBe(inventory);
  expect(observation.pipRuns.map(({ args }) => args.join(' '))).toEqual(['cache dir', 'cache info']);
});

it('says how far it is', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    const { options, said } = await observed({ mode: 'inspect' });
    vi.advanceTimersByTime(2000);
    await options?.pace(() => '7 % looked into');
    expect(said).toContain('Looking into the cache: 7 % looked into.');
  } finally {
    vi.useRealTimers();
  }
});
