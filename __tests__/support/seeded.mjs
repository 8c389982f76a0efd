// @ts-check
import { createCipheriv, createHash } from 'node:crypto';

/**
 * Returns incompressible bytes. The same seed gives the same bytes, and a shorter result is a prefix of a longer one.
 *
 * @param {string} seed
 * @param {number} length in bytes
 * @returns {Buffer}
 */
export function seededBytes(seed, length) {
  return keystream(seed).update(Buffer.alloc(length));
}

/**
 * Returns a random number generator with a uniform distribution over [0, 1). The same seed gives the same numbers.
 *
 * @param {string} seed
 * @returns {() => number}
 */
export function seededNumbers(seed) {
  const stream = keystream(seed);
  const zeros = Buffer.alloc(16_384);
  let block = zeros;
  let offset = block.length;
  return () => {
    if (offset === block.length) {
      block = stream.update(zeros);
      offset = 0;
    }
    const number = block.readUInt32LE(offset) / 2 ** 32;
    offset += 4;
    return number;
  };
}

/** @param {string} seed */
function keystream(seed) {
  return createCipheriv('aes-128-ctr', createHash('sha256').update(seed).digest().subarray(0, 16), Buffer.alloc(16));
}
