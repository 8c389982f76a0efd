// @ts-check
import { gzipSync } from 'node:zlib';

/**
 * @typedef {object} Member a file in an archive
 * @property {string} name path in the archive, with forward slashes
 * @property {Buffer} data
 */

const FIRST_OF_JANUARY_1980 = 0x21; // in the format of zip's date field
const IS_UTF8 = 0x800;
const MADE_BY_UNIX = (3 << 8) | 20;
const REGULAR_FILE = 0o100644;

/**
 * Returns a zip archive whose members are stored without compression.
 *
 * @param {Member[]} members
 * @returns {Buffer}
 */
export function zip(members) {
  /** @type {Buffer[]} */
  const files = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, data } of members) {
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(IS_UTF8, 2);
    common.writeUInt16LE(FIRST_OF_JANUARY_1980, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);

    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(MADE_BY_UNIX, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(REGULAR_FILE * 2 ** 16, 38);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, path);

    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, data]);
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/**
 * Returns a gzip-compressed tar archive in the ustar format.
 *
 * @param {Member[]} members
 * @returns {Buffer}
 * @throws {Error} if a path has more than 100 bytes
 */
export function tarGz(members) {
  /** @type {Buffer[]} */
  const blocks = [];
  for (const { name, data } of members) {
    if (Buffer.byteLength(name) > 100) throw new Error(`too long for a ustar header: ${name}`);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(octal(0o644, 8), 100);
    header.write(octal(0, 8), 108); // owner
    header.write(octal(0, 8), 116); // group
    header.write(octal(data.length, 12), 124);
    header.write(octal(0, 12), 136); // time of modification
    header.write('        ', 148); // the checksum is computed with spaces in its place
    header.write('0', 156);
    header.write('ustar\x0000', 257);
    const checksum = header.reduce((sum, byte) => sum + byte, 0);
    header.write(octal(checksum, 8), 148);
    blocks.push(header, data, Buffer.alloc((512 - (data.length % 512)) % 512));
  }
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/**
 * @param {number} value
 * @param {number} width in bytes, including the terminating NUL
 */
function octal(value, width) {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * Computes the CRC-32 that zip uses. zlib.crc32 can't be used, because Node has it only from 20.15 and 22.2 on, and any
 * Node 20 must do.
 *
 * @param {Buffer} data
 * @returns {number}
 */
export function crc32(data) {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ /** @type {number} */ (CRC_TABLE[(crc ^ byte) & 0xff]);
  return (crc ^ 0xffffffff) >>> 0;
}
