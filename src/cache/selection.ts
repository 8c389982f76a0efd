import { type Entry, entries, type Listing } from './listing.js';
import { walk } from './walk.js';

/** The entries of a listing to delete: 1 at the index of each such entry, otherwise 0. */
export type Selection = Uint8Array;

/** Selects every entry of a listing. */
export function selectAll(listing: Listing): Selection {
  return new Uint8Array(listing.length).fill(1);
}

/**
 * Selects the files that `wanted` accepts, and each directory that becomes empty when they are deleted. A directory
 * that is empty already is not selected.
 */
export function selectFiles(listing: Listing, wanted: (file: Entry) => boolean): Selection {
  const selection = new Uint8Array(listing.length);
  const record = (entry: Entry, isSelected: boolean, parent: Held | undefined) => {
    if (isSelected) selection[entry.index] = 1;
    if (parent) parent[isSelected ? 'selected' : 'kept'] = true;
  };
  walk<Held>(listing, {
    enter: () => ({ selected: false, kept: false }),
    file: (file, parent) => record(file, wanted(file), parent),
    leave: (directory, held, parent) => record(directory, held.selected && !held.kept, parent),
  });
  return selection;
}

/** Whether a directory holds something that is selected, and something that is not. */
interface Held {
  selected: boolean;
  kept: boolean;
}

/** Yields the selected entries, in the order of the listing. */
export function* selected(listing: Listing, selection: Selection): Generator<Entry> {
  for (const entry of entries(listing)) {
    if (selection[entry.index]) yield entry;
  }
}

/** Whether nothing is selected. */
export function isEmpty(selection: Selection): boolean {
  return !selection.includes(1);
}
