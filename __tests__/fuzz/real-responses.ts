import { gzipSync } from 'node:zlib';
import { inject } from 'vitest';
import { zip } from '../support/archives.mjs';
import { indexPage } from '../support/index-pages.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The two files of each, in base64. */
    realResponses: { metadata: string; body: string }[];
  }
}

/** A response in the form of `http-v2`. */
export interface Pair {
  readonly metadata: Buffer;
  readonly body: Buffer;
}

/** The same zip with the records of zip64, as Python writes them from 2 GiB on: the end record has the same numbers. */
function withZip64(archive: Buffer): Buffer {
  const end = archive.subarray(-22);
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeUInt32LE(44, 4);
  for (const [field, number] of [
    [24, end.readUInt16LE(10)],
    [32, end.readUInt16LE(10)],
    [40, end.readUInt32LE(12)],
    [48, end.readUInt32LE(16)],
  ] as const)
    record.writeUInt32LE(number, field);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeUInt32LE(archive.length - end.length, 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([archive.subarray(0, -22), record, locator, end]);
}

/**
 * What a real pip wrote, and what the machine's pip doesn't: pages in HTML, compressed and not, a zipped sdist, and a wheel with the records of zip64, each in place of the body of a
 * response that it wrote.
 */
export function realResponses(): Pair[] {
  const written = inject('realResponses').map(({ metadata, body }) => ({
    metadata: Buffer.from(metadata, 'base64'),
    body: Buffer.from(body, 'base64'),
  }));
  const compressed = written.find(({ metadata }) => metadata.includes('Content-Encoding'));
  const plain = written.find(({ body }) => body.toString('latin1', 0, 2) === 'PK');
  if (!compressed || !plain) throw new Error('pip wrote no page, or no wheel');
  const file = (fileName: string) => ({
    fileName,
    version: '1.0',
    path: `/packages/${fileName}`,
    sha256: 'a'.repeat(64),
  });
  const files = ['foo_bar-1.0-py3-none-any.whl', 'foo-bar-1.0.tar.gz'].map((fileName) => ({
    ...file(fileName),
    uploaded: Buffer.alloc(0),
    served: Buffer.alloc(0),
    metadata: undefined,
  }));
  const titled = indexPage({ name: 'Foo.Bar', files }, 'https://files.example', false);
  const untitled = titled.replaceAll('Links for Foo.Bar', 'Index');
  const json = indexPage({ name: 'foo-bar', files }, 'https://files.example', true);
  const sdist = zip(['foo-bar-1.0/setup.py', 'foo-bar-1.0/PKG-INFO'].map((name) => ({ name, data: Buffer.from('x') })));
  const loose = untitled.replace('<title>', '<BASE HREF=/packages/><title>').replaceAll(/href="([^"]*)"/g, 'HREF=$1');
  const wheel = withZip64(
    zip(['foo/a.py', 'foo-1.0.dist-info/METADATA'].map((name) => ({ name, data: Buffer.from('x') }))),
  );
  return [
    ...written,
    ...[titled, untitled, loose].map((page) => ({ metadata: compressed.metadata, body: gzipSync(page) })),
    ...[titled, untitled, loose, json, sdist, wheel].map((body) => ({
      metadata: plain.metadata,
      body: Buffer.from(body),
    })),
  ];
}
