import { dirname, sep } from 'node:path';
import { codeOf } from '../../errors.js';
import { canonicalName } from '../../packages.js';
import { type Entry, entries, type Listing } from '../listing.js';
import { parseWheelName } from '../wheel-name.js';
import { responseLabel } from './body.js';
import { type Label, UNKNOWN } from './label.js';
import { type Source, withFile } from './open-file.js';
import { type StoredResponse, storedResponse } from './stored-response.js';

/** A part of the work: the responses whose names fall to one of several workers. */
export interface Share {
  /** Which of them, from 0. */
  readonly worker: number;
  readonly workers: number;
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
 * Looks into the entries of a listing, and marks each that it recognises; the others are unknown. Yields after each response, for the caller to
 * pause or end.
 */
export function* labelEntries(listing: Listing, share: Share, { mark, gone }: Finds): Generator<undefined> {
  const wheels = wheelDirectories(mark);
  for (const found of responsesAndOthers(listing, share)) {
    if ('file' in found) {
      const { file, body } = found;
      const label = readResponse(found, responseLabel, gone) ?? UNKNOWN;
      mark(file.index, label);
      if (body) mark(body.index, label);
      yield;
    } else if (found.area === 'wheels' && share.worker === 0) {
      wheels.add(found);
    }
  }
  wheels.close();
}

/** The responses of a listing that fall to a share; what is none comes as the entry itself. Directories are left out. */
export function* responsesAndOthers(
  listing: Listing,
  { worker, workers }: Share = { worker: 0, workers: 1 },
): Generator<ResponseFiles | Entry> {
  let waiting: Entry | undefined;
  for (const entry of entries(listing)) {
    // The names are hashes: by the last digit they fall evenly.
    const digit = entry.area === 'wheels' ? Number.NaN : entry.name.charCodeAt(NAME_DIGITS - 1);
    if (!Number.isNaN(digit) && digit % workers !== worker) continue;
    // In the order of a listing, a body comes right after its metadata.
    if (waiting) {
      const isBody = entry.kind !== 'directory' && entry.path === `${waiting.path}.body`;
      yield { file: waiting, body: isBody ? entry : undefined };
      waiting = undefined;
      if (isBody) continue;
    }
    if (entry.kind === 'directory') continue;
    if (!isResponseFile(entry)) yield entry;
    else if (entry.area === 'http-v2') waiting = entry;
    else yield { file: entry, body: undefined };
  }
  if (waiting) yield { file: waiting, body: undefined };
}

/** Digits of a response's name. */
const NAME_DIGITS = 56;
/** Folders between an area and a response. */
const FOLDERS = 5;

// <area>/a/b/c/d/e/<56 hexadecimal digits that begin with abcde> (pip's vendored cachecontrol, caches/file_cache.py)
function isResponseFile({ area, depth, kind, name, path }: Entry): boolean {
  if (area === 'wheels' || depth !== FOLDERS + 1 || kind === 'symbolic link' || !/^[0-9a-f]{56}$/.test(name))
    return false;
  return path.endsWith(`${sep}${[...name.slice(0, FOLDERS)].join(sep)}${sep}${name}`);
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
      const parts = parseWheelName(entry.name);
      if (!parts) return;
      const label: Label = { kind: 'built wheel', project: canonicalName(parts.name), version: parts.version };
      labels.push(label);
      mark(entry.index, label);
    },
    close,
  };
}
