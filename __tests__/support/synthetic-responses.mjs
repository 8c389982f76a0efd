// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededBytes, seededNumbers } from './seeded.mjs';

const METADATA_BYTES = 480;
const SMALLEST_BODY = 200;
const LARGEST_BODY = 40_000;
const BIG_BODY = 1_000_000; // every 1000th

/**
 * Writes `count` responses into the `http-v2` area of a cache, two files each: 480 bytes of metadata in pip's format,
 * and a random body of 0.2 to 40 kB (8.5 kB on average). Writes 100,000 responses in seconds. The same seed gives the
 * same files; different seeds share no file names.
 *
 * @param {string} cacheDir
 * @param {number} count
 * @param {object} [options]
 * @param {string | number} [options.seed]
 * @returns {{ files: number, bytes: number }} what was written
 */
export function syntheticResponses(cacheDir, count, { seed = 1 } = {}) {
  const random = seededNumbers(`sizes ${seed}`);
  const content = seededBytes(`content ${seed}`, BIG_BODY + LARGEST_BODY);
  return writeResponses(cacheDir, count, seed, (index) => {
    const size =
      index % 1000 === 999 ? BIG_BODY : Math.round(SMALLEST_BODY * (LARGEST_BODY / SMALLEST_BODY) ** random());
    const start = Math.floor(random() * LARGEST_BODY);
    return { body: content.subarray(start, start + size), headers: { 'Content-Type': 'application/octet-stream' } };
  });
}

/**
 * Writes `count` responses into the `http-v2` area of a cache, each with its own file name.
 *
 * @param {string} cacheDir
 * @param {number} count
 * @param {string | number} seed
 * @param {(index: number) => { body: Buffer, headers: Record<string, string> }} make returns a response
 * @returns {{ files: number, bytes: number }} what was written
 */
export function writeResponses(cacheDir, count, seed, make) {
  const area = join(cacheDir, 'http-v2');
  mkdirSync(area, { recursive: true });
  /** @type {Set<string>} */
  const made = new Set();
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const hash = createHash('sha224').update(`response ${index} of ${seed}`).digest('hex');
    let folder = area;
    for (let level = 0; level < 5; level++) {
      folder = `${folder}/${hash[level]}`;
      const prefix = hash.slice(0, level + 1);
      if (made.has(prefix)) continue;
      makeDirectory(folder);
      made.add(prefix);
    }
    const { body, headers } = make(index);
    writeFileSync(`${folder}/${hash}`, metadata(body.length, headers));
    writeFileSync(`${folder}/${hash}.body`, body);
    bytes += METADATA_BYTES + body.length;
  }
  return { files: 2 * count, bytes };
}

/** @param {string} path */
function makeDirectory(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
}

/**
 * Returns the metadata of a response: the prefix that pip expects, and msgpack.
 *
 * @param {number} bodySize in bytes
 * @param {Record<string, string>} headers
 * @returns {Buffer} METADATA_BYTES long
 */
function metadata(bodySize, headers) {
  const length = String(bodySize);
  const unpadded = encode(length, headers, '').length;
  return encode(length, headers, 'x'.repeat(METADATA_BYTES - unpadded));
}

/**
 * @param {string} length
 * @param {Record<string, string>} more
 * @param {string} padding
 */
function encode(length, more, padding) {
  const headers = {
    Date: 'Mon, 01 Jan 2024 00:00:00 GMT',
    ...more,
    'Content-Length': length,
    'Cache-Control': 'max-age=365000000, immutable, public',
    ETag: '"0123456789abcdef0123456789abcdef"',
    'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT',
    'X-Padding': padding,
  };
  let text = `cc=4,\x82${string('response')}\x86${string('body')}\xc4\x00`;
  text += `${string('headers')}${String.fromCharCode(0x80 + Object.keys(headers).length)}`;
  for (const [name, value] of Object.entries(headers)) text += string(name) + longString(value);
  text += `${string('status')}\xcc\xc8${string('version')}\x0b${string('reason')}${string('OK')}`;
  text += `${string('decode_content')}\xc2${string('vary')}\x80`;
  return Buffer.from(text, 'latin1');
}

/** @param {string} text of up to 31 bytes */
function string(text) {
  return String.fromCharCode(0xa0 + text.length) + text;
}

/** @param {string} text of up to 255 bytes */
function longString(text) {
  return `\xd9${String.fromCharCode(text.length)}${text}`;
}
