import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { storedResponse } from '../../../../src/inventory/formats/stored-response.js';
import { inMemory, stored } from '../responses.js';

const BODY = Buffer.from('what the server sent');
const EMPTY = Buffer.alloc(0);

/** A file that begins as pip's do, up to the rest of the map. */
function begun(...rest: (number[] | Buffer | string)[]): Buffer {
  const start = Buffer.from('cc=4,\x82\xa8response\x82\xa4body\xc4\x00\xa1x', 'latin1');
  return Buffer.concat([start, ...rest.map((part) => Buffer.from(part as Buffer))]);
}

/** pip's format, whatever the map holds. */
function written(map: unknown): Buffer {
  return Buffer.concat([Buffer.from('cc=4,'), encode(map)]);
}

/** pip's format, byte by byte: pairs of a key, which is text unless it has a header of its own, and a value. */
function raw(map: string, ...pairs: [key: string, value: string][]): Buffer {
  const key = (text: string) => (/^[a-z]/.test(text) ? String.fromCharCode(0xa0 + text.length) + text : text);
  return Buffer.from(`cc=4,${map}${pairs.map(([name, value]) => key(name) + value).join('')}`, 'latin1');
}

/** A response's value in msgpack. */
function response(more = '\xa4body\xc4\x01x'): string {
  const values = ['body', '\xa1x'].reduce((sum, key) => sum + more.split(key).length - 1, 2);
  return `${String.fromCharCode(0x80 + values)}${more}\xa6status\xcc\xc8\xa7headers\x80`;
}

/** All orders of some things. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** The files of `http` in a cache that is kept with the tests. */
function fixtureFiles(name: string): Buffer[] {
  const root = fileURLToPath(new URL(`../../../support/fixtures/${name}/http`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
}

describe('storedResponse', () => {
  it.each([0, 1, 255, 256, 65_535, 65_536, 1_000_000])('reads the old format, the body in it: %d bytes', (length) => {
    const body = Buffer.alloc(length, 7);
    const file = inMemory(stored(body, { status: 301, headers: { 'Content-Encoding': 'gzip' } }));
    const response = storedResponse(file, undefined);
    expect(response?.status).toBe(301);
    expect(response?.encoding).toBe('gzip');
    expect(response?.body.length).toBe(length);
    expect(response?.body.read(0, length + 10)).toEqual(body);
    // Little of the body is read to find what is around it.
    expect(file.most()).toBeLessThanOrEqual(Math.max(length + 10, 4096));
  });

  it.each(['python-2.7-pip-20.3.4', 'python-2.7-random-order', 'python-2.7-pip-10.0.1'])(
    'reads what a real pip wrote: %s',
    (name) => {
      const files = fixtureFiles(name);
      expect(files.length).toBeGreaterThan(1);
      for (const bytes of files) {
        const file = inMemory(bytes);
        const response = storedResponse(file, undefined);
        expect(response?.status).toBe(200);
        // Where the body is of the length that the server said, it is the body.
        const length = Number(/content-length.(\d+)/i.exec(bytes.toString('latin1'))?.[1]);
        expect(response?.body.length).toBe(length);
        expect(file.most()).toBeLessThan(4097);
      }
    },
  );

  it('reads the keys in any order', () => {
    const body = Buffer.alloc(5000, 7);
    const values = Object.entries({
      body,
      status: 200,
      strict: 0,
      headers: { 'Content-Encoding': 'gzip' },
      reason: 'OK',
    });
    const inside = permutations(values).map((order) => Object.fromEntries(order));
    for (const response of inside) {
      for (const map of [
        { response, vary: { Accept: '*/*' } },
        { vary: { Accept: '*/*' }, response },
      ]) {
        const read = storedResponse(inMemory(written(map)), undefined);
        expect(read).toMatchObject({ status: 200, encoding: 'gzip' });
        expect(read?.body.read(0, 6000)).toEqual(body);
        const beside = inMemory(body);
        const metadata = written({ ...map, response: { ...response, body: EMPTY } });
        expect(storedResponse(inMemory(metadata), beside)).toMatchObject({
          status: 200,
          encoding: 'gzip',
          body: beside,
        });
      }
    }
  });

  it('reads what comes before the body up to 64 KiB, and not more', () => {
    const vary = (bytes: number) =>
      Object.fromEntries(Array.from({ length: bytes / 1000 }, (_, at) => [`${at}`.padStart(4), 'x'.repeat(990)]));
    const file = (bytes: number) =>
      inMemory(written({ vary: vary(bytes), response: { body: BODY, headers: {}, status: 200 } }));
    expect(storedResponse(file(64_000), undefined)?.body.read(0, 100)).toEqual(BODY);
    expect(storedResponse(file(66_000), undefined)).toBeUndefined();
    expect(file(66_000).most()).toBeLessThanOrEqual(1 << 16);
  });

  it('reads the names in vary as bytes', () => {
    const vary = ['vary', '\x81\xc4\x06Accept\xa3*/*'] as [string, string];
    for (const pairs of [
      [vary, ['response', response()]],
      [['response', response()], vary],
    ] as [string, string][][]) {
      const file = raw('\x82', ...pairs);
      expect(storedResponse(inMemory(file), undefined)?.body.read(0, 9).toString()).toBe('x');
    }
    // A name that would be the map's prototype is a name like any other.
    expect(
      storedResponse(inMemory(raw('\x82', ['vary', '\x81\xc4\x09__proto__\x80'], ['response', response()])), undefined)
        ?.status,
    ).toBe(200);
  });

  it.each([
    ['nil', '\xc0'],
    ['true', '\xc3'],
    ['a number', '\x05'],
    ['a negative number', '\xff'],
    ['numbers with their size', '\xcc\x01'],
    ['numbers with their size', '\xcd\0\x01'],
    ['numbers with their size', '\xce\0\0\0\x01'],
    ['numbers with their size', '\xcf\0\0\0\0\0\0\0\x01'],
    ['numbers with a sign', '\xd0\x01'],
    ['numbers with a sign', '\xd1\0\x01'],
    ['numbers with a sign', '\xd2\0\0\0\x01'],
    ['numbers with a sign', '\xd3\0\0\0\0\0\0\0\x01'],
    ['text', '\xa3abc'],
    ['text', '\xd9\x03abc'],
    ['text', '\xda\0\x03abc'],
    ['text', '\xdb\0\0\0\x03abc'],
    ['bytes', '\xc4\x03abc'],
    ['bytes', '\xc5\0\x03abc'],
    ['bytes', '\xc6\0\0\0\x03abc'],
    ['a map', '\x82\xa1a\xa1b\xa1c\x81\xa1d\x01'],
    ['a map 16', '\xde\0\x02\xa1a\xa1b\xa1c\x81\xa1d\x01'],
  ])('finds the body behind %s', (_, value) => {
    const file = raw('\x82', ['response', response(`\xa1x${value}\xa4body\xc4\x04abcd`)], ['vary', '\x80']);
    expect(storedResponse(inMemory(file), undefined)?.body.read(0, 9).toString()).toBe('abcd');
  });

  it('reads the new format, the body beside it', () => {
    const beside = inMemory(BODY);
    const headers = { ETag: '"a"', 'CONTENT-encoding': ' GZip ', VARY: 'Accept' };
    const response = storedResponse(inMemory(stored(undefined, { headers })), beside);
    expect(response).toMatchObject({ status: 200, encoding: 'gzip' });
    expect(response?.body).toBe(beside);
    expect(beside.most()).toBe(0);
  });

  it('reads the body without the rest of the file, and never outside of it', () => {
    const body = storedResponse(inMemory(stored(BODY)), undefined)?.body;
    expect(body?.read(5, 3).toString()).toBe('the');
    expect(body?.read(BODY.length - 2, 100).toString()).toBe('nt');
    expect(body?.read(BODY.length, 10).length).toBe(0);
    expect(body?.read(BODY.length + 10, 10).length).toBe(0);
  });

  const good = stored(BODY);
  const metadata = stored();
  it.each<[what: string, file: Buffer]>([
    ['nothing', EMPTY],
    ['text', Buffer.from('<html></html>')],
    ...['cc=0,', 'cc=1,', 'cc=2,', 'cc=3,', 'cc=5,', 'CC=4,', 'cc=4.', 'cc=44'].map((start): [string, Buffer] => [
      start,
      Buffer.concat([Buffer.from(start), good.subarray(5)]),
    ]),
    ['a pickle', Buffer.from("cc=1,cos\nsystem\n(S'exit 1'\ntR.")],
    ['the start alone', good.subarray(0, 5)],
    ['the map alone', good.subarray(0, 20)],
    ['no length', good.subarray(0, 21)],
    ['no body', good.subarray(0, 22)],
    ['a byte less', good.subarray(0, -1)],
    ['a byte more', Buffer.concat([good, Buffer.from([0xc0])])],
    ['a space before it', Buffer.concat([Buffer.from(' '), good])],
    ['three values', written({ response: { body: BODY, headers: {}, status: 200 }, vary: {}, more: 1 })],
    ['no vary', written({ response: { body: BODY, headers: {}, status: 200 }, very: {} })],
    ['no body', written({ response: { headers: {}, status: 200 }, vary: {} })],
    ['no body, vary before the response', written({ vary: {}, response: { headers: {}, status: 200 } })],
    ['two responses', raw('\x82', ['response', response()], ['response', response()])],
    ['two bodies', raw('\x82', ['response', response('\xa4body\xc4\x01x\xa4body\xc4\x01y')], ['vary', '\x80'])],
    ['a response whose key is bytes', raw('\x82', ['\xc4\x08response', response()], ['vary', '\x80'])],
    ['a body whose key is bytes', raw('\x82', ['response', response('\xc4\x04body\xc4\x01x')], ['vary', '\x80'])],
    [
      'a header whose key is bytes',
      raw(
        '\x82',
        ['response', `\x83\xa4body\xc4\x01x\xa6status\xcc\xc8\xa7headers\x81\xc4\x01a\xa1b`],
        ['vary', '\x80'],
      ),
    ],
    ['a key that is a number', raw('\x82', ['\x01', response()], ['vary', '\x80'])],
    ['a key that is a map', raw('\x82', ['\x80', response()], ['vary', '\x80'])],
    ['an array before the body', raw('\x82', ['vary', '\x91\x01'], ['response', response()])],
    [
      'a number with a point before the body',
      raw('\x82', ['vary', '\x80'], ['response', response('\xa1x\xcb\0\0\0\0\0\0\0\0\xa4body\xc4\x01x')]),
    ],
    ['a body of text', written({ response: { body: 'text', headers: {}, status: 200 }, vary: {} })],
    ['no status', written({ response: { body: BODY, headers: {} }, vary: {} })],
    ['no headers', written({ response: { body: BODY, status: 200 }, vary: {} })],
    ['a response that ends too early', begun([0xc0], [0xa4], 'vary')],
    ['a str 32 of 4 GB', begun([0xdb, 0xff, 0xff, 0xff, 0xff], 'x')],
    ['a bin 32 of 4 GB', begun([0xc6, 0xff, 0xff, 0xff, 0xff], 'x')],
    ['an array 32 of 4 thousand million', begun([0xdd, 0xff, 0xff, 0xff, 0xff], 'x')],
    ['a map 32 of 4 thousand million', begun([0xdf, 0xff, 0xff, 0xff, 0xff], 'x')],
    ['an extension', begun([0xc7, 1, 5, 0])],
    ['a byte that msgpack has no use for', begun([0xc1])],
    ['10,000 arrays in one another', begun(Buffer.alloc(10_000, 0x91), [0xc0])],
    ['10,000 maps in one another, cut', begun(Buffer.alloc(20_000, '\x81\xa0', 'latin1'))],
    ['a key __proto__', begun([0x81, 0xa9], '__proto__', [0x80], [0xa4], 'vary', [0x80])],
  ])('takes for unknown: %s', (_, file) => {
    expect(storedResponse(inMemory(file), undefined)).toBeUndefined();
    expect(storedResponse(inMemory(file), inMemory(BODY))).toBeUndefined();
  });

  it.each<[what: string, given: object]>([
    ['a status of text', { status: '200' }],
    ['a status that is no whole number', { status: 200.5 }],
    ['a status that is none', { status: null }],
    ['headers in a list', { headers: ['Content-Type', 'text/html'] }],
    ['headers of text', { headers: 'Content-Type: text/html' }],
    ['headers that are bytes', { headers: Buffer.from('x') }],
    ['no headers', { headers: null }],
    ['a header that is a number', { headers: { 'Content-Length': 1 } }],
    ['a vary of text', { vary: 'Accept' }],
    ['a vary that is none', { vary: null }],
  ])('takes for unknown: %s', (_, given) => {
    expect(storedResponse(inMemory(stored(BODY, given)), undefined)).toBeUndefined();
    expect(storedResponse(inMemory(stored(undefined, given)), inMemory(BODY))).toBeUndefined();
  });

  it('takes two bodies for unknown, in the old format', () => {
    const twice = (first: string, second: string) =>
      raw('\x82', ['response', response(`\xa4body\xc4${first}\xa4body\xc4${second}`)], ['vary', '\x80']);
    for (const file of [twice('\x01x', '\0'), twice('\0', '\x01x'), twice('\0', '\0'), twice('\x01x', '\x01x')])
      expect(storedResponse(inMemory(file), undefined)).toBeUndefined();
  });

  it('takes a body in the metadata of the new format for unknown', () => {
    expect(storedResponse(inMemory(good), inMemory(BODY))).toBeUndefined();
  });

  it('reads maps in maps as deep as they fit, without a call for each', () => {
    const maps = Buffer.alloc(30_000, '\x81\xa1a', 'latin1');
    const start = Buffer.from(
      'cc=4,\x82\xa8response\x84\xa4body\xc4\x00\xa7headers\x80\xa6status\xcc\xc8\xa1x',
      'latin1',
    );
    const file = Buffer.concat([start, maps, Buffer.from('\xc0\xa4vary\x80', 'latin1')]);
    expect(storedResponse(inMemory(file), inMemory(BODY))?.status).toBe(200);
  });

  it.each([
    ['new', (given: object) => storedResponse(inMemory(stored(undefined, given)), inMemory(BODY))],
    ['old', (given: object) => storedResponse(inMemory(stored(BODY, given)), undefined)],
  ])('takes metadata of more than 64 KiB for unknown, in the %s format', (_, read) => {
    const headers = (bytes: number) => ({ headers: { one: 'x'.repeat(30_000), two: 'x'.repeat(bytes - 30_000) } });
    expect(read(headers((1 << 16) - metadata.length - 50))?.status).toBe(200);
    expect(read(headers(1 << 16))).toBeUndefined();
    expect(read({ headers: { one: 'x'.repeat((1 << 16) + 1) } })).toBeUndefined();
  });

  it('makes no room for what an array only says it holds', () => {
    // Each of these takes 3 bytes and says it has 1,000 items.
    const arrays = Buffer.alloc(60_000, '\xdc\x03\xe8', 'latin1');
    const before = process.memoryUsage().heapUsed;
    expect(storedResponse(inMemory(begun(arrays)), inMemory(BODY))).toBeUndefined();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20e6);
  });
});
