import { existsSync } from 'node:fs';
import type { Inventory } from './cache/inventory/label.js';
import type { Listing } from './cache/listing.js';
import { startPace } from './pace.js';

/**
 * Looks into a cache for what its entries are.
 *
 * @param signal aborted: nobody wants to know any more.
 * @param allOrNone whether to give up when files vanish meanwhile; else they count as unknown.
 * @returns undefined when it gave up, or was not done in time.
 */
export async function lookInside(
  listing: Listing,
  say: (line: string) => void,
  signal: AbortSignal,
  allOrNone = false,
): Promise<Inventory | undefined> {
  const { takeInventory } = await import('./cache/inventory/take-inventory.js');
  const pace = startPace((line) => say(`Looking into the cache: ${line}.`));
  return takeInventory(listing, { pace, signal, workerFile: workerFile(), allOrNone });
}

// In dist/ it is beside the bundle. Built from a literal, ncc would take the address for that of an asset.
function workerFile(): URL | undefined {
  const file = new URL(import.meta.url.replace(/[^/]*$/, 'inventory-worker.js'));
  return existsSync(file) ? file : undefined;
}
