import { pipeline, Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import type { Pace } from '../../util/pace.js';
import { type Label, UNKNOWN } from '../label.js';
import { projectNamed } from '../names/distribution-name.js';
import { jsonPageReader } from './json-page.js';
import type { Source } from './open-file.js';
import { type PageFacts, type PageReader, projectOfFiles } from './page-reader.js';
import type { StoredResponse } from './stored-response.js';

/** Bytes of a page in which its title is, and its first files. */
const HEAD_BYTES = 4096;
/** Bytes that are read, decompressed and parsed at a time. */
const PART_BYTES = 1 << 16;
/** A page of more bytes than this, before or after decompression, is not read to its end. */
const MOST_BYTES = 32 << 20;
/**
 * How many times as large as it is stored a page may become, above a size that costs little in any case: the digests
 * alone keep a real one below ten.
 */
const MOST_TIMES = 100;
const LITTLE_BYTES = 1 << 16;

/**
 * What an index page is by its beginning: JSON by the first files, HTML by the title or heading "Links for ...".
 *
 * @param complete whether it is all of it.
 * @returns undefined when all of it has to be read.
 */
export function beginningLabel(page: Buffer, complete: boolean): Label | undefined {
  const start = page.toString('utf8', 0, HEAD_BYTES);
  if (isJson(start)) {
    if (!complete) return labelOfFiles(start);
    const reader = jsonPageReader();
    reader.write(page);
    return reader.end().label ?? UNKNOWN;
  }
  if (!isHtml(start)) return UNKNOWN;
  const titled = /<(?:title|h1)>\s*Links for ([^<\s&]{1,200})\s*<\/(?:title|h1)>/i.exec(start)?.[1];
  return titled === undefined ? undefined : (projectNamed('index page', titled) ?? UNKNOWN);
}

// In half the time that a reader takes: most of the pages of a cache end here.
function labelOfFiles(start: string): Label | undefined {
  if (!/"files"\s*:\s*\[/.test(start)) return undefined;
  const files = projectOfFiles();
  for (const [, name] of start.matchAll(/"filename"\s*:\s*"([^"\\]{1,500})"/g)) files.add(name as string);
  return files.label();
}

/** How to read all of a page. */
export interface PageOptions {
  readonly pace: Pace;
  /** Aborted: it is not needed any more. */
  readonly signal?: AbortSignal | undefined;
  /** Tells how far the work is. */
  readonly progress: () => string;
}

/**
 * Reads an index page to its end: JSON by `name`, HTML by its title or heading, or else both by their files, if all are
 * of one project.
 *
 * @param follow gets each file's address, as the page has it. Returns whether to go on.
 * @returns undefined when the page is too large, is no page, or was not read to its end.
 * @throws what zlib and the file system say.
 */
export async function readPage(
  response: StoredResponse,
  { pace, signal, progress }: PageOptions,
  follow?: (link: string) => boolean,
): Promise<PageFacts | undefined> {
  const { body } = response;
  const most = Math.min(MOST_BYTES, Math.max(LITTLE_BYTES, MOST_TIMES * body.length));
  let reader: PageReader | undefined;
  let read = 0;
  if (body.length > MOST_BYTES) return undefined;
  for await (const part of decompressed(response)) {
    read += part.length;
    reader ??= await readerOf(part);
    if (!reader || read > most || signal?.aborted) return undefined;
    reader.write(part);
    const links = reader.links.splice(0);
    // Once more than there are links: not every part has one.
    for (let at = 0; at <= (follow ? links.length : 0); at += 1) {
      const pause = pace(progress);
      if (pause) await pause;
      const link = links[at];
      if (signal?.aborted || (link !== undefined && follow?.(link) === false)) return undefined;
    }
  }
  return reader?.end();
}

const DECOMPRESSORS: Readonly<Record<string, typeof createGunzip>> = { gzip: createGunzip, deflate: createInflate };

// pip asks for `gzip, deflate`. Decompressed in another thread, so that the event loop gets its turn.
async function* decompressed({ body, encoding = '' }: StoredResponse): AsyncGenerator<Buffer> {
  const decompressor = DECOMPRESSORS[encoding]?.({ chunkSize: PART_BYTES });
  if (!decompressor) return yield* parts(body);
  // What goes wrong in either comes out of the iteration.
  pipeline(Readable.from(parts(body)), decompressor, () => {});
  yield* decompressor;
}

function* parts(body: Source): Generator<Buffer, undefined> {
  for (let at = 0; at < body.length; at += PART_BYTES) yield body.read(at, PART_BYTES);
}

async function readerOf(start: Buffer): Promise<PageReader | undefined> {
  const text = start.toString('utf8', 0, HEAD_BYTES);
  if (isJson(text)) return jsonPageReader();
  if (!isHtml(text)) return undefined;
  const { htmlPageReader } = await import('./html-page.js');
  return htmlPageReader();
}

function isJson(text: string): boolean {
  return text.startsWith('{');
}

function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text);
}
