import { type Entry, entries, type Listing } from './listing.js';

/**
 * The callbacks of a walk. `T` is the state that the caller keeps for each directory while its contents are visited.
 */
export interface Visitor<T> {
  /** Called before the contents of a directory are visited. Returns the state of the directory. */
  enter(directory: Entry): T;
  /** Called for each entry that is not a directory. */
  file(file: Entry, parent: T | undefined): void;
  /** Called after the contents of a directory have been visited. */
  leave(directory: Entry, state: T, parent: T | undefined): void;
}

/** Walks through a listing depth first. The root of an area has no parent. */
export function walk<T>(listing: Listing, visitor: Visitor<T>): void {
  const open: { directory: Entry; state: T }[] = [];
  const leaveTo = (depth: number) => {
    for (let last = open.at(-1); last && last.directory.depth >= depth; last = open.at(-1)) {
      open.pop();
      visitor.leave(last.directory, last.state, open.at(-1)?.state);
    }
  };
  for (const entry of entries(listing)) {
    leaveTo(entry.depth);
    if (entry.kind === 'directory') open.push({ directory: entry, state: visitor.enter(entry) });
    else visitor.file(entry, open.at(-1)?.state);
  }
  leaveTo(0);
}
