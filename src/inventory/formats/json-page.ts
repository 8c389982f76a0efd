import { projectNamed } from '../names/distribution-name.js';
import { MOST_ADDRESS, type PageReader, projectOfFiles } from './page-reader.js';

const [QUOTE, COMMA, COLON, BACKSLASH, SPACE] = [0x22, 0x2c, 0x3a, 0x5c, 0x20];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];
const IS_STRUCTURE = new Uint8Array(256);
for (const byte of [COMMA, COLON, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY]) IS_STRUCTURE[byte] = 1;
/** How deep a file's object is: in the array `files` of the page's object. */
const FILE_DEPTH = 3;
/** Bytes of a string that is kept: an address, each of its characters escaped. */
const MOST_KEPT = 6 * MOST_ADDRESS;
/** … and of a key: `filename`, likewise. */
const MOST_KEY = 6 * 'filename'.length;

/**
 * Reads an index page in JSON (PEP 691): `name` of the object that it is, and `filename` and `url` of the objects in
 * its `files`, no others. Of several names the last counts, as with Python. A page that isn't closed, or has a key or a
 * value where none can be, has no name: a part of it is gone, and it may be of something else.
 *
 * From string to string, without making objects, in one look at each byte: `JSON.parse` takes thirty times as much
 * memory as a page has bytes, and the tokenizer of @streamparser/json five times as long for a real page, fifty for one
 * of escapes.
 */
export function jsonPageReader(): PageReader {
  const links: string[] = [];
  const files = projectOfFiles();
  let depth = 0;
  let hasFiles = false;
  let inFiles = false;
  let inFile = false;
  let isKey = false;
  let broken = false;
  let ended = false;
  // The byte before this one, white space and what is in strings left out.
  let last = 0;
  let key: string | undefined;
  let name: string | undefined;
  // Of a string that goes on in the next part: what is kept of it, and whether it has an odd number of backslashes at
  // its end.
  let begun: Buffer | undefined;
  let odd = false;

  const isWatched = () => depth === 1 || (inFile && depth === FILE_DEPTH);

  const string = (bytes: Buffer, from: number, to: number) => {
    if (depth === 0 || ended) broken = true;
    if (isWatched()) {
      if (isKey ? last !== OPEN_OBJECT && last !== COMMA : last !== COLON) broken = true;
      if (isKey) key = to - from > MOST_KEY ? undefined : parsed(bytes, from, to);
      else if (depth === 1 && key === 'name') name = parsed(bytes, from, to) ?? '';
      else if (depth === FILE_DEPTH && (key === 'url' || key === 'filename')) {
        const value = parsed(bytes, from, to) ?? '';
        if (key === 'filename') files.add(value);
        else if (value !== '' && value.length <= MOST_ADDRESS) links.push(value);
      }
    }
    last = QUOTE;
  };

  const open = (byte: number) => {
    if (depth === 0 && byte === OPEN_ARRAY) broken = true;
    if (depth === 1) inFiles = byte === OPEN_ARRAY && key === 'files';
    if (inFiles) hasFiles = true;
    inFile = inFile || (inFiles && depth === FILE_DEPTH - 1 && byte === OPEN_OBJECT);
    depth += 1;
    if (isWatched()) isKey = true;
  };

  const close = () => {
    depth -= 1;
    if (depth < FILE_DEPTH) {
      inFile = false;
      isKey = false;
    }
    if (depth < 2) inFiles = false;
    ended = depth === 0;
    if (depth < 0) broken = true;
  };

  const structure = (byte: number) => {
    if (ended) broken = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) open(byte);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) close();
    else if (byte === COMMA && isWatched()) isKey = true;
    else if (byte === COLON && isWatched()) {
      if (!isKey || last !== QUOTE) broken = true;
      isKey = false;
      if (depth === 1 && key === 'name') name = undefined;
    }
  };

  return {
    links,
    write(chunk) {
      let at = 0;
      if (begun) {
        const end = closingQuote(chunk, 0, odd);
        const kept = Buffer.concat([begun, chunk.subarray(0, Math.min(end < 0 ? chunk.length : end, MOST_KEPT))]);
        if (end < 0) {
          odd = endsOdd(chunk, { from: 0, to: chunk.length, odd });
          begun = kept.subarray(0, MOST_KEPT + 1);
          return;
        }
        begun = undefined;
        string(kept, 0, kept.length);
        at = end + 1;
      }
      for (; at < chunk.length && !broken; at += 1) {
        const byte = chunk[at] as number;
        if (byte !== QUOTE) {
          if (byte > SPACE) {
            if (IS_STRUCTURE[byte] === 1 || ended) structure(byte);
            last = byte;
          }
          continue;
        }
        const start = at + 1;
        const end = closingQuote(chunk, start, false);
        if (end < 0) {
          odd = endsOdd(chunk, { from: start, to: chunk.length, odd: false });
          begun = Buffer.from(chunk.subarray(start, start + MOST_KEPT + 1));
          return;
        }
        string(chunk, start, end);
        at = end;
      }
    },
    end() {
      const isNamed = hasFiles && ended && !broken && name !== undefined;
      return { label: isNamed ? projectNamed('index page', name as string) : files.label(), base: undefined };
    },
  };
}

/**
 * Where a string ends that goes on at `from`; -1 when that is not in these bytes. The quote that closes it has an even
 * number of backslashes before it.
 */
function closingQuote(bytes: Buffer, from: number, odd: boolean): number {
  for (let quote = bytes.indexOf(QUOTE, from); quote >= 0; quote = bytes.indexOf(QUOTE, quote + 1)) {
    if (!endsOdd(bytes, { from, to: quote, odd })) return quote;
  }
  return -1;
}

// Whether there is an odd number of backslashes before `to`, where `odd` says it of what comes before `from`.
function endsOdd(bytes: Buffer, { from, to, odd }: { from: number; to: number; odd: boolean }): boolean {
  let at = to;
  while (at > from && bytes[at - 1] === BACKSLASH) at -= 1;
  return ((to - at) % 2 === 1) !== (at === from && odd);
}

function parsed(bytes: Buffer, from: number, to: number): string | undefined {
  if (to - from > MOST_KEPT) return undefined;
  const text = bytes.toString('utf8', from, to);
  if (!text.includes('\\')) return text;
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    return undefined;
  }
}
