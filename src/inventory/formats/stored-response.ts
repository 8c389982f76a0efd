import { Decoder } from '@msgpack/msgpack';
import { bodyIn } from './body-position.js';
import { part, type Source } from './open-file.js';

/** A response as pip keeps it. */
export interface StoredResponse {
  readonly status: number;
  /** Its Content-Encoding in small letters. */
  readonly encoding: string | undefined;
  /** What came, still with its Content-Encoding. */
  readonly body: Source;
}

/** A response's metadata has some headers in it; what is larger was not written by pip. */
const MOST_METADATA = 1 << 16;
/** Bytes of a file of `http` in which its body mostly begins. */
const FIRST_LOOK = 4096;

const MAGIC = Buffer.from('cc=4,');
const MAP_OF_TWO = 0x82;
const EMPTY_BODY = Buffer.from([0xc4, 0]);
/** Stands before a key that is bytes and no text, to tell the two apart. */
const BYTES_KEY = '\0';

// pip writes no arrays. The library makes room for as many items as one says it has, and one can be in another: 64 KiB
// would take 180 MB.
const decoder = new Decoder({
  maxStrLength: MOST_METADATA,
  maxBinLength: MOST_METADATA,
  maxArrayLength: 0,
  maxMapLength: 1000,
  maxExtLength: 0,
  // Of some twenty headers one is asked for; the others stay bytes, so that a header of bytes, which pip never writes,
  // passes for text.
  rawStrings: true,
  mapKeyConverter(key) {
    if (typeof key === 'string') return key;
    if (key instanceof Uint8Array) return `${BYTES_KEY}${Buffer.from(key).toString('latin1')}`;
    throw new Error('pip writes no such key');
  },
});

/**
 * Reads a file of `http` (pip before 23.3, the body in it), or the metadata of `http-v2` (the body in a file beside
 * it). The format is what CacheControl's `Serializer.dumps` writes in pip 10 to 26.3: `cc=4,` and a msgpack map of
 * `response` and `vary`. The keys of a map come in any order (Python 2.7 and 3.5), and pip 10 on Python 2.7 writes the
 * names in `vary` as bytes. What begins with `cc=0` to `cc=3` is from before pip 10 and is not read; `cc=1` is a
 * pickle, which could run code.
 *
 * @param beside the body's file, for `http-v2`.
 * @returns undefined for whatever has not exactly this shape.
 */
export function storedResponse(file: Source, beside: Source | undefined): StoredResponse | undefined {
  if (beside) return file.length > MOST_METADATA ? undefined : shaped(file.read(0, file.length), beside);
  for (const most of [FIRST_LOOK, MOST_METADATA]) {
    const head = file.read(0, Math.min(file.length, most));
    if (!hasStart(head)) return undefined;
    const place = bodyIn(head, MAGIC.length);
    if (!place) continue;
    // The rest of the map is behind the body, which may be large.
    const end = place.start + place.length;
    const rest = file.length - end;
    if (rest < 0 || place.header + rest > MOST_METADATA) return undefined;
    const map = Buffer.concat([head.subarray(0, place.header), EMPTY_BODY, file.read(end, rest)]);
    return shaped(map, part(file, place.start, place.length), place.values);
  }
  return undefined;
}

function hasStart(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC) && bytes[MAGIC.length] === MAP_OF_TWO;
}

function decoded(bytes: Buffer): unknown {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * @param metadata all of a response but its body, in whose place there is an empty one.
 * @param values how many values the response must have, its body included: with one twice, the body may be another than
 *   it seems.
 */
function shaped(metadata: Buffer, body: Source, values?: number): StoredResponse | undefined {
  const map = hasStart(metadata) ? decoded(metadata.subarray(MAGIC.length)) : undefined;
  if (!isRecord(map) || !isRecord(map.response) || !isRecord(map.vary)) return undefined;
  const { response } = map;
  const names = Object.keys(response);
  if (names.some(isBytes) || (values !== undefined && names.length !== values)) return undefined;
  const { status, headers, body: inMap } = response;
  if (!(inMap instanceof Uint8Array) || inMap.length > 0) return undefined;
  if (typeof status !== 'number' || !Number.isInteger(status) || !isRecord(headers)) return undefined;
  let encoding: string | undefined;
  for (const name in headers) {
    const value = headers[name];
    if (!(value instanceof Uint8Array) || isBytes(name)) return undefined;
    if (name.length === ENCODING.length && name.toLowerCase() === ENCODING)
      encoding = Buffer.from(value).toString('latin1').trim().toLowerCase();
  }
  return { status, encoding, body };
}

const ENCODING = 'content-encoding';

function isBytes(name: string): boolean {
  return name.startsWith(BYTES_KEY);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
