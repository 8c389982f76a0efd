import { type Entry, entries, type Listing } from './listing.js';

/** What happens to a directory in a walk: it is entered, filled, and left. `T` is what the caller keeps of it meanwhile. */
export interface Visitor<T> {
  /** A directory is entered: what to keep of it. */
  enter(directory: Entry): T;
  /** Something that is not a directory. */
  file(file: Entry, parent: T | undefined): void;
  /** All that the directory holds has been visited. */
  leave(directory: Entry, kept: T, parent: T | undefined): void;
}

/** Walks through a listing, each directory before and after what it holds. An area's root has no parent. */
export function walk<T>(listing: Listing, visitor: Visitor<T>): void {
  const open: { directory: Entry; kept: T }[] = [];
  const leaveTo = (depth: number) => {
    for (let last = open.at(-1); last && last.directory.depth >= depth; last = open.at(-1)) {
      open.pop();
      visitor.leave(last.directory, last.kept, open.at(-1)?.kept);
    }
  };
  for (const entry of entries(listing)) {
    leaveTo(entry.depth);
    if (entry.kind === 'directory') open.push({ directory: entry, kept: visitor.enter(entry) });
    else visitor.file(entry, open.at(-1)?.kept);
  }
  leaveTo(0);
}
