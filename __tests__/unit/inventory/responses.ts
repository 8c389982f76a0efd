import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode } from '@msgpack/msgpack';
import { entries, type Listing } from '../../../src/cache/listing.js';
import type { Source } from '../../../src/inventory/formats/open-file.js';
import { type Label, labelAt, UNKNOWN_KIND } from '../../../src/inventory/label.js';
import { responseName } from '../../../src/inventory/names/response-names.js';
import { type Job, takeInventory } from '../../../src/inventory/take-inventory.js';
import { unhurried } from '../../support/unhurried.js';
import { look } from '../trees.js';

/** A source in memory, which notes how many bytes were asked for at most in one call. */
export function inMemory(bytes: Buffer): Source & { readonly most: () => number } {
  let most = 0;
  return {
    length: bytes.length,
    read(offset, length) {
      most = Math.max(most, length);
      return offset < 0 ? Buffer.alloc(0) : bytes.subarray(offset, offset + Math.max(0, length));
    },
    most: () => most,
  };
}

/** What CacheControl stores of a response besides its body. */
export interface Given {
  readonly status?: unknown;
  readonly headers?: unknown;
  readonly vary?: unknown;
}

/** A response's file in pip's format, with this body in it; without one, as the metadata in `http-v2` is. */
export function stored(body = Buffer.alloc(0), { status = 200, headers = {}, vary = {} }: Given = {}): Buffer {
  const response = { body, headers, status, version: 11, reason: 'OK', decode_content: false };
  return Buffer.concat([Buffer.from('cc=4,'), encode({ response, vary })]);
}

/** Where the response from an address lies, relative to the cache directory. */
export function placeOf(area: 'http' | 'http-v2', address: string): string {
  const name = responseName(address) ?? '';
  return join(area, ...name.slice(0, 5), name);
}

/** Writes a file below a directory. */
export function put(root: string, path: string, bytes: Buffer | string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
  return path;
}

/**
 * Writes a response into both formats' areas, or one's.
 *
 * @returns the paths of its files, relative to the cache directory.
 */
export function putResponse(
  root: string,
  address: string,
  body: Buffer | string,
  given: Given = {},
  areas: readonly ('http' | 'http-v2')[] = ['http', 'http-v2'],
): string[] {
  const bytes = Buffer.from(body);
  return areas.flatMap((area) => {
    const place = placeOf(area, address);
    if (area === 'http') return [put(root, place, stored(bytes, given))];
    return [put(root, place, stored(undefined, given)), put(root, `${place}.body`, bytes)];
  });
}

/** The inventory of a cache directory, with one thread. */
export async function inventoryOf(root: string) {
  const { listing } = await look(root);
  const inventory = await takeInventory(listing, { pace: unhurried, signal: new AbortController().signal });
  if (!inventory) throw new Error('aborted');
  return inventory;
}

/** The labels of all files of a cache directory, by path. */
export async function labelsOf(root: string): Promise<Record<string, Label>> {
  const inventory = await inventoryOf(root);
  return Object.fromEntries(files(inventory.listing).map(([path, index]) => [path, labelAt(inventory, index)]));
}

/** The paths of the files that are marked, in order. */
export function marked(listing: Listing, marks: Uint8Array): string[] {
  return files(listing).flatMap(([path, index]) => (marks[index] ? [path] : []));
}

function files(listing: Listing): [path: string, index: number][] {
  return [...entries(listing)].flatMap(({ kind, path, index }) =>
    kind === 'directory' ? [] : [[path.slice(listing.cacheDirectory.length + 1), index] as [string, number]],
  );
}

/** A job for one thread, as `takeInventory` makes it. */
export function jobOf(listing: Listing, thread = 0, threads = 1): Job {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  return {
    listing,
    allOrNone: false,
    area: undefined,
    thread,
    threads,
    taken: new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT)),
    kindOf: new Uint8Array(shared(listing.length)).fill(UNKNOWN_KIND),
    projectOf: new Uint32Array(shared(listing.length * Uint32Array.BYTES_PER_ELEMENT)),
    versionOf: new Uint32Array(shared(listing.length * Uint32Array.BYTES_PER_ELEMENT)),
  };
}
