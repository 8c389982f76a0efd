/** Where the body of a response stands in a file of `http`, in bytes from the file's beginning. */
export interface BodyPosition {
  /** Where its msgpack header begins. */
  readonly header: number;
  /** Where its first byte is. */
  readonly start: number;
  readonly length: number;
  /** How many values the response has, the body included. */
  readonly values: number;
}

const KEY_RESPONSE = Buffer.from('\xa8response', 'latin1');
const KEY_BODY = Buffer.from('\xa4body', 'latin1');
/** The bytes of the length behind the first byte of a bin 8, bin 16 and bin 32. */
const BIN_LENGTH_BYTES: Readonly<Record<number, number>> = { 196: 1, 197: 2, 198: 4 };
const STR_LENGTH_BYTES: Readonly<Record<number, number>> = { 217: 1, 218: 2, 219: 4 };
/**
 * The bytes behind the first byte of nil, false, true, and of whole numbers of 8 to 64 bits with and without a sign.
 */
const FIXED_BYTES: Readonly<Record<number, number>> = {
  192: 0,
  194: 0,
  195: 0,
  204: 1,
  205: 2,
  206: 4,
  207: 8,
  208: 1,
  209: 2,
  210: 4,
  211: 8,
};

/**
 * Finds the body in the msgpack map of a stored response, whatever stands before it: the body itself may be too large
 * to be read with the rest, and the library that reads the rest does not say where a value stands.
 *
 * @param bytes the beginning of the file.
 * @param from where the map of two begins.
 * @returns undefined when the bytes end before the body's header, when there is no body, and for what pip does not
 *   write.
 */
export function bodyIn(bytes: Buffer, from: number): BodyPosition | undefined {
  try {
    let at = from + 1;
    for (let pair = 0; pair < 2; pair += 1) {
      if (startsWith(bytes, KEY_RESPONSE, at)) return bodyInResponse(bytes, at + KEY_RESPONSE.length);
      at = behindValue(bytes, behindValue(bytes, at));
    }
  } catch (thrown) {
    // Behind the end of what was read.
    if (!(thrown instanceof RangeError)) throw thrown;
  }
  return undefined;
}

function bodyInResponse(bytes: Buffer, mapAt: number): BodyPosition | undefined {
  const values = smallMapSize(bytes.readUInt8(mapAt));
  if (values === undefined) return undefined;
  let at = mapAt + 1;
  for (let pair = 0; pair < values; pair += 1) {
    const isBody = startsWith(bytes, KEY_BODY, at);
    at = behindValue(bytes, at);
    if (!isBody) {
      at = behindValue(bytes, at);
      continue;
    }
    const lengthBytes = BIN_LENGTH_BYTES[bytes.readUInt8(at)];
    if (lengthBytes === undefined) return undefined;
    return { header: at, start: at + 1 + lengthBytes, length: bytes.readUIntBE(at + 1, lengthBytes), values };
  }
  return undefined;
}

function startsWith(bytes: Buffer, start: Buffer, at: number): boolean {
  return bytes.subarray(at, at + start.length).equals(start);
}

// Value by value, without a call for each that is in another.
function behindValue(bytes: Buffer, from: number): number {
  let at = from;
  for (let left = 1; left > 0; left -= 1) {
    const first = bytes.readUInt8(at);
    at += 1;
    const fixed = FIXED_BYTES[first];
    const lengthBytes = BIN_LENGTH_BYTES[first] ?? STR_LENGTH_BYTES[first];
    const pairs = smallMapSize(first);
    if (first < 0x80 || first >= 0xe0) continue;
    if (fixed !== undefined) at += fixed;
    else if (lengthBytes !== undefined) at += lengthBytes + bytes.readUIntBE(at, lengthBytes);
    else if (pairs !== undefined) left += 2 * pairs;
    else if (first === 0xde) {
      left += 2 * bytes.readUInt16BE(at);
      at += 2;
    } else if ((first & 0xe0) === 0xa0) at += first & 0x1f;
    // Arrays, extensions and floating-point numbers.
    else throw new RangeError('pip writes no such value');
  }
  return at;
}

function smallMapSize(first: number): number | undefined {
  return (first & 0xf0) === 0x80 ? first & 0x0f : undefined;
}
