import { sums } from '../util/sums.js';
import { type Area, byArea } from './areas.js';

/** Some files and directories. */
export interface Count {
  /** Everything that is not a directory; a symbolic link is one file. */
  readonly files: number;
  /** Directories, an area's own root included. */
  readonly directories: number;
}

/** How much there is, or went: what every part of a report counts. */
export interface Tally extends Count {
  /** Apparent size in bytes, as `lstat` tells it. */
  readonly bytes: number;
  /** Allocated bytes, those of directories included; a file with several names in the area counts once. */
  readonly diskBytes: number;
}

export const NOTHING: Tally = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };

export const NONE: Count = { files: 0, directories: 0 };

/** A count that goes up, for each area. */
export function countByArea(): Record<Area, { -readonly [K in keyof Count]: number }> {
  return byArea(() => ({ files: 0, directories: 0 }));
}

/** The sum of counts. */
export function sumOfCounts(counts: Iterable<Count>): Count {
  return sums(counts, 'files', 'directories');
}

/** What is left of a tally when a part of it goes. */
export function minus(whole: Tally, part: Tally): Tally {
  return {
    files: whole.files - part.files,
    bytes: whole.bytes - part.bytes,
    directories: whole.directories - part.directories,
    diskBytes: whole.diskBytes - part.diskBytes,
  };
}

/** The sum of tallies. */
export function sum(tallies: Iterable<Tally>): Tally {
  return sums(tallies, 'files', 'bytes', 'directories', 'diskBytes');
}
