import { dirname, sep } from 'node:path';
import type { Area } from '../cache/areas.js';
import { type Entry, entries, type Listing, RESPONSE_NAME } from '../cache/listing.js';
import type { Failure } from '../cache/survey.js';
import { canonicalName } from '../inputs/packages.js';
import { codeOf } from '../util/errors.js';
import { responseLabel } from './formats/body.js';
import { type PageOptions, readPage } from './formats/index-page.js';
import { type OpenFile, openFile, withFile } from './formats/open-file.js';
import { originLabel } from './formats/origin.js';
import { type StoredResponse, storedResponse } from './formats/stored-response.js';
import { type Label, UNKNOWN, UNREADABLE } from './label.js';
import { ORIGIN } from './names/origin-name.js';
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
  /** A file is there and can't be read. */
  readonly unreadable: (failure: Failure) => void;
}

/** A response in a listing: its file, and in `http-v2` the one with its body. */
export interface ResponseFiles {
  readonly file: Entry;
  readonly body: Entry | undefined;
}

/**
 * The parts of a listing, or of one area of it: each chunk is one, but built wheels are together, since `origin.json`
 * is of those beside it.
 */
export function partsOf({ chunks }: Listing, only?: Area): Part[] {
  const wheels = chunks.findIndex(({ area }) => area === 'wheels');
  const to = wheels < 0 ? chunks.length : wheels;
  const parts = Array.from({ length: to }, (_, from): Part => ({ from, to: from + 1 }));
  const all = wheels < 0 ? parts : [...parts, { from: wheels, to: chunks.length }];
  return only === undefined ? all : all.filter(({ from }) => chunks[from]?.area === only);
}

/**
 * Looks into the entries of a part of a listing, and marks each that it recognises; the others are unknown. Yields
 * after each response and each file of `wheels`, for the caller to pause or end; a promise is to be awaited first.
 *
 * @param options for the index pages that have to be read to their end.
 */
export function* labelEntries(
  listing: Listing,
  part: Part,
  options: PageOptions & { readonly finds: Finds },
): Generator<Promise<void> | undefined> {
  const { finds } = options;
  const wheels = wheelDirectories(finds);
  for (const found of responsesAndOthers(listing, part)) {
    if ('file' in found) {
      let failed = UNKNOWN;
      const label = readResponse(found, labelOrPage, (trouble) => {
        failed = labelOf(trouble, finds);
      });
      markAll(found, label === undefined || label === PAGE ? failed : label, finds);
      yield label === PAGE ? labelPage(found, finds, options) : undefined;
    } else if (found.area === 'wheels') {
      wheels.add(found);
      yield undefined;
    }
  }
  wheels.close();
}

/** Stands for the label of an index page of which all has to be read. */
const PAGE = 'page';

function labelOrPage(response: StoredResponse): Label | typeof PAGE {
  return responseLabel(response) ?? PAGE;
}

async function labelPage(found: ResponseFiles, finds: Finds, options: PageOptions): Promise<void> {
  let failed = UNKNOWN;
  const read = (response: StoredResponse) => readPage(response, options);
  const facts = await readWholeResponse(found, read, (trouble) => {
    failed = labelOf(trouble, finds);
  });
  markAll(found, facts?.label ?? failed, finds);
}

function markAll({ file, body }: ResponseFiles, label: Label, { mark }: Finds): void {
  mark(file.index, label);
  if (body) mark(body.index, label);
}

// What a file is that has not been read.
function labelOf({ kind, failure }: Trouble, { gone, unreadable }: Finds): Label {
  if (kind === 'gone') {
    gone();
    return UNKNOWN;
  }
  unreadable(failure);
  return UNREADABLE;
}

/** The entries that a response is in. */
export function filesOf({ file, body }: ResponseFiles): Entry[] {
  return body ? [file, body] : [file];
}

/**
 * The responses whose metadata is in a part of a listing, or in all of it; what is no response comes as the entry
 * itself. Directories are left out.
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
 * The name of the response that a file of `http-v2` is the body of, whose metadata is gone: pip 23.3 and later write
 * the two one after the other. Undefined for any other entry.
 */
export function responseOfLoneBody(entry: Entry): string | undefined {
  if (entry.area !== 'http-v2' || !entry.name.endsWith(BODY)) return undefined;
  const name = entry.name.slice(0, -BODY.length);
  return isResponseFile({ ...entry, name, path: entry.path.slice(0, -BODY.length) }) ? name : undefined;
}

/** Why a file was not read that may be what it seemed to be. */
export interface Trouble {
  readonly kind: 'gone' | 'unreadable';
  readonly failure: Failure;
}

/**
 * Opens a response of the cache for `use`.
 *
 * @param heard called when a file of it is not there any more, or can't be read.
 * @returns undefined when it can't be read, or is no response in a format that is known.
 */
export function readResponse<T>(
  files: ResponseFiles,
  use: (response: StoredResponse) => T,
  heard?: (trouble: Trouble) => void,
): T | undefined {
  const open: OpenFile[] = [];
  try {
    const response = openResponse(files, open);
    return response && use(response);
  } catch (thrown) {
    tell(thrown, files, open, heard);
    return undefined;
  } finally {
    for (const file of open) file.close();
  }
}

/** The same for what takes longer. */
export async function readWholeResponse<T>(
  files: ResponseFiles,
  use: (response: StoredResponse) => Promise<T>,
  heard?: (trouble: Trouble) => void,
): Promise<T | undefined> {
  const open: OpenFile[] = [];
  try {
    const response = openResponse(files, open);
    return response && (await use(response));
  } catch (thrown) {
    tell(thrown, files, open, heard);
    return undefined;
  } finally {
    for (const file of open) file.close();
  }
}

// The files that it opens are in `open`, also when it throws.
function openResponse({ file, body }: ResponseFiles, open: OpenFile[]): StoredResponse | undefined {
  if (file.kind === 'special file' || body?.kind === 'special file' || body?.kind === 'symbolic link') return undefined;
  const opened = ({ path, bytes }: Entry): OpenFile => {
    const one = openFile(path, bytes);
    open.push(one);
    return one;
  };
  if (file.area === 'http') return storedResponse(opened(file), undefined);
  return storedResponse(opened(file), body ? opened(body) : { length: 0, read: () => Buffer.alloc(0) });
}

function tell(
  thrown: unknown,
  { file, body }: ResponseFiles,
  open: readonly OpenFile[],
  heard: ((trouble: Trouble) => void) | undefined,
): void {
  const trouble = troubleWith(thrown, open.length > 0 && body ? body : file);
  if (trouble) heard?.(trouble);
}

/** A user's rights, a lock of another process on Windows, a disk that fails, a limit of the system. */
const UNREADABLE_CODES = new Set([
  'EACCES',
  'EPERM',
  'EBUSY',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'ESTALE',
  'ETIMEDOUT',
]);

// Other codes say that it is not what it was: a link, a directory, a file that is damaged.
function troubleWith(thrown: unknown, { path }: Entry): Trouble | undefined {
  const code = codeOf(thrown);
  if (code === 'ENOENT') return { kind: 'gone', failure: { path, code } };
  return UNREADABLE_CODES.has(code) ? { kind: 'unreadable', failure: { path, code } } : undefined;
}

/** What a directory of built wheels has been seen to hold. */
interface WheelDirectory {
  readonly path: string;
  readonly depth: number;
  readonly labels: Label[];
  origin?: Entry;
}

// An origin is of the wheels beside it; where they are of several versions, of none. pip 22.2 to 25.3 leave it behind
// when they remove the wheel: then it is of what it names.
function wheelDirectories(finds: Finds) {
  const open: WheelDirectory[] = [];
  const closeLast = () => {
    const { labels, origin } = open.pop() as WheelDirectory;
    if (!origin) return;
    const [only] = labels;
    if (!only) finds.mark(origin.index, readOrigin(origin, finds));
    else if (labels.every(({ project, version }) => project === only.project && version === only.version))
      finds.mark(origin.index, only);
  };
  const directoryAt = (path: string, depth: number): WheelDirectory => {
    // Between two files of a directory can come what is in another within it.
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      if (last.path === path) return last;
      closeLast();
    }
    const directory: WheelDirectory = { path, depth, labels: [] };
    open.push(directory);
    return directory;
  };
  return {
    add(entry: Entry) {
      const directory = directoryAt(dirname(entry.path), entry.depth);
      if (entry.name === ORIGIN) directory.origin = entry;
      if (!/\.whl$/i.test(entry.name)) return;
      const parts = parseWheelName(entry.name);
      const label: Label = parts
        ? { kind: 'built wheel', project: canonicalName(parts.name), version: parts.version }
        : UNKNOWN;
      directory.labels.push(label);
      finds.mark(entry.index, label);
    },
    close() {
      while (open.length > 0) closeLast();
    },
  };
}

function readOrigin(entry: Entry, finds: Finds): Label {
  if (entry.kind === 'symbolic link' || entry.kind === 'special file') return UNKNOWN;
  try {
    return withFile(entry.path, entry.bytes, originLabel) ?? UNKNOWN;
  } catch (thrown) {
    const trouble = troubleWith(thrown, entry);
    return trouble ? labelOf(trouble, finds) : UNKNOWN;
  }
}
