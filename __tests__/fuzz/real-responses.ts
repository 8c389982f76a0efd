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

/**
 * What a real pip wrote, and what the machine's pip doesn't: pages in HTML, compressed and not, and a zipped sdist, each in place of the body of a
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
  return [
    ...written,
    ...[titled, untitled].map((page) => ({ metadata: compressed.metadata, body: gzipSync(page) })),
    ...[titled, untitled, json, sdist].map((body) => ({ metadata: plain.metadata, body: Buffer.from(body) })),
  ];
}
