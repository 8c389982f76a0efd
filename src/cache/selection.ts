import { type Entry, entries, type Listing } from './listing.js';
import { walk } from './walk.js';

/** Which entries of a listing are to go: at an entry's index, 1 or 0. */
export type Selection = Uint8Array;

/** The selection of everything. */
export function selectAll(listing: Listing): Selection {
  return new Uint8Array(listing.length).fill(1);
}

/**
 * The selection of the files that `wanted` accepts, and of each directory that holds nothing else: it is empty once they are gone. A
 * directory that was empty before stays.
 */
export function selectFiles(listing: Listing, wanted: (file: Entry) => boolean): Selection {
  const selection = new Uint8Array(listing.length);
  const select = (entry: Entry, goes: boolean, parent: Held | undefined) => {
    if (goes) selection[entry.index] = 1;
    if (parent) parent[goes ? 'selected' : 'kept'] = true;
  };
  walk<Held>(listing, {
    enter: () => ({ selected: false, kept: false }),
    file: (file, parent) => select(file, wanted(file), parent),
    leave: (directory, held, parent) => select(directory, held.selected && !held.kept, parent),
  });
  return selection;
}

/** Whether a directory holds something that is selected, and something that is not. */
interface Held {
  selected: boolean;
  kept: boolean;
}

/** The selected entries, in the order of the listing. */
export function* selected(listing: Listing, selection: Selection): Generator<Entry> {
  for (const entry of entries(listing)) {
    if (selection[entry.index]) yield entry;
  }
}

/** Whether nothing is selected. */
export function isEmpty(selection: Selection): boolean {
  return !selection.includes(1);
}
