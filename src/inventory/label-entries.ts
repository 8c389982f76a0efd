import { dirname, sep } from 'node:path';
import type { Area } from '../cache/areas.js';
import { type Entry, entries, type Listing, RESPONSE_NAME } from '../cache/listing.js';
import { canonicalName } from '../inputs/packages.js';
import { codeOf } from '../util/errors.js';
import { responseLabel } from './formats/body.js';
import { type Source, withFile } from './formats/open-file.js';
import { type StoredResponse, storedResponse } from './formats/stored-response.js';
import { type Label, UNKNOWN } from './label.js';
import { parseWheelName } from './names/wheel-name.js';

/** Some chunks of a listing that one thread looks into, from the first to before the last. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Hears what is found. */
export interface Finds {
  /** The label of an entry. */
  readonly mark: (index: number, label: Label) => void;
  /** A file is not there any more. */
  readonly gone: () => void;
}

/** A response in a listing: its file, and in `http-v2` the one with its body. */
export interface ResponseFiles {
  readonly file: Entry;
  readonly body: Entry | undefined;
}

/**
 * The parts of a listing, or of one area of it: each chunk is one, but built wheels are together, since `origin.json` is of those beside it.
 */
export function partsOf({ chunks }: Listing, only?: Area): Part[] {
  const wheels = chunks.findIndex(({ area }) => area === 'wheels');
  const to = wheels < 0 ? chunks.length : wheels;
  const parts = Array.from({ length: to }, (_, from): Part => ({ from, to: from + 1 }));
  const all = wheels < 0 ? parts : [...parts, { from: wheels, to: chunks.length }];
  return only === undefined ? all : all.filter(({ from }) => chunks[from]?.area === only);
}

/**
 * Looks into the entries of a part of a listing, and marks each that it recognises; the others are unknown. Yields after each response and each file of `wheels`,
 * for the caller to pause or end.
 */
export function* labelEntries(listing: Listing, part: Part, { mark, gone }: Finds): Generator<undefined> {
  const wheels = wheelDirectories(mark);
  for (const found of responsesAndOthers(listing, part)) {
    if ('file' in found) {
      const { file, body } = found;
      const label = readResponse(found, responseLabel, gone) ?? UNKNOWN;
      mark(file.index, label);
      if (body) mark(body.index, label);
      yield;
    } else if (found.area === 'wheels') {
      wheels.add(found);
      yield;
    }
  }
  wheels.close();
}

/**
 * The responses whose metadata is in a part of a listing, or in all of it; what is no response comes as the entry itself. Directories are left out.
 */
export function* responsesAndOthers(
  listing: Listing,
  { from, to }: Part = { from: 0, to: listing.chunks.length },
): Generator<ResponseFiles | Entry> {
  const end = listing.chunks[to]?.first ?? listing.length;
  let waiting: Entry | undefined;
  for (const entry of entries(listing, from)) {
    // In the order of a listing, a body comes right after its metadata.
    if (waiting) {
      const isBody =
        entry.kind !== 'directory' && entry.depth === waiting.depth && entry.name === `${waiting.name}.body`;
      yield { file: waiting, body: isBody ? entry : undefined };
      waiting = undefined;
      if (isBody) continue;
    }
    if (entry.index >= end) return;
    if (entry.kind === 'directory') continue;
    if (!isResponseFile(entry)) yield entry;
    else if (entry.area === 'http-v2') waiting = entry;
    else yield { file: entry, body: undefined };
  }
  if (waiting) yield { file: waiting, body: undefined };
}

/** Folders between an area and a response. */
const FOLDERS = 5;

// <area>/a/b/c/d/e/<56 hexadecimal digits that begin with abcde> (pip's vendored cachecontrol, caches/file_cache.py)
function isResponseFile({ area, depth, kind, name, path }: Entry): boolean {
  if (area === 'wheels' || depth !== FOLDERS + 1 || kind === 'symbolic link' || !RESPONSE_NAME.test(name)) return false;
  const [a, b, c, d, e] = name;
  return path.endsWith([area, a, b, c, d, e, name].join(sep));
}

const BODY = '.body';

/**
 * The name of the response that a file of `http-v2` is the body of, whose metadata is gone: pip 23.3 and later write the two one after the other.
 * Undefined for any other entry.
 */
export function responseOfLoneBody(entry: Entry): string | undefined {
  if (entry.area !== 'http-v2' || !entry.name.endsWith(BODY)) return undefined;
  const name = entry.name.slice(0, -BODY.length);
  return isResponseFile({ ...entry, name, path: entry.path.slice(0, -BODY.length) }) ? name : undefined;
}

/**
 * Opens a response of the cache for `use`.
 *
 * @param gone called when a file of it is not there any more.
 * @returns undefined when it can't be read, or is no response in a format that is known.
 */
export function readResponse<T>(
  { file, body }: ResponseFiles,
  use: (response: StoredResponse) => T,
  gone: () => void = () => {},
): T | undefined {
  const read = (beside: Source | undefined) =>
    withFile(file.path, file.bytes, (source) => {
      const response = storedResponse(source, beside);
      return response && use(response);
    });
  if (file.kind === 'special file' || body?.kind === 'special file' || body?.kind === 'symbolic link') return undefined;
  try {
    if (file.area === 'http') return read(undefined);
    return body ? withFile(body.path, body.bytes, read) : read({ length: 0, read: () => Buffer.alloc(0) });
  } catch (thrown) {
    // Not ours to read, or not what it was.
    if (codeOf(thrown) === 'ENOENT') gone();
    return undefined;
  }
}

// pip 22.2 and later note beside a wheel where it came from, in origin.json. Where wheels of several versions share one, it is of none.
function wheelDirectories(mark: Finds['mark']) {
  let here = '';
  let origin: Entry | undefined;
  let labels: Label[] = [];
  const close = () => {
    const [only] = labels;
    if (origin && only && labels.every(({ project, version }) => project === only.project && version === only.version))
      mark(origin.index, only);
    origin = undefined;
    labels = [];
  };
  return {
    add(entry: Entry) {
      const directory = dirname(entry.path);
      if (directory !== here) close();
      here = directory;
      if (entry.name === 'origin.json') origin = entry;
      if (!/\.whl$/i.test(entry.name)) return;
      const parts = parseWheelName(entry.name);
      const label: Label = parts
        ? { kind: 'built wheel', project: canonicalName(parts.name), version: parts.version }
        : UNKNOWN;
      labels.push(label);
      mark(entry.index, label);
    },
    close,
  };
}
