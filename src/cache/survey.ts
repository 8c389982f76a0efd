import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { codeOf } from '../util/errors.js';
import type { Pace } from '../util/pace.js';
import { AREAS, type Area, byArea } from './areas.js';
import { type EntryKind, type Listing, listingWriter } from './listing.js';
import { type BytePath, child, fsPath } from './paths.js';
import { NOTHING, type Tally } from './tally.js';

/** What stands where an area belongs. Only a `directory` is pip's, and only in one is anything counted or deleted. */
export type AreaState = 'absent' | 'directory' | 'link' | 'not a directory' | 'unreadable';

/** A path that a call failed on, with the system's code. */
export interface Failure {
  readonly path: BytePath;
  readonly code: string;
}

/** What the survey could not see. */
export interface Unseen extends Failure {
  readonly area: Area;
  /** A directory whose contents, or an entry whose kind and size, are unknown. */
  readonly unknown: 'contents' | 'entry';
}

/** What the areas of a cache directory hold at one moment. */
export interface Survey {
  readonly states: Readonly<Record<Area, AreaState>>;
  readonly tallies: Readonly<Record<Area, Tally>>;
  readonly listing: Listing;
  /** What could not be read, and so is not counted. */
  readonly unreadable: readonly Unseen[];
  /** For each `linked file` of the listing, by index: which inode it is a name of. */
  readonly inodes: ReadonlyMap<number, Inode>;
}

/** A file with several names. */
export interface Inode {
  /** Equal for the names of one file. */
  readonly id: string;
  /** How many names it has, wherever they are. */
  readonly names: number;
}

// Not there, or something in its place that can hold nothing.
const GONE = new Set(['ENOENT', 'ENOTDIR']);

interface Totals {
  files: number;
  bytes: number;
  directories: number;
  diskBytes: number;
}

/**
 * Counts and lists what the areas hold, by `lstat`, following no link. What vanishes meanwhile is not counted; a
 * directory that can't be read is named in `unreadable`. Throws nothing.
 *
 * @param over asked now and then; once it says yes the survey ends, incomplete.
 */
export async function survey(cacheDirectory: BytePath, pace: Pace, over: () => boolean = () => false): Promise<Survey> {
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
    if (states[area] === 'directory') tallies[area] = await walk.area(area, root, status, pace, over);
  }
  const { unreadable, inodes } = walk;
  return { states, tallies, listing: walk.writer.done(!walk.stopped()), unreadable, inodes };
}

function newWalk(cacheDirectory: BytePath) {
  const writer = listingWriter(cacheDirectory);
  const unreadable: Unseen[] = [];
  const inodes = new Map<number, Inode>();
  const counted = new Set<string>();
  let seen = 0;
  let stopped = false;
  let here: Area = AREAS[0];
  const missed = (path: BytePath, thrown: unknown, unknown: Unseen['unknown']) =>
    unreadable.push({ area: here, path, code: codeOf(thrown), unknown });

  const status = (path: BytePath): Stats | undefined => {
    try {
      return lstatSync(fsPath(path), { throwIfNoEntry: false });
    } catch (thrown) {
      if (!GONE.has(codeOf(thrown))) missed(path, thrown, 'entry');
      return undefined;
    }
  };

  const names = (path: BytePath): string[] => {
    try {
      return readdirSync(fsPath(path), 'latin1').sort();
    } catch (thrown) {
      if (!GONE.has(codeOf(thrown))) missed(path, thrown, 'contents');
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
      if (counted.has(inode.id)) return;
      counted.add(inode.id);
    }
    totals.diskBytes += diskBytes;
  };

  const enter = (area: Area): BytePath => {
    here = area;
    return child(cacheDirectory, area);
  };

  const area = async (
    areaName: Area,
    root: BytePath,
    rootStats: Stats,
    pace: Pace,
    over: () => boolean,
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
      const pause = pace(() => `${seen} files and directories counted so far`);
      if (!pause) continue;
      await pause;
      stopped = over();
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

// Some platforms report no blocks; then the size stands for them, and a directory has none.
function allocated(stats: Stats): number {
  if (typeof stats.blocks === 'number' && !Number.isNaN(stats.blocks)) return stats.blocks * 512;
  return stats.isDirectory() ? 0 : stats.size;
}

// Read once more with full precision: an inode number of NTFS or ZFS may not fit into a double.
function inodeOf(path: BytePath, stats: Stats): Inode {
  let exact: { dev: number | bigint; ino: number | bigint } = stats;
  try {
    exact = lstatSync(fsPath(path), { bigint: true, throwIfNoEntry: false }) ?? stats;
  } catch {
    // What could be read a moment ago can't any more.
  }
  return { id: `${exact.dev}:${exact.ino}`, names: stats.nlink };
}
