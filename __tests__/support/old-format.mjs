// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MAGIC = 'cc=4,';
const EMPTY_BODY = Buffer.from('\xa4body\xc4\x00', 'latin1');

/**
 * Adds an `http` area like that of a pip before 23.3 to a cache. It holds each response of `http-v2` (two files) as one
 * file that includes the body. The `http-v2` area is kept.
 *
 * @param {string} cacheDir
 * @returns {number} number of files written
 */
export function writeOldFormatCopy(cacheDir) {
  const paths = /** @type {string[]} */ (readdirSync(join(cacheDir, 'http-v2'), { recursive: true, encoding: 'utf8' }));
  const bodies = paths.filter((path) => path.endsWith('.body'));
  for (const body of bodies) {
    const response = body.slice(0, -'.body'.length);
    const target = join(cacheDir, 'http', response);
    mkdirSync(dirname(target), { recursive: true });
    const metadata = readFileSync(join(cacheDir, 'http-v2', response));
    const content = withBody(metadata, readFileSync(join(cacheDir, 'http-v2', body)));
    writeFileSync(target, content, { mode: 0o600 });
  }
  return bodies.length;
}

/**
 * Converts a response from the new format to the old one.
 *
 * @param {Buffer} metadata the metadata file in `http-v2`
 * @param {Buffer} body the body file in `http-v2`
 * @returns {Buffer} the file of the same response in `http`
 */
export function withBody(metadata, body) {
  const at = metadata.indexOf(EMPTY_BODY);
  if (!metadata.toString('latin1', 0, MAGIC.length).startsWith(MAGIC) || at < 0)
    throw new Error('not a response of http-v2');
  const start = at + EMPTY_BODY.length - 2;
  return Buffer.concat([metadata.subarray(0, start), binaryHeader(body.length), body, metadata.subarray(start + 2)]);
}

/**
 * Converts a response from the old format to the new one.
 *
 * @param {Buffer} file the file of a response in `http`
 * @returns {{ metadata: Buffer, body: Buffer }} the two files of the same response in `http-v2`
 */
export function withoutBody(file) {
  const at = file.indexOf('\xa4body', 0, 'latin1') + 5;
  const lengthBytes = { 196: 1, 197: 2, 198: 4 }[file[at] ?? 0];
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC || at < 5 || !lengthBytes)
    throw new Error('not a response of http');
  const start = at + 1 + lengthBytes;
  const end = start + file.readUIntBE(at + 1, lengthBytes);
  const metadata = Buffer.concat([file.subarray(0, at), Buffer.from([0xc4, 0]), file.subarray(end)]);
  return { metadata, body: file.subarray(start, end) };
}

/**
 * Returns the header of a msgpack bin 8, bin 16 or bin 32.
 *
 * @param {number} length number of bytes of the data
 */
function binaryHeader(length) {
  if (length < 2 ** 8) return Buffer.from([0xc4, length]);
  const header = Buffer.alloc(length < 2 ** 16 ? 3 : 5);
  header[0] = length < 2 ** 16 ? 0xc5 : 0xc6;
  header.writeUIntBE(length, 1, header.length - 1);
  return header;
}
