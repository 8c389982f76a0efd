import { type Area, byArea } from './areas.js';
import { compareListings } from './compare.js';
import type { Entry } from './listing.js';
import { type Selection, selected } from './selection.js';
import type { Survey } from './survey.js';
import { type Count, NOTHING, type Tally } from './tally.js';

/** Counts, by area, what the survey `before` has and the survey `after` no longer has. */
export function removedBetween(before: Survey, after: Survey): Record<Area, Tally> {
  return tallyGone(before, goneEntries(before, after));
}

/** Counts, by area, what would be removed if the whole selection was deleted. */
export function removedWith(before: Survey, selection: Selection): Record<Area, Tally> {
  return tallyGone(before, selected(before.listing, selection));
}

/** Counts what is gone although it was not selected. */
export function goneBesides(before: Survey, after: Survey, selection: Selection): Count {
  const count = { files: 0, directories: 0 };
  for (const entry of goneEntries(before, after)) {
    if (!selection[entry.index]) count[entry.kind === 'directory' ? 'directories' : 'files'] += 1;
  }
  return count;
}

/** Whether any entry of the selection is still there. */
export function isLeft(before: Survey, after: Survey, selection: Selection): boolean {
  for (const { entry, gone } of compareListings(before.listing, after.listing)) {
    if (!gone && selection[entry.index]) return true;
  }
  return false;
}

/**
 * Yields the entries of the survey `before` that are missing from the survey `after`. Entries below a directory that
 * can no longer be read are left out, because they may still exist.
 */
export function* goneEntries(before: Survey, after: Survey): Generator<Entry> {
  const unreadable = new Set(after.unreadable.map(({ path }) => path));
  let unreadableDepth = Number.POSITIVE_INFINITY;
  for (const { entry, gone } of compareListings(before.listing, after.listing)) {
    if (entry.depth <= unreadableDepth) {
      unreadableDepth = unreadable.has(entry.path) ? entry.depth : Number.POSITIVE_INFINITY;
    }
    if (gone && unreadableDepth === Number.POSITIVE_INFINITY) yield entry;
  }
}

// The blocks of a file with several names are freed only when its last name is deleted, wherever that is.
function tallyGone(before: Survey, gone: Iterable<Entry>): Record<Area, Tally> {
  const tallies = byArea(() => ({ ...NOTHING }) as { -readonly [K in keyof Tally]: number });
  const namesGone = new Map<string, number>();
  for (const entry of gone) {
    const tally = tallies[entry.area];
    tally[entry.kind === 'directory' ? 'directories' : 'files'] += 1;
    tally.bytes += entry.bytes;
    const inode = before.inodes.get(entry.index);
    if (inode) {
      const count = (namesGone.get(inode.id) ?? 0) + 1;
      namesGone.set(inode.id, count);
      if (count < inode.names) continue;
    }
    tally.diskBytes += entry.diskBytes;
  }
  return tallies;
}
