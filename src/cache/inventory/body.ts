import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { namedBy, parseSdistStem } from './distribution-name.js';
import { indexPageLabel } from './index-page.js';
import { type Label, UNKNOWN } from './label.js';
import type { StoredResponse } from './stored-response.js';
import { firstMember } from './tar-member.js';
import { zipNames } from './zip-directory.js';

/** An index page, or a metadata file, of more bytes than this, before or after decompression, is not read. */
const MOST_TEXT = 32 << 20;
const MAGIC_BYTES = 18;
// Those that CacheControl stores, and two that are like them.
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * What a response is, by what its body holds: the Content-Type is the server's word, and devpi, Artifactory and others differ in it.
 */
export function responseLabel(response: StoredResponse): Label {
  if (REDIRECTS.has(response.status)) return { kind: 'redirect' };
  if (response.status !== 200) return UNKNOWN;
  const { body } = response;
  const start = body.read(0, MAGIC_BYTES).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return zipLabel(zipNames(body)) ?? UNKNOWN;
  if (start.startsWith('\x1f\x8b') && !isEncoded(response)) return sdistLabel(firstMember(body)) ?? UNKNOWN;
  const text = pageText(response);
  if (text === undefined) return isEncoded(response) ? (sdistLabel(firstMember(body)) ?? UNKNOWN) : UNKNOWN;
  return (text.startsWith('Metadata-Version:') ? metadataLabel(text) : indexPageLabel(text)) ?? UNKNOWN;
}

/**
 * The text of a response that is an index page or metadata, decompressed where it came compressed.
 *
 * @returns undefined when it is neither, or too large.
 */
export function pageText({ headers, body }: StoredResponse): string | undefined {
  if (body.length > MOST_TEXT) return undefined;
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  const decompress = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync }[encoding];
  if (!decompress)
    return looksLikeText(body.read(0, MAGIC_BYTES)) ? body.read(0, body.length).toString('utf8') : undefined;
  try {
    // Its beginning first: most that is compressed so and large is no page.
    const begins = decompress(body.read(0, 512), { finishFlush: constants.Z_SYNC_FLUSH });
    if (!looksLikeText(begins)) return undefined;
    return decompress(body.read(0, body.length), { maxOutputLength: MOST_TEXT }).toString('utf8');
  } catch {
    return undefined;
  }
}

function looksLikeText(start: Buffer): boolean {
  return /^(?:\{|\s*<|Metadata-Version:)/.test(start.toString('latin1', 0, MAGIC_BYTES));
}

function isEncoded({ headers }: StoredResponse): boolean {
  return headers.has('content-encoding');
}

// A wheel has one directory `<name>-<version>.dist-info` at its top; a zipped sdist has all in `<name>-<version>`.
function zipLabel(names: readonly string[]): Label | undefined {
  const tops = new Set(names.map((name) => name.split('/', 1)[0] as string));
  const information = [...tops].filter((top) => top.endsWith('.dist-info'));
  if (information.length > 1) return undefined;
  const [only] = information;
  if (only !== undefined) {
    const [, name, version] = /^([^-]+)-([^-]+)\.dist-info$/.exec(only) ?? [];
    return name !== undefined && version !== undefined ? namedBy('wheel', name, version) : undefined;
  }
  const [top] = tops;
  return tops.size === 1 && top !== undefined && names.includes(`${top}/PKG-INFO`) ? parseSdistStem(top) : undefined;
}

function sdistLabel(member: string | undefined): Label | undefined {
  return member === undefined ? undefined : parseSdistStem(member.replace(/^\.\//, '').split('/', 1)[0] as string);
}

// PEP 658: the METADATA of a wheel by itself, headers like those of a mail. The first of each counts.
function metadataLabel(text: string): Label | undefined {
  const [headers = ''] = text.slice(0, 1 << 20).split(/\r?\n\r?\n/, 1);
  const name = /^Name:[ \t]*(\S+)[ \t]*\r?$/m.exec(headers)?.[1];
  const version = /^Version:[ \t]*(\S+)[ \t]*\r?$/m.exec(headers)?.[1];
  return name !== undefined && version !== undefined ? namedBy('metadata', name, version) : undefined;
}
