import { beforeEach, expect, it, vi } from 'vitest';
import type { Listing } from '../../../src/cache/listing.js';
import type { InventoryOptions } from '../../../src/inventory/take-inventory.js';
import { lookInside } from '../../../src/reset/look-inside.js';

const takeInventory = vi.hoisted(() => vi.fn<(listing: Listing, tools: InventoryOptions) => Promise<undefined>>());
vi.mock('../../../src/inventory/take-inventory.js', () => ({ takeInventory }));
// There is a program for workers in dist/ only.
vi.mock('node:fs', () => ({ existsSync: () => true }));

const listing: Listing = { cacheDirectory: '/c', chunks: [], length: 0, complete: true };
const look = { say: () => {}, signal: new AbortController().signal, beside: false, builtWheelsOnly: false };

beforeEach(() => takeInventory.mockClear());

it('takes workers to look into all of a cache, and what vanishes for unknown', async () => {
  await lookInside(listing, look);
  const tools = takeInventory.mock.calls[0]?.[1];
  expect(tools).toMatchObject({ allOrNone: false, area: undefined, signal: look.signal });
  expect(tools?.workerFile?.pathname).toMatch(/\/src\/reset\/inventory-worker\.js$/);
});

it('takes no processor from a pip that purges, and gives up when that deletes what it reads', async () => {
  await lookInside(listing, { ...look, beside: true });
  expect(takeInventory.mock.calls[0]?.[1]).toMatchObject({ allOrNone: true, workerFile: undefined });
});

it('says how far it is', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    const said: string[] = [];
    await lookInside(listing, { ...look, say: (line) => said.push(line) });
    vi.advanceTimersByTime(2000);
    await takeInventory.mock.calls[0]?.[1].pace(() => '7 % looked into');
    expect(said).toEqual(['Looking into the cache: 7 % looked into.']);
  } finally {
    vi.useRealTimers();
  }
});

it('looks at built wheels alone where only they are wanted', async () => {
  await lookInside(listing, { ...look, builtWheelsOnly: true });
  expect(takeInventory.mock.calls[0]?.[1]).toMatchObject({ area: 'wheels', workerFile: undefined });
});
