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

describe('storedResponse', () => {
  it.each([0, 1, 255, 256, 65_535, 65_536, 1_000_000])('reads the old format, the body in it: %d bytes', (length) => {
    const body = Buffer.alloc(length, 7);
    const file = inMemory(stored(body, { status: 301, headers: { 'Content-Encoding': 'gzip' } }));
    const response = storedResponse(file, undefined);
    expect(response?.status).toBe(301);
    expect(response?.encoding).toBe('gzip');
    expect(response?.body.length).toBe(length);
    expect(response?.body.read(0, length + 10)).toEqual(body);
    // Nothing of the body is read to find what is around it.
    expect(file.most()).toBeLessThanOrEqual(Math.max(length, 200) + 10);
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
    ['vary before the response', written({ vary: {}, response: { body: BODY, headers: {}, status: 200 } })],
    ['the status before the body', written({ response: { status: 200, body: BODY, headers: {} }, vary: {} })],
    ['three values', written({ response: { body: BODY, headers: {}, status: 200 }, vary: {}, more: 1 })],
    ['no vary', written({ response: { body: BODY, headers: {}, status: 200 }, very: {} })],
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
