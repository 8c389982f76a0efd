import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { firstMember } from '../../../../src/inventory/formats/tar-member.js';
import { tarGz } from '../../../support/archives.mjs';
import { seededBytes } from '../../../support/seeded.mjs';
import { inMemory } from '../responses.js';

interface TarRecord {
  readonly type?: string;
  readonly data?: string;
  /** What the header says, when that isn't how long the data is. */
  readonly size?: string;
  readonly magic?: string;
  readonly prefix?: string;
}

/** A record of a tar, and its data. */
function record(
  name: string,
  { type = '0', data = '', size, magic = 'ustar\x0000', prefix = '' }: TarRecord = {},
): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write(size ?? `${data.length.toString(8).padStart(11, '0')}`, 124, 12, 'latin1');
  header.write(type, 156);
  header.write(magic, 257);
  header.write(prefix, 345);
  const content = Buffer.from(data);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** A line of an extended header. */
function line(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = rest.length + String(rest.length + 2).length;
  return `${length}${rest}`;
}

function archive(...records: Buffer[]): Buffer {
  return gzipSync(Buffer.concat([...records, Buffer.alloc(1024)]));
}

function read(bytes: Buffer): string | undefined {
  return firstMember(inMemory(bytes));
}

const MEMBER = record('foo-1.0/PKG-INFO', { data: 'Name: foo' });

describe('firstMember', () => {
  it.each<[what: string, bytes: Buffer, name: string]>([
    ['a file', archive(MEMBER), 'foo-1.0/PKG-INFO'],
    ['a directory', archive(record('foo-1.0/', { type: '5' })), 'foo-1.0/'],
    ['a dot before it', archive(record('./foo-1.0/setup.py')), './foo-1.0/setup.py'],
    ['the magic of GNU tar', archive(record('foo-1.0/a', { magic: 'ustar  \0' })), 'foo-1.0/a'],
    ['type NUL', archive(record('foo-1.0/a', { type: '\0' })), 'foo-1.0/a'],
    [
      'an extended header with times',
      archive(record('././@PaxHeader', { type: 'x', data: line('mtime', '1.5') }), MEMBER),
      'foo-1.0/PKG-INFO',
    ],
    [
      'its path in an extended header',
      archive(
        record('././@PaxHeader', { type: 'x', data: line('path', `foo-1.0/${'a'.repeat(120)}`) }),
        record('foo-1.0/aaa'),
      ),
      `foo-1.0/${'a'.repeat(120)}`,
    ],
    [
      'a global header',
      archive(record('pax_global_header', { type: 'g', data: line('comment', 'a'.repeat(40)) }), MEMBER),
      'foo-1.0/PKG-INFO',
    ],
    [
      "GNU tar's long name",
      archive(record('././@LongLink', { type: 'L', data: `foo-1.0/${'b'.repeat(120)}\0` }), record('foo-1.0/bbb')),
      `foo-1.0/${'b'.repeat(120)}`,
    ],
    ['a long file', tarGz([{ name: 'foo-1.0/data', data: seededBytes('data', 1_000_000) }]), 'foo-1.0/data'],
    ['a size that is none', archive(record('foo-1.0/a', { size: 'x' })), 'foo-1.0/a'],
    ['a size of 8 GiB', archive(record('foo-1.0/a', { size: '77777777777' })), 'foo-1.0/a'],
  ])('reads the path with %s', (_, bytes, name) => {
    expect(read(bytes)).toBe(name);
  });

  it.each<[what: string, bytes: Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['no gzip', Buffer.concat([MEMBER, Buffer.alloc(1024)])],
    ['the start of a gzip alone', archive(MEMBER).subarray(0, 12)],
    ['a gzip of nothing', gzipSync(Buffer.alloc(0))],
    ['an empty tar', archive()],
    ['text', gzipSync('foo-1.0/PKG-INFO'.repeat(100))],
    ['a tar from before ustar', archive(record('foo-1.0/a', { magic: '' }))],
    ['a record that is cut', gzipSync(MEMBER.subarray(0, 250))],
    ['an extended header alone', archive(record('x', { type: 'x', data: line('path', 'foo-1.0/a') }))],
    ['an extended header longer than the file', archive(record('x', { type: 'x', size: '77777777777' }), MEMBER)],
    ['an extended header of a negative size', archive(record('x', { type: 'x', size: '-0000001000' }), MEMBER)],
    ['an extended header of a size that is none', archive(record('x', { type: 'x', size: 'x' }), MEMBER)],
    ['a long name longer than the file', archive(record('x', { type: 'L', size: '77777777777' }), MEMBER)],
    ['a long name of a negative size', archive(record('x', { type: 'L', size: '-0000001000' }), MEMBER)],
    [
      'more extended headers than are read',
      archive(...Array.from({ length: 20 }, () => record('x', { type: 'x', data: line('mtime', '1') })), MEMBER),
    ],
    // The library reads the name alone, which is the end of the path; and for a link's name where it leads.
    ['a path in two parts', archive(record('bar-2.0/a', { prefix: 'foo-1.0/very/long' }))],
    [
      'a path in two parts behind an extended header',
      archive(
        record('x', { type: 'x', data: line('mtime', '1.5') }),
        record('bar-2.0/a', { prefix: 'foo-1.0/very/long' }),
      ),
    ],
    // The library would end it there: foo-1.0.
    ...['foo-1.0 more/a', 'foo-1.0=more/a'].map((path): [string, Buffer] => [
      `a path in an extended header: ${path}`,
      archive(record('x', { type: 'x', data: line('mtime', '1') + line('path', path) }), record(path)),
    ]),
    ['a link', archive(record('foo-1.0/a', { type: '2' }))],
    [
      'a link with a long target',
      archive(record('x', { type: 'K', data: 'bar-2.0/a\0' }), record('foo-1.0/a', { type: '2' })),
    ],
    [
      'a link with its target in an extended header',
      archive(record('x', { type: 'x', data: line('linkpath', 'bar-2.0/a') }), record('foo-1.0/a', { type: '1' })),
    ],
    ['a device', archive(record('foo-1.0/a', { type: '3' }))],
  ])('reads none in %s', (_, bytes) => {
    expect(read(bytes)).toBeUndefined();
  });

  it('reads one before something large and empty', () => {
    const member = record('foo-1.0/PKG-INFO', { data: 'Metadata-Version: 2.1\nName: foo\n' });
    const bytes = archive(member, record('foo-1.0/empty', { data: '\0'.repeat(3_000_000) }));
    expect(bytes.length).toBeLessThan(5000);
    expect(read(bytes)).toBe('foo-1.0/PKG-INFO');
    expect(read(bytes.subarray(0, 240))).toBe('foo-1.0/PKG-INFO');
  });

  it('reads no more than the beginning, and makes a quarter of a MiB of it at most', () => {
    const bomb = gzipSync(Buffer.concat([Buffer.alloc(512), Buffer.alloc(200_000_000)]));
    const source = inMemory(bomb);
    const before = process.memoryUsage().arrayBuffers;
    expect(firstMember(source)).toBeUndefined();
    expect(source.most()).toBeLessThanOrEqual(4096);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
  });
});
