import { type Area, byArea } from './areas.js';
import { compareListings } from './compare.js';
import type { Entry } from './listing.js';
import { type Selection, selected } from './selection.js';
import type { Survey } from './survey.js';
import { type Count, NOTHING, type Tally } from './tally.js';

/** What was there at the survey `before` and isn't at the survey `after`, by area. */
export function removedBetween(before: Survey, after: Survey): Record<Area, Tally> {
  return tallyGone(before, goneEntries(before, after));
}

/** What would be removed if all that is selected went, by area. */
export function removedWith(before: Survey, selection: Selection): Record<Area, Tally> {
  return tallyGone(before, selected(before.listing, selection));
}

/** How much is gone that was not selected. */
export function goneBesides(before: Survey, after: Survey, selection: Selection): Count {
  const count = { files: 0, directories: 0 };
  for (const entry of goneEntries(before, after)) {
    if (!selection[entry.index]) count[entry.kind === 'directory' ? 'directories' : 'files'] += 1;
  }
  return count;
}

/** Whether something that was selected is still there. */
export function isLeft(before: Survey, after: Survey, selection: Selection): boolean {
  for (const { entry, gone } of compareListings(before.listing, after.listing)) {
    if (!gone && selection[entry.index]) return true;
  }
  return false;
}

/** The entries of the survey `before` that are gone at the survey `after`, as far as anybody can tell. */
export function* goneEntries(before: Survey, after: Survey): Generator<Entry> {
  const unseen = new Set(after.unreadable.map(({ path }) => path));
  // Whether what lay in a directory that can't be read any more is gone, nobody knows.
  let unseenDepth = Number.POSITIVE_INFINITY;
  for (const { entry, gone } of compareListings(before.listing, after.listing)) {
    if (entry.depth <= unseenDepth) unseenDepth = unseen.has(entry.path) ? entry.depth : Number.POSITIVE_INFINITY;
    if (gone && unseenDepth === Number.POSITIVE_INFINITY) yield entry;
  }
}

// A file with several names gives its blocks back when the last of them goes, wherever that is.
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
