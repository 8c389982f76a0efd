import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { type Label, UNKNOWN } from '../label.js';
import { namedBy, parseSdistStem } from '../names/distribution-name.js';
import { beginningLabel } from './index-page.js';
import type { StoredResponse } from './stored-response.js';
import { firstMember } from './tar-member.js';
import { zipNames } from './zip-directory.js';

const MAGIC_BYTES = 18;
// CacheControl stores these two, and 300 (pip's vendored cachecontrol, controller.py).
const FOUND = new Set([200, 203]);
// Those that CacheControl stores, and two that are like them.
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * What a response is, by what its body holds: the Content-Type is the server's word, and devpi, Artifactory and others
 * differ in it.
 *
 * @returns undefined for an index page of which all has to be read.
 */
export function responseLabel(response: StoredResponse): Label | undefined {
  if (REDIRECTS.has(response.status)) return { kind: 'redirect' };
  if (!FOUND.has(response.status)) return UNKNOWN;
  const { body } = response;
  const start = body.read(0, MAGIC_BYTES).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return zipLabel(zipNames(body)) ?? UNKNOWN;
  if (start.startsWith('\x1f\x8b') && !isEncoded(response)) return sdistLabel(firstMember(body)) ?? UNKNOWN;
  const { bytes, complete } = beginning(response);
  const text = bytes.toString('latin1', 0, MAGIC_BYTES);
  if (text.startsWith('Metadata-Version:')) return metadataLabel(bytes) ?? UNKNOWN;
  if (!TEXT.test(text)) return isEncoded(response) ? (sdistLabel(firstMember(body)) ?? UNKNOWN) : UNKNOWN;
  return beginningLabel(bytes, complete);
}

/**
 * Bytes of a compressed page that are looked at first: to decompress all of each page takes longer than all the rest.
 */
const COMPRESSED_HEAD = 512;
/** What those can become, in bytes: a tenth of it is usual. */
const MOST_HEAD = 1 << 16;
/** Bytes of one that isn't. */
const PLAIN_HEAD = 8192;
const TEXT = /^(?:\{|\s*<|Metadata-Version:)/;

function beginning(response: StoredResponse): { bytes: Buffer; complete: boolean } {
  const { body } = response;
  const decompress = decompression(response);
  if (!decompress) return { bytes: body.read(0, PLAIN_HEAD), complete: body.length <= PLAIN_HEAD };
  const complete = body.length <= COMPRESSED_HEAD;
  try {
    const bytes = decompress(body.read(0, COMPRESSED_HEAD), {
      finishFlush: complete ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      chunkSize: 8 * COMPRESSED_HEAD,
      maxOutputLength: MOST_HEAD,
    });
    return { bytes, complete };
  } catch {
    return { bytes: Buffer.alloc(0), complete: true };
  }
}

// pip asks for `gzip, deflate`.
function decompression({ encoding }: StoredResponse) {
  return encoding === 'gzip' ? gunzipSync : encoding === 'deflate' ? inflateSync : undefined;
}

function isEncoded({ encoding }: StoredResponse): boolean {
  return encoding !== undefined;
}

// A wheel has one directory `<name>-<version>.dist-info` at its top; a zipped sdist has all in `<name>-<version>`.
function zipLabel(names: Iterable<string>): Label | undefined {
  let first: string | undefined;
  let information: string | undefined;
  let isAlone = true;
  let hasMetadata = false;
  for (const name of names) {
    const top = topOf(name);
    first ??= top;
    isAlone &&= top === first;
    hasMetadata ||= name.length === top.length + METADATA.length && name.endsWith(METADATA);
    if (!top.endsWith('.dist-info') || top === information) continue;
    if (information !== undefined) return undefined;
    information = top;
  }
  if (information !== undefined) {
    const [, name, version] = /^([^-]+)-([^-]+)\.dist-info$/.exec(information) ?? [];
    return name !== undefined && version !== undefined ? namedBy('wheel', name, version) : undefined;
  }
  return first !== undefined && isAlone && hasMetadata ? parseSdistStem(first) : undefined;
}

const METADATA = '/PKG-INFO';

function topOf(path: string): string {
  const end = path.indexOf('/');
  return end < 0 ? path : path.slice(0, end);
}

function sdistLabel(member: string | undefined): Label | undefined {
  return member === undefined ? undefined : parseSdistStem(topOf(member.replace(/^\.\//, '')));
}

// PEP 658: the METADATA of a wheel by itself, headers like those of a mail. The first of each counts. What has no line
// end may have been cut off.
function metadataLabel(bytes: Buffer): Label | undefined {
  const [headers = ''] = bytes.toString('utf8', 0, PLAIN_HEAD).split(/(?<=\n)\r?\n/, 1);
  const name = /^Name:[ \t]*(\S+)[ \t]*\r?\n/m.exec(headers)?.[1];
  const version = /^Version:[ \t]*(\S+)[ \t]*\r?\n/m.exec(headers)?.[1];
  return name !== undefined && version !== undefined ? namedBy('metadata', name, version) : undefined;
}
