import { type Entry, entries, type Listing } from './listing.js';

/** What became of an entry of the earlier listing: it is in the later one too, or it isn't. */
export interface ComparedEntry {
  readonly entry: Entry;
  readonly gone: boolean;
}

/**
 * Walks two listings of one cache directory side by side and says of each entry of the earlier one, in its order,
 * whether the later one still has it. What only the later one has (another job added it) is passed over. An entry that
 * was a directory and is a file now, or the other way round, is gone, and so is a file in whose place another job has
 * put a new one: pip's file names are hashes of addresses, so that the next install takes the same ones. What comes
 * after the end of an incomplete later listing counts as still there.
 */
export function* compareListings(earlier: Listing, later: Listing): Generator<ComparedEntry, undefined> {
  const before = entries(earlier);
  const after = entries(later);
  let was = before.next().value;
  let is = after.next().value;
  while (was) {
    const order = is ? compare(was, is) : -1;
    if (order < 0) {
      yield { entry: was, gone: is !== undefined || later.complete };
      was = before.next().value;
    } else if (order > 0) {
      is = after.next().value;
    } else {
      yield { entry: was, gone: is === undefined || !same(was, is) };
      was = before.next().value;
      is = after.next().value;
    }
  }
}

function same(was: Entry, is: Entry): boolean {
  if (was.kind === 'directory' || is.kind === 'directory') return was.kind === is.kind;
  return was.born === is.born;
}

// Both cursors stand in directories that the two listings share, so that a smaller depth means: that listing has left
// the directory which the other one is still in.
function compare(was: Entry, is: Entry): number {
  if (was.depth !== is.depth) return is.depth - was.depth;
  if (was.name === is.name) return 0;
  return was.name < is.name ? -1 : 1;
}
