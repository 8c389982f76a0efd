import { Decoder } from '@msgpack/msgpack';
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

// pip writes no arrays. The library makes room for as many items as one says it has, and one can be in another: 64 KiB would take 180 MB.
const decoder = new Decoder({
  maxStrLength: MOST_METADATA,
  maxBinLength: MOST_METADATA,
  maxArrayLength: 0,
  maxMapLength: 1000,
  maxExtLength: 0,
  // Of some twenty headers one is asked for; the others stay bytes, so that a header of bytes, which pip never writes, passes for text.
  rawStrings: true,
});

// CacheControl writes `cc=4,` and a msgpack map, whose first value is the response, whose first value is the body: 82 is a map of 2.
const START = Buffer.from('cc=4,\x82\xa8response', 'latin1');
const BODY = Buffer.from('\xa4body', 'latin1');
const EMPTY_BODY = Buffer.from([0xc4, 0]);
// The bytes before the length of a bin by its first byte: bin 8, bin 16, bin 32.
const LENGTH_BYTES: Readonly<Record<number, number>> = { 196: 1, 197: 2, 198: 4 };

/**
 * Reads a file of `http` (pip before 23.3, the body in it), or the metadata of `http-v2` (the body in a file beside it). The format is that of the
 * cachecontrol which pip 20.1 to 26.2 bring along, `Serializer.dumps`; older ones began `cc=0` to `cc=3`, and are not read. (`cc=1` is a
 * pickle, which could run code.)
 *
 * @param beside the body's file, for `http-v2`.
 * @returns undefined for whatever has not exactly this shape.
 */
export function storedResponse(file: Source, beside: Source | undefined): StoredResponse | undefined {
  const head = file.read(0, Math.min(file.length, beside ? MOST_METADATA + 1 : START.length + 1 + BODY.length + 5));
  const at = START.length + 1 + BODY.length;
  const lengthBytes = LENGTH_BYTES[head[at] ?? 0];
  if (!startsWith(head, START, 0) || !startsWith(head, BODY, START.length + 1) || lengthBytes === undefined)
    return undefined;
  if (head.length < at + 1 + lengthBytes) return undefined;
  const bodyLength = head.readUIntBE(at + 1, lengthBytes);
  const bodyAt = at + 1 + lengthBytes;
  const rest = file.length - bodyAt - bodyLength;
  if (rest < 0 || rest > MOST_METADATA || (beside && bodyLength > 0)) return undefined;
  if (beside) return shaped(decoded(head.subarray('cc=4,'.length)), beside);
  // The rest of the map is behind the body, which may be large.
  const tail = file.read(bodyAt + bodyLength, rest);
  const map = Buffer.concat([head.subarray('cc=4,'.length, at), EMPTY_BODY, tail]);
  return shaped(decoded(map), part(file, bodyAt, bodyLength));
}

function startsWith(bytes: Buffer, start: Buffer, at: number): boolean {
  return bytes.subarray(at, at + start.length).equals(start);
}

function decoded(bytes: Buffer): unknown {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function shaped(map: unknown, body: Source): StoredResponse | undefined {
  if (!isRecord(map) || !isRecord(map.response) || !isRecord(map.vary)) return undefined;
  const { status, headers } = map.response;
  if (typeof status !== 'number' || !Number.isInteger(status) || !isRecord(headers)) return undefined;
  let encoding: string | undefined;
  for (const name in headers) {
    const value = headers[name];
    if (!(value instanceof Uint8Array)) return undefined;
    if (name.length === ENCODING.length && name.toLowerCase() === ENCODING)
      encoding = Buffer.from(value).toString('latin1').trim().toLowerCase();
  }
  return { status, encoding, body };
}

const ENCODING = 'content-encoding';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
