import { existsSync } from 'node:fs';
import type { Listing } from '../cache/listing.js';
import type { Inventory } from '../inventory/label.js';
import { type Pace, startPace } from '../util/pace.js';

/** How to look into a cache. */
export interface Look {
  readonly say: (line: string) => void;
  /** Aborted: nobody wants to know any more. */
  readonly signal: AbortSignal;
  /** Whether it goes on beside a pip that purges: then in one thread, and it gives up when files vanish. Else they count as unknown. */
  readonly beside: boolean;
  /** Whether only built wheels are wanted; then the rest counts as unknown. */
  readonly builtWheelsOnly: boolean;
}

/**
 * Looks into a cache for what its entries are.
 *
 * @returns undefined when it gave up, or was not done in time.
 */
export async function lookInside(listing: Listing, look: Look): Promise<Inventory | undefined> {
  const { say, signal, beside, builtWheelsOnly } = look;
  const { takeInventory } = await import('../inventory/take-inventory.js');
  return takeInventory(listing, {
    pace: paceOfLooking(say),
    signal,
    workerFile: beside || builtWheelsOnly ? undefined : workerFile(),
    allOrNone: beside,
    area: builtWheelsOnly ? 'wheels' : undefined,
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
