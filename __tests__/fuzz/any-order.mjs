// @ts-check
import { decode, encode } from '@msgpack/msgpack';

const MAGIC = 'cc=4,';
/**
 * Returns a response's file in `http`, with its keys in an order that Python 2.7 or 3.5 may give them.
 *
 * @param {Buffer} metadata a response's file in `http-v2`
 * @param {Buffer} body
 * @param {() => number} random
 * @returns {Buffer}
 */
export function inAnyOrder(metadata, body, random) {
  const { response, vary } = /** @type {{ response: object, vary: object }} */ (
    decode(metadata.subarray(MAGIC.length))
  );
  /** @param {object} map */
  const shuffled = (map) => Object.fromEntries(Object.entries(map).sort(() => random() - 0.5));
  return Buffer.concat([
    Buffer.from(MAGIC),
    encode(shuffled({ response: shuffled({ ...response, body }), vary: shuffled(vary) })),
  ]);
}
