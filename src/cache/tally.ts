/** How much there is, or went: what every part of a report counts. */
export interface Tally {
  /** Everything that is not a directory; a symbolic link is one file. */
  readonly files: number;
  /** Apparent size in bytes, as `lstat` tells it. */
  readonly bytes: number;
  /** Directories, the area's own root included. */
  readonly directories: number;
  /** Allocated bytes, those of directories included; a file with several names in the area counts once. */
  readonly diskBytes: number;
}

export const NOTHING: Tally = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };

/** The sum of tallies. */
export function sum(tallies: Iterable<Tally>): Tally {
  let [files, bytes, directories, diskBytes] = [0, 0, 0, 0];
  for (const tally of tallies) {
    files += tally.files;
    bytes += tally.bytes;
    directories += tally.directories;
    diskBytes += tally.diskBytes;
  }
  return { files, bytes, directories, diskBytes };
}
