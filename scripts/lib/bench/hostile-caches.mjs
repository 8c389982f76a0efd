// @ts-check
import { gzipSync } from 'node:zlib';
import { zip } from '../../../__tests__/support/archives.mjs';
import { seededBytes } from '../../../__tests__/support/seeded.mjs';
import { writeResponses } from '../../../__tests__/support/synthetic-responses.mjs';

/**
 * @typedef {object} Hostile
 * @property {string} what
 * @property {(stored: number) => Buffer} body of about so many bytes as it is stored
 * @property {boolean} gzip whether it is said to be compressed
 * @property {boolean} [isGreedy] whether it may take much memory
 */

const MOST_TIMES = 100;
/** Bytes of a response's metadata. */
const METADATA_BYTES = 480;

/**
 * Returns a compressed page that becomes as large as the action still reads: a hundred times as large.
 *
 * @param {string} what @param {string} start @param {string} repeated @param {string} [end] @returns {Hostile}
 */
function page(what, start, repeated, end = '') {
  const body = (/** @type {number} */ stored) => {
    // What does not compress keeps it below that.
    const random = seededBytes('hostile', Math.max(0, stored - 120)).toString('base64');
    const text = Buffer.from(`${start.replace('RANDOM', random)}`);
    const room = Math.max(65_536, MOST_TIMES * stored) - text.length - end.length - 64;
    const rest = Buffer.alloc(Math.max(0, Math.floor((room * 0.9) / repeated.length)) * repeated.length, repeated);
    return gzipSync(Buffer.concat([text, rest, Buffer.from(end)]), { level: 9 });
  };
  return { what, body, gzip: true };
}

const HTML = '<html><!--RANDOM--><title>Links for foo</title>';
const UNTITLED = '<html><!--RANDOM-->';
const JSON_START = '{"random":"RANDOM","name":"foo","files":[';

/** The worst responses that are known. @type {readonly Hostile[]} */
export const HOSTILE = [
  { ...page('links', HTML, '<a href=foo-1.zip>'), isGreedy: true },
  page('links without a title', UNTITLED, '<a href=foo-1.zip>'),
  page('a link without an end', `${HTML}<a href="`, 'a'),
  page('a link of entities without an end', `${HTML}<a href="`, '&amp;'),
  page('a link of what may be entities', `${HTML}<a href="`, '&'),
  page('attributes', `${UNTITLED}<a `, 'href=a '),
  page('less-than signs', UNTITLED, '<'),
  page('a title without an end', `${UNTITLED}<title>`, '&am'),
  page('links in JSON', JSON_START, '{"url":"foo-1.zip"},', '{}]}'),
  page('file names in JSON', '{"random":"RANDOM","files":[', '{"filename":"foo-1.zip"},', '{}]}'),
  page('escapes in JSON', `${JSON_START}{"url":"`, '\\u0061', '"}]}'),
  page('empty texts in JSON', '{"random":"RANDOM","more":[', '"",', '""],"files":[],"name":"foo"}'),
  page('arrays in JSON', '{"random":"RANDOM","more":', '['),
  {
    what: 'compressed nothing',
    body: (stored) => gzipSync(Buffer.alloc(1000 * stored)).subarray(0, stored),
    isGreedy: true,
    gzip: true,
  },
  {
    what: 'an sdist of nothing',
    body: (stored) => gzipSync(Buffer.alloc(1000 * stored)).subarray(0, stored),
    isGreedy: true,
    gzip: false,
  },
  {
    what: 'a zip of many files',
    body: (stored) =>
      zip(Array.from({ length: Math.floor(stored / 85) }, (_, at) => ({ name: `${at}`, data: Buffer.alloc(0) }))),
    gzip: false,
  },
];

/**
 * Writes a cache of one kind of hostile responses.
 * @param {string} cacheDir
 * @param {Hostile} hostile
 * @param {number} total bytes of all files, about
 * @param {number} each bytes of a body as it is stored, about
 * @returns {{ files: number, bytes: number }}
 */
export function hostileCache(cacheDir, { what, body, gzip }, total, each) {
  const bytes = body(each);
  const headers = /** @type {Record<string, string>} */ (gzip ? { 'Content-Encoding': 'gzip' } : {});
  return writeResponses(cacheDir, Math.ceil(total / (bytes.length + METADATA_BYTES)), what, () => ({
    body: bytes,
    headers,
  }));
}
