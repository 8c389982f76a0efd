import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../util/errors.js';
import type { Pace } from '../util/pace.js';
import type { Area } from './areas.js';
import { compareListings } from './compare.js';
import type { Entry } from './listing.js';
import { type BytePath, fsPath } from './paths.js';
import type { Selection } from './selection.js';
import type { Failure, Survey } from './survey.js';
import { type Count, countByArea, sumOfCounts } from './tally.js';

/** The calls that change the disk. A parameter, so that a test can put in the answers of other systems. */
export interface FileSystem {
  lstatSync: (path: string | Buffer) => { isDirectory(): boolean };
  unlinkSync: (path: string | Buffer) => void;
  rmdirSync: (path: string | Buffer) => void;
}

const nodeFileSystem: FileSystem = { lstatSync, unlinkSync, rmdirSync };

/** What a deletion did. */
export interface Deletion {
  /** What it took away. */
  readonly deleted: Readonly<Record<Area, Count>>;
  /** What it could not. */
  readonly failures: readonly Failure[];
  /** Directories in which something was again, or still. */
  readonly notEmpty: number;
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
}

// Another process was faster, or has put something new there: neither is a failure. Unless what is in there could not
// be read.
const GONE = new Set(['ENOENT', 'ENOTDIR']);
const IN_USE_AGAIN = new Set(['ENOTEMPTY', 'EEXIST']);

/** What to delete, and how. */
export interface DeleteOptions {
  readonly selection: Selection;
  readonly pace: Pace;
  /** Asked before each entry. Once it returns true, the rest stays. */
  readonly stop: () => boolean;
  /** Default: that of Node. */
  readonly fileSystem?: FileSystem | undefined;
}

/**
 * Deletes the entries that were selected from the survey `before` and are still there in the survey `now`, and none
 * that came in between. The only function that deletes entries of a cache.
 */
export async function deleteSelected(before: Survey, now: Survey, options: DeleteOptions): Promise<Deletion> {
  const { selection, pace, stop, fileSystem = nodeFileSystem } = options;
  const failures: Failure[] = [];
  const deleted = countByArea();
  const open: Entry[] = [];
  const notEmpty = new Set<BytePath>();
  let stopped = false;

  const attempt = (entry: Entry, remove: (path: string | Buffer) => void) => {
    stopped ||= stop();
    if (stopped) return;
    try {
      remove(fsPath(entry.path));
      deleted[entry.area][entry.kind === 'directory' ? 'directories' : 'files'] += 1;
    } catch (thrown) {
      const code = codeOf(thrown);
      if (IN_USE_AGAIN.has(code) && entry.kind === 'directory') notEmpty.add(entry.path);
      else if (!GONE.has(code) && !isReplaced(entry)) failures.push({ path: entry.path, code });
    }
  };
  // A new directory in the place of a file: EISDIR on Linux, EPERM elsewhere.
  const isReplaced = (entry: Entry) => entry.kind !== 'directory' && isDirectory(entry.path, fileSystem);
  const closeTo = (depth: number) => {
    for (let directory = open.at(-1); directory && directory.depth >= depth; directory = open.at(-1)) {
      open.pop();
      if (selection[directory.index]) attempt(directory, fileSystem.rmdirSync);
    }
  };

  // A directory that has become a link since the survey is not entered: what is below its name isn't pip's.
  let skipBelow = Number.POSITIVE_INFINITY;
  for (const { entry, gone } of compareListings(before.listing, now.listing)) {
    closeTo(entry.depth);
    if (stopped) break;
    if (entry.depth > skipBelow) continue;
    skipBelow = Number.POSITIVE_INFINITY;
    if (gone) continue;
    if (entry.kind !== 'directory') {
      if (selection[entry.index]) attempt(entry, fileSystem.unlinkSync);
    } else if (isDirectory(entry.path, fileSystem)) {
      open.push(entry);
    } else {
      skipBelow = entry.depth;
    }
    const pause = pace(() => {
      const { files, directories } = sumOfCounts(Object.values(deleted));
      return `${Math.round((100 * entry.index) / before.listing.length)} % done, ${files + directories} deleted`;
    });
    if (pause) await pause;
  }
  closeTo(0);
  const hidden = now.unreadable.filter(({ path, unknown }) =>
    notEmpty.has(unknown === 'contents' ? path : dirname(path)),
  );
  const named = hidden.map(({ path, code }) => ({ path, code }));
  return { deleted, failures: [...named, ...failures], notEmpty: notEmpty.size, stopped };
}

function isDirectory(path: BytePath, fileSystem: FileSystem): boolean {
  try {
    return fileSystem.lstatSync(fsPath(path)).isDirectory();
  } catch {
    return false;
  }
}
