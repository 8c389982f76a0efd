import { sums } from '../util/sums.js';
import { type Area, byArea } from './areas.js';

/** A number of files and directories. */
export interface Count {
  /** Everything that is not a directory. A symbolic link counts as a file. */
  readonly files: number;
  /** Directories, including the root of an area. */
  readonly directories: number;
}

/** A count with sizes, the unit of all reports. */
export interface Tally extends Count {
  /** Apparent size in bytes, as reported by `lstat`. */
  readonly bytes: number;
  /** Allocated size in bytes, including directories. A file with several names in the cache counts once. */
  readonly diskBytes: number;
}

/** An empty tally. */
export const NOTHING: Tally = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };

/** An empty count. */
export const NONE: Count = { files: 0, directories: 0 };

/** Returns a mutable count for each area, starting at zero. */
export function countByArea(): Record<Area, { -readonly [K in keyof Count]: number }> {
  return byArea(() => ({ files: 0, directories: 0 }));
}

/** Returns the sum of some counts. */
export function sumOfCounts(counts: Iterable<Count>): Count {
  return sums(counts, 'files', 'directories');
}

/** Subtracts a part of a tally from the whole. */
export function minus(whole: Tally, part: Tally): Tally {
  return {
    files: whole.files - part.files,
    bytes: whole.bytes - part.bytes,
    directories: whole.directories - part.directories,
    diskBytes: whole.diskBytes - part.diskBytes,
  };
}

/** Returns the sum of some tallies. */
export function sum(tallies: Iterable<Tally>): Tally {
  return sums(tallies, 'files', 'bytes', 'directories', 'diskBytes');
}
