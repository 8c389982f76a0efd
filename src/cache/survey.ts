import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { codeOf } from '../util/errors.js';
import type { Pace } from '../util/pace.js';
import { counted } from '../util/units.js';
import { AREAS, type Area, byArea } from './areas.js';
import { type EntryKind, type Listing, listingWriter } from './listing.js';
import { type BytePath, child, fsPath } from './paths.js';
import { NOTHING, type Tally } from './tally.js';

/** What exists at the path of an area. Only in a `directory` is anything counted or deleted. */
export type AreaState = 'absent' | 'directory' | 'link' | 'not a directory' | 'unreadable';

/** A path for which a system call failed, with the error code (`EACCES`, ...). */
export interface Failure {
  readonly path: BytePath;
  readonly code: string;
}

/** Something that the survey could not read. */
export interface Unseen extends Failure {
  readonly area: Area;
  /** `contents`: a directory that can't be listed. `entry`: an entry whose kind and size are not known. */
  readonly unknown: 'contents' | 'entry';
}

/** The contents of the areas of a cache directory at one point in time. */
export interface Survey {
  readonly states: Readonly<Record<Area, AreaState>>;
  readonly tallies: Readonly<Record<Area, Tally>>;
  readonly listing: Listing;
  /** What could not be read and is therefore not counted. */
  readonly unreadable: readonly Unseen[];
  /** The inode of each `linked file` of the listing, by its index. */
  readonly inodes: ReadonlyMap<number, Inode>;
}

/** A file with several names (hard links). */
export interface Inode {
  /** The same for all names of one file. */
  readonly id: string;
  /** Number of names, including those outside the cache. */
  readonly names: number;
}

// The path does not exist, or a part of it is not a directory.
const GONE = new Set(['ENOENT', 'ENOTDIR']);

interface Totals {
  files: number;
  bytes: number;
  directories: number;
  diskBytes: number;
}

/**
 * Lists and counts the contents of the areas with `lstat`. Does not follow links. An entry that vanishes during the
 * survey is not counted. Whatever can't be read is listed in `unreadable`. Never rejects.
 *
 * @param shouldStop checked at short intervals. Once it returns true, the survey ends, and its listing is incomplete.
 */
export async function survey(
  cacheDirectory: BytePath,
  pace: Pace,
  shouldStop: () => boolean = () => false,
): Promise<Survey> {
  const walk = newWalk(cacheDirectory);
  const states = byArea<AreaState>(() => 'absent');
  const tallies: Record<Area, Tally> = byArea(() => NOTHING);
  for (const area of AREAS) {
    if (walk.stopped()) break;
    const root = walk.enter(area);
    const status = walk.status(root);
    if (!status) {
      if (walk.unreadable.at(-1)?.path === root) states[area] = 'unreadable';
      continue;
    }
    states[area] = status.isDirectory() ? 'directory' : status.isSymbolicLink() ? 'link' : 'not a directory';
    if (states[area] === 'directory') tallies[area] = await walk.area(area, root, status, pace, shouldStop);
  }
  const { unreadable, inodes } = walk;
  return { states, tallies, listing: walk.writer.done(!walk.stopped()), unreadable, inodes };
}

function newWalk(cacheDirectory: BytePath) {
  const writer = listingWriter(cacheDirectory);
  const unreadable: Unseen[] = [];
  const inodes = new Map<number, Inode>();
  const countedInodes = new Set<string>();
  let seen = 0;
  let stopped = false;
  let currentArea: Area = AREAS[0];
  const recordUnreadable = (path: BytePath, thrown: unknown, unknown: Unseen['unknown']) =>
    unreadable.push({ area: currentArea, path, code: codeOf(thrown), unknown });

  const status = (path: BytePath): Stats | undefined => {
    try {
      return lstatSync(fsPath(path), { throwIfNoEntry: false });
    } catch (thrown) {
      if (!GONE.has(codeOf(thrown))) recordUnreadable(path, thrown, 'entry');
      return undefined;
    }
  };

  const names = (path: BytePath): string[] => {
    try {
      return readdirSync(fsPath(path), 'latin1').sort();
    } catch (thrown) {
      if (!GONE.has(codeOf(thrown))) recordUnreadable(path, thrown, 'contents');
      return [];
    }
  };

  const record = (totals: Totals, depth: number, name: string, path: BytePath, stats: Stats): void => {
    const directory = stats.isDirectory();
    const kind = kindOf(stats);
    const bytes = directory ? 0 : stats.size;
    const diskBytes = allocated(stats);
    const index = writer.add({ depth, kind, name, bytes, diskBytes, born: stats.birthtimeMs, modified: stats.mtimeMs });
    totals[directory ? 'directories' : 'files'] += 1;
    totals.bytes += bytes;
    if (kind === 'linked file') {
      const inode = inodeOf(path, stats);
      inodes.set(index, inode);
      if (countedInodes.has(inode.id)) return;
      countedInodes.add(inode.id);
    }
    totals.diskBytes += diskBytes;
  };

  const enter = (area: Area): BytePath => {
    currentArea = area;
    return child(cacheDirectory, area);
  };

  const area = async (
    areaName: Area,
    root: BytePath,
    rootStats: Stats,
    pace: Pace,
    shouldStop: () => boolean,
  ): Promise<Tally> => {
    const totals: Totals = { ...NOTHING };
    record(totals, 0, areaName, root, rootStats);
    const open = [{ path: root, names: names(root), next: 0 }];
    for (let directory = open.at(-1); directory; directory = open.at(-1)) {
      const name = directory.names[directory.next];
      if (name === undefined) {
        open.pop();
        continue;
      }
      directory.next += 1;
      const path = child(directory.path, name);
      const stats = status(path);
      if (!stats) continue;
      record(totals, open.length, name, path, stats);
      if (stats.isDirectory()) open.push({ path, names: names(path), next: 0 });
      seen += 1;
      const pause = pace(() => `${counted(seen, 'file or directory', 'files and directories')} counted so far`);
      if (!pause) continue;
      await pause;
      stopped = shouldStop();
      if (stopped) break;
    }
    return totals;
  };

  return { writer, unreadable, inodes, enter, status, area, stopped: () => stopped };
}

function kindOf(stats: Stats): EntryKind {
  if (stats.isDirectory()) return 'directory';
  if (stats.isSymbolicLink()) return 'symbolic link';
  if (stats.nlink > 1) return 'linked file';
  return stats.isFile() ? 'file' : 'special file';
}

// Some platforms report no blocks. The size is used instead, and a directory counts as 0 bytes.
function allocated(stats: Stats): number {
  if (typeof stats.blocks === 'number' && !Number.isNaN(stats.blocks)) return stats.blocks * 512;
  return stats.isDirectory() ? 0 : stats.size;
}

// Read again with full precision, because an inode number of NTFS or ZFS may not fit into a double.
function inodeOf(path: BytePath, stats: Stats): Inode {
  let exact: { dev: number | bigint; ino: number | bigint } = stats;
  try {
    exact = lstatSync(fsPath(path), { bigint: true, throwIfNoEntry: false }) ?? stats;
  } catch {
    // It can no longer be read. The numbers of the first call are good enough.
  }
  return { id: `${exact.dev}:${exact.ino}`, names: stats.nlink };
}
