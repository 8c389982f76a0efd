import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { responseLabel } from '../../../../src/inventory/formats/body.js';
import { tarGz, zip } from '../../../support/archives.mjs';
import { buildDistribution } from '../../../support/distributions.mjs';
import { seededBytes } from '../../../support/seeded.mjs';
import { inMemory } from '../responses.js';

const UNKNOWN = { kind: 'unknown' };
const METADATA = 'Metadata-Version: 2.1\nName: Foo.Bar\nVersion: 1.0\nSummary: x\n';
const JSON_PAGE = '{"files":[{"filename":"foo_bar-1.0.tar.gz"}],"name":"foo-bar"}';
const HTML_PAGE = '<!DOCTYPE html><html><head><title>Links for foo-bar</title></head></html>';
const PAGE = { kind: 'index page', project: 'foo-bar' };
const SDIST = { kind: 'sdist', project: 'foo-bar', version: '1.0' };
const WHEEL = { kind: 'wheel', project: 'foo-bar', version: '1.0' };

function response(body: Buffer | string, { status = 200, encoding }: { status?: number; encoding?: string } = {}) {
  return { status, encoding, body: inMemory(Buffer.from(body)) };
}

function zipOf(...names: string[]): Buffer {
  return zip(names.map((name) => ({ name, data: Buffer.alloc(0) })));
}

function sdistOf(name: string, ...more: string[]): Buffer {
  return tarGz([name, ...more].map((path) => ({ name: path, data: Buffer.from(METADATA) })));
}

/** A page of JSON whose files are more than what is looked at first, the name behind them. */
function longPage(bytes: number, name = 'foo-bar', fileName = 'foo_bar-1.0.tar.gz'): string {
  const file = (size: number) => ({ filename: fileName, hashes: {}, size });
  const files = Array.from({ length: Math.ceil(bytes / JSON.stringify(file(1)).length) }, (_, index) => file(index));
  return JSON.stringify({ files, meta: {}, name, versions: ['1.0'] });
}

describe('responseLabel', () => {
  it.each([301, 302, 303, 307, 308])('takes status %d for a redirect, whatever its body', (status) => {
    expect(responseLabel(response('', { status }))).toEqual({ kind: 'redirect' });
    expect(responseLabel(response(JSON_PAGE, { status }))).toEqual({ kind: 'redirect' });
  });

  it.each([0, -1, 100, 201, 202, 204, 206, 300, 304, 404, 410, 500])('takes status %d for unknown', (status) => {
    expect(responseLabel(response(JSON_PAGE, { status }))).toEqual(UNKNOWN);
  });

  it('takes status 203, which CacheControl keeps like 200, for found', () => {
    expect(responseLabel(response(JSON_PAGE, { status: 203 }))).toEqual(PAGE);
  });

  it.each([
    ['wheel', buildDistribution({ name: 'Foo.Bar', version: '1.0' }).bytes, WHEEL],
    ['sdist', buildDistribution({ name: 'Foo.Bar', version: '1.0', kind: 'sdist' }).bytes, SDIST],
    ['metadata', buildDistribution({ name: 'Foo.Bar', version: '1.0' }).metadata ?? '', { ...WHEEL, kind: 'metadata' }],
  ])('knows a %s', (_, body, label) => {
    expect(responseLabel(response(body))).toEqual(label);
  });

  it.each<[what: string, names: string[], label: object]>([
    ['a wheel', ['foo_bar/__init__.py', 'Foo.Bar-1.0.dist-info/METADATA'], WHEEL],
    ['a wheel with data', ['foo_bar-1.0.data/a', 'foo_bar-1.0.dist-info/RECORD'], WHEEL],
    ['a wheel that has another inside', ['a/bar-2.0.dist-info/METADATA', 'foo_bar-1.0.dist-info/METADATA'], WHEEL],
    ['two distributions', ['foo-1.0.dist-info/METADATA', 'bar-1.0.dist-info/METADATA'], UNKNOWN],
    ['none', ['foo/__init__.py'], UNKNOWN],
    ['no files', [], UNKNOWN],
    ['a distribution below', ['a/foo-1.0.dist-info/METADATA'], UNKNOWN],
    ['no version', ['foo.dist-info/METADATA'], UNKNOWN],
    ['a dash too many', ['foo-bar-1.0.dist-info/METADATA'], UNKNOWN],
    ['a version that is none', ['foo-latest.dist-info/METADATA'], UNKNOWN],
    ['a name that is none', ['_foo-1.0.dist-info/METADATA'], UNKNOWN],
    ['no name', ['-1.0.dist-info/METADATA'], UNKNOWN],
    ['a zipped sdist', ['foo-bar-1.0/setup.py', 'foo-bar-1.0/PKG-INFO'], SDIST],
    ['a zipped sdist that can be read in two ways', ['foo-1-2/PKG-INFO'], UNKNOWN],
    ['a zipped sdist without metadata', ['foo-bar-1.0/setup.py'], UNKNOWN],
    ['a zipped sdist and a file beside it', ['foo-bar-1.0/PKG-INFO', 'README'], UNKNOWN],
    ['names that begin with a slash', ['/foo-bar-1.0/PKG-INFO'], UNKNOWN],
  ])('knows by the names in a zip: %s', (_, names, label) => {
    expect(responseLabel(response(zipOf(...names)))).toEqual(label);
  });

  it('takes a zip without an end for unknown', () => {
    expect(responseLabel(response(zipOf('foo-1.0.dist-info/METADATA').subarray(0, -1)))).toEqual(UNKNOWN);
  });

  it.each<[what: string, body: Buffer, label: object]>([
    ['a file', sdistOf('foo-bar-1.0/PKG-INFO'), SDIST],
    ['a dot before it', sdistOf('./foo-bar-1.0/PKG-INFO'), SDIST],
    ['the directory itself', sdistOf('foo-bar-1.0/'), SDIST],
    ['another behind it', sdistOf('foo-bar-1.0/PKG-INFO', 'bar-2.0/PKG-INFO'), SDIST],
    ['a directory that can be read in two ways', sdistOf('foo-1-2/PKG-INFO'), UNKNOWN],
    ['no version', sdistOf('foo/PKG-INFO'), UNKNOWN],
    ['no tar', gzipSync(JSON_PAGE), UNKNOWN],
    ['a gzip that is damaged at its beginning', Buffer.from('\x1f\x8b\x00\x00\x00\x00', 'latin1'), UNKNOWN],
    [
      'a gzip that is cut behind its first file',
      cut(buildDistribution({ name: 'foo-bar', version: '1.0', kind: 'sdist' }).bytes),
      SDIST,
    ],
  ])('knows an sdist by its first file: %s', (_, body, label) => {
    expect(responseLabel(response(body))).toEqual(label);
  });

  it.each(['gzip', 'x-gzip', 'identity'])('knows an sdist that a server sent as encoded by %s', (encoding) => {
    expect(responseLabel(response(sdistOf('foo-bar-1.0/PKG-INFO'), { encoding }))).toEqual(SDIST);
  });

  it.each([
    ['JSON', JSON_PAGE],
    ['HTML', HTML_PAGE],
  ])('knows a page of %s, compressed or not', (_, page) => {
    expect(responseLabel(response(page))).toEqual(PAGE);
    expect(responseLabel(response(page, { encoding: 'identity' }))).toEqual(PAGE);
    expect(responseLabel(response(gzipSync(page), { encoding: 'gzip' }))).toEqual(PAGE);
    expect(responseLabel(response(deflateSync(page), { encoding: 'deflate' }))).toEqual(PAGE);
  });

  it.each([
    ['br', gzipSync(JSON_PAGE)],
    ['gzip', deflateSync(JSON_PAGE)],
    ['deflate', gzipSync(JSON_PAGE)],
    ['gzip', Buffer.from(JSON_PAGE)],
    ['gzip', Buffer.alloc(0)],
    ['gzip', gzipSync('text')],
    ['gzip', gzipSync('')],
  ])('takes for unknown what is not encoded by %s as its headers say, or not a page', (encoding, body) => {
    expect(responseLabel(response(body, { encoding }))).toEqual(UNKNOWN);
  });

  it.each([
    ['plain', (page: string) => response(page)],
    ['compressed', (page: string) => response(gzipSync(page), { encoding: 'gzip' })],
  ])('wants all of a long page whose beginning names no project: %s', (_, make) => {
    expect(responseLabel(make(longPage(400_000, 'other', 'note.txt')))).toBeUndefined();
    expect(responseLabel(make('<html><a href="foo-1.0.zip">x</a></html>'))).toBeUndefined();
  });

  it('takes for unknown what becomes a hundred times as large within its beginning, and more', () => {
    const page = gzipSync(`{"files":[${' '.repeat(400_000)}],"name":"foo"}`);
    expect(responseLabel(response(page, { encoding: 'gzip' }))).toEqual(UNKNOWN);
  });

  it('reads of a long page the beginning alone where that names the project', () => {
    const random = seededBytes('page', 300_000).toString('base64');
    const page = gzipSync(`${longPage(8192).slice(0, -1)},"more":"${random}"}`);
    const stored = response(page, { encoding: 'gzip' });
    expect(responseLabel(stored)).toEqual(PAGE);
    expect(stored.body.most()).toBeLessThanOrEqual(4096);
  });

  it.each<[what: string, text: string, label: object]>([
    ['Unix line ends', METADATA, { kind: 'metadata', project: 'foo-bar', version: '1.0' }],
    ['Windows line ends', METADATA.replaceAll('\n', '\r\n'), { kind: 'metadata', project: 'foo-bar', version: '1.0' }],
    [
      'a description',
      `${METADATA}\nName: other\nVersion: 2.0\n`,
      { kind: 'metadata', project: 'foo-bar', version: '1.0' },
    ],
    [
      'a name twice: the first counts',
      METADATA.replace('Summary: x', 'Name: other'),
      { kind: 'metadata', project: 'foo-bar', version: '1.0' },
    ],
    [
      'a long description',
      `${METADATA}\n${'long '.repeat(50_000)}`,
      { kind: 'metadata', project: 'foo-bar', version: '1.0' },
    ],
    ['headers alone', METADATA.replace('Summary: x\n', ''), { kind: 'metadata', project: 'foo-bar', version: '1.0' }],
    ['no name', METADATA.replace('Name', 'Names'), UNKNOWN],
    ['no version', METADATA.replace('\nVersion', '\nversion'), UNKNOWN],
    ['an empty name', METADATA.replace('Foo.Bar', ''), UNKNOWN],
    ['a name of two words', METADATA.replace('Foo.Bar', 'foo bar'), UNKNOWN],
    ['a name in the description alone', 'Metadata-Version: 2.1\n\nName: foo\nVersion: 1.0\n', UNKNOWN],
    ['a name that is no name', METADATA.replace('Foo.Bar', '../foo'), UNKNOWN],
    ['a version that is none', METADATA.replace('1.0', 'new'), UNKNOWN],
    // It may have been 1.0.1, or foo-bar-baz.
    ['a version that is cut off', 'Metadata-Version: 2.1\nName: foo\nVersion: 1.0', UNKNOWN],
    ['a name that is cut off', 'Metadata-Version: 2.1\nVersion: 1.0\nName: foo-bar', UNKNOWN],
    [
      'a name behind 64 KiB of other headers',
      METADATA.replace('Name', `Summary: ${'x'.repeat(65_536)}\nName`),
      UNKNOWN,
    ],
  ])('knows metadata with %s', (_, text, label) => {
    expect(responseLabel(response(text))).toEqual(label);
  });

  it('knows metadata that came compressed', () => {
    const text = `${METADATA}\n${seededBytes('words', 100_000).toString('base64')}`;
    const stored = response(gzipSync(text), { encoding: 'gzip' });
    expect(responseLabel(stored)).toEqual({ kind: 'metadata', project: 'foo-bar', version: '1.0' });
    expect(stored.body.most()).toBeLessThanOrEqual(4096);
  });

  it('never takes a part of a name or a version that goes on behind what is read', () => {
    const start = 'Metadata-Version: 2.1\nVersion: 1.0\nSummary: ';
    const text = `${start}${'x'.repeat((1 << 16) - start.length - 'Name: foo'.length - 1)}\nName: foo-bar\n`;
    expect(text.slice(0, 1 << 16).endsWith('\nName: foo')).toBe(true);
    expect(responseLabel(response(text))).toEqual(UNKNOWN);
  });

  it.each([
    '',
    'x',
    'text',
    '[]',
    'metadata-version: 2.1',
    '%PDF-',
    'PK',
    'PK\x03\x04',
    'PK\x05\x06',
    '\x1f\x8b',
    '\x1f',
    '{',
    '<',
  ])('takes %j for unknown', (body) => {
    expect(responseLabel(response(Buffer.from(body, 'latin1')))).toEqual(UNKNOWN);
  });
});

function cut(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - 1000);
}
