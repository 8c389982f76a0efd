import { lstatSync } from 'node:fs';
import { entries, type Listing } from './listing.js';
import { type BytePath, fsPath } from './paths.js';

const SAMPLES = 256;

/**
 * Prepares a cheap estimate of how much of a listing has been deleted, for lines of progress only.
 *
 * @returns a function that checks whether a sample of the entries still exists, evenly sampledPaths over the listing.
 *   It returns the share that is gone, from 0 to 1, or undefined if the listing is empty.
 */
export function shareGone(listing: Listing): () => number | undefined {
  let samples: BytePath[] | undefined;
  return () => {
    samples ??= sampledPaths(listing);
    const gone = samples.filter((path) => !exists(path)).length;
    return samples.length === 0 ? undefined : gone / samples.length;
  };
}

function sampledPaths(listing: Listing): BytePath[] {
  const step = Math.max(1, Math.floor(listing.length / SAMPLES));
  const paths: BytePath[] = [];
  for (const entry of entries(listing)) {
    if (entry.index >= paths.length * step) paths.push(entry.path);
  }
  return paths;
}

function exists(path: BytePath): boolean {
  try {
    return lstatSync(fsPath(path), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
