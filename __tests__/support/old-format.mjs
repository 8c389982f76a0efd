// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MAGIC = 'cc=4,';
const EMPTY_BODY = Buffer.from('\xa4body\xc4\x00', 'latin1');

/**
 * Gives the cache an `http` area such as a pip before 23.3 writes: every response in `http-v2` (two files) once
 * more as one file with the body inside. The `http-v2` area stays.
 * @param {string} cacheDir
 * @returns {number} how many files it wrote
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
 * @param {Buffer} metadata a response's file in `http-v2`
 * @param {Buffer} body
 * @returns {Buffer} the same response's file in `http`
 */
export function withBody(metadata, body) {
  const at = metadata.indexOf(EMPTY_BODY);
  if (!metadata.toString('latin1', 0, MAGIC.length).startsWith(MAGIC) || at < 0)
    throw new Error('not a response of http-v2');
  const start = at + EMPTY_BODY.length - 2;
  return Buffer.concat([metadata.subarray(0, start), binaryHeader(body.length), body, metadata.subarray(start + 2)]);
}

/**
 * @param {Buffer} file a response's file in `http`
 * @returns {{ metadata: Buffer, body: Buffer }} the same response's two files in `http-v2`
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
 * msgpack's bin 8, bin 16 or bin 32, without the data.
 * @param {number} length in bytes
 */
function binaryHeader(length) {
  if (length < 2 ** 8) return Buffer.from([0xc4, length]);
  const header = Buffer.alloc(length < 2 ** 16 ? 3 : 5);
  header[0] = length < 2 ** 16 ? 0xc5 : 0xc6;
  header.writeUIntBE(length, 1, header.length - 1);
  return header;
}
