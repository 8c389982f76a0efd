import { type Entry, entries, type Listing } from './listing.js';

/** Which entries of a listing are to go: at an entry's index, 1 or 0. */
export type Selection = Uint8Array;

/** The selection of everything. */
export function selectAll(listing: Listing): Selection {
  return new Uint8Array(listing.length).fill(1);
}

/**
 * The selection of the files that `wanted` says yes to, and of each directory that holds nothing else: it is empty once
 * they are gone. A directory that was empty before stays.
 */
export function selectFiles(listing: Listing, wanted: (file: Entry) => boolean): Selection {
  const selection = new Uint8Array(listing.length);
  const open: { entry: Entry; selected: boolean; keeps: boolean }[] = [];
  const close = (depth: number) => {
    for (let directory = open.at(-1); directory && directory.entry.depth >= depth; directory = open.at(-1)) {
      open.pop();
      const goes = directory.selected && !directory.keeps;
      if (goes) selection[directory.entry.index] = 1;
      const parent = open.at(-1);
      if (parent) parent[goes ? 'selected' : 'keeps'] = true;
    }
  };
  for (const entry of entries(listing)) {
    close(entry.depth);
    if (entry.kind === 'directory') {
      open.push({ entry, selected: false, keeps: false });
      continue;
    }
    const goes = wanted(entry);
    if (goes) selection[entry.index] = 1;
    const parent = open.at(-1);
    if (parent) parent[goes ? 'selected' : 'keeps'] = true;
  }
  close(0);
  return selection;
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
