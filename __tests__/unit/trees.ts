import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Area } from '../../src/cache/areas.js';
import { type EntryKind, entries, type Listing, listingWriter } from '../../src/cache/listing.js';
import { bytePath } from '../../src/cache/paths.js';
import { type Selection, selected } from '../../src/cache/selection.js';
import { type Survey, survey } from '../../src/cache/survey.js';
import { NOTHING } from '../../src/cache/tally.js';
import { unhurried } from '../support/unhurried.js';

/** Writes files below a directory: a path that ends in `/` is a directory, the others are files of ten bytes. */
export function plant(root: string, ...paths: string[]): void {
  for (const path of paths) {
    if (path.endsWith('/')) mkdirSync(join(root, path), { recursive: true });
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '0123456789');
    }
  }
}

/** A path as tests write it, with `/` as the separator. */
export function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}

/** The paths of all that is below a directory, in order and with `/`; links are not followed. */
export function paths(root: string): string[] {
  const below = (directory: string): string[] =>
    readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
      const path = slashed(join(directory, entry.name));
      return entry.isDirectory() ? [path, ...below(path)] : [path];
    });
  return below('').sort();
}

/** The survey of what is below a cache directory now. */
export function look(cacheDirectory: string): Promise<Survey> {
  return survey(bytePath(cacheDirectory), unhurried);
}

/** The paths of a listing, or of a selection of it, relative to the cache directory and with `/`. */
export function listed(listing: Listing, selection?: Selection): string[] {
  return [...(selection ? selected(listing, selection) : entries(listing))].map(({ path }) =>
    slashed(path.slice(listing.cacheDirectory.length + 1)),
  );
}

/**
 * A survey of `/c` without a disk: of these paths, in a listing's order; those that end in `/` are directories, in `@` links;
 * `name#5` was made at 5 ms. With `…` as the last, it is incomplete.
 */
export function imagined(...relative: string[]): Survey {
  const writer = listingWriter(`${sep}c`);
  const complete = relative.at(-1) !== '…';
  for (const given of complete ? relative : relative.slice(0, -1)) {
    const [path = '', born = '0'] = given.split('#');
    const parts = path.replace(/\/$/, '').split('/');
    const kind: EntryKind = path.endsWith('/') ? 'directory' : path.endsWith('@') ? 'symbolic link' : 'file';
    writer.add({
      depth: parts.length - 1,
      kind,
      name: parts.at(-1) as string,
      bytes: kind === 'directory' ? 0 : 10,
      diskBytes: 512,
      born: Number(born),
      modified: 0,
    });
  }
  const state = (area: Area) => (relative.includes(`${area}/`) ? 'directory' : 'absent');
  return {
    states: { http: state('http'), 'http-v2': state('http-v2'), wheels: state('wheels') },
    tallies: { http: NOTHING, 'http-v2': NOTHING, wheels: NOTHING },
    listing: writer.done(complete),
    unreadable: [],
    inodes: new Map(),
  };
}

/** Allocated bytes of a file or directory. */
export function blocks(path: string): number {
  return lstatSync(path).blocks * 512;
}
