import { existsSync } from 'node:fs';
import type { Inventory } from './cache/inventory/label.js';
import type { Listing } from './cache/listing.js';
import { type Pace, startPace } from './pace.js';

/**
 * Looks into a cache for what its entries are.
 *
 * @param signal aborted: nobody wants to know any more.
 * @param beside whether it goes on beside a pip that purges: then in one thread, and it gives up when files vanish. Else they count as unknown.
 * @returns undefined when it gave up, or was not done in time.
 */
export async function lookInside(
  listing: Listing,
  say: (line: string) => void,
  signal: AbortSignal,
  beside = false,
): Promise<Inventory | undefined> {
  const { takeInventory } = await import('./cache/inventory/take-inventory.js');
  return takeInventory(listing, {
    pace: paceOfLooking(say),
    signal,
    workerFile: beside ? undefined : workerFile(),
    allOrNone: beside,
  });
}

/** The pace of work that looks into a cache: every two seconds it says how far it is. */
export function paceOfLooking(say: (line: string) => void): Pace {
  return startPace((line) => say(`Looking into the cache: ${line}.`));
}

// In dist/ it is beside the bundle. Built from a literal, ncc would take the address for that of an asset.
function workerFile(): URL | undefined {
  const file = new URL(import.meta.url.replace(/[^/]*$/, 'inventory-worker.js'));
  return existsSync(file) ? file : undefined;
}
