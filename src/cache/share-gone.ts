import { lstatSync } from 'node:fs';
import { entries, type Listing } from './listing.js';
import { type BytePath, fsPath } from './paths.js';

const SAMPLES = 256;

/**
 * A cheap estimate of how much of a listing is gone by now, for lines of progress only.
 *
 * @returns a function that looks at some of the entries, evenly spread, and gives the share that is gone, from 0 to 1;
 * undefined when there are none.
 */
export function shareGone(listing: Listing): () => number | undefined {
  let samples: BytePath[] | undefined;
  return () => {
    samples ??= spread(listing);
    const gone = samples.filter((path) => !exists(path)).length;
    return samples.length === 0 ? undefined : gone / samples.length;
  };
}

function spread(listing: Listing): BytePath[] {
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
