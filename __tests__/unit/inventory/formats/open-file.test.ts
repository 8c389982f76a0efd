import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { bytePath } from '../../../../src/cache/paths.js';
import type { Source } from '../../../../src/inventory/formats/open-file.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../support/temporary-directory.mjs';
import { put } from '../responses.js';

afterAll(removeTemporaryDirectories);

const CONTENT = Buffer.from(Array.from({ length: 20_000 }, (_, index) => index % 251));

async function opened(flags: 'of this system' | 'of Windows') {
  vi.resetModules();
  vi.doUnmock('node:fs');
  if (flags === 'of Windows') {
    // It has neither O_NOFOLLOW nor O_NONBLOCK.
    vi.doMock('node:fs', async (original) => {
      const real = await original<typeof import('node:fs')>();
      return { ...real, constants: { O_RDONLY: real.constants.O_RDONLY } };
    });
  }
  return import('../../../../src/inventory/formats/open-file.js');
}

function file(bytes = CONTENT): string {
  const root = temporaryDirectory('file');
  return bytePath(join(root, put(root, 'a ☃', bytes)));
}

describe.each(['of this system', 'of Windows'] as const)('withFile, with the flags %s', (flags) => {
  it.each([
    [0, 10],
    [8190, 10],
    [8192, 1],
    [10_000, 5000],
    [0, 20_000],
    [0, 30_000],
    [19_990, 100],
    [20_000, 10],
    [30_000, 10],
    [5, 0],
  ])('reads from %d, %d bytes', async (offset, length) => {
    const { withFile } = await opened(flags);
    const read = withFile(file(), CONTENT.length, (source) => Buffer.from(source.read(offset, length)));
    expect(read).toEqual(CONTENT.subarray(offset, offset + length));
  });

  it('reads two files at once, and no further than they are said to be long', async () => {
    const { withFile } = await opened(flags);
    const other = Buffer.alloc(9000, 7);
    const read = (source: Source) => [Buffer.from(source.read(0, 10_000)), Buffer.from(source.read(8990, 100))];
    withFile(file(), 12_000, (first) => {
      const head = first.read(0, 100);
      expect(withFile(file(other), 9000, read)).toEqual([other, other.subarray(8990)]);
      expect(head).toEqual(CONTENT.subarray(0, 100));
      expect(first.read(0, 20_000).length).toBe(12_000);
      expect(first.read(13_000, 10).length).toBe(0);
    });
  });

  it('gives what is there of a file that became shorter', async () => {
    const { withFile } = await opened(flags);
    expect(withFile(file(), 50_000, ({ read }) => read(19_000, 20_000).length)).toBe(1000);
    expect(withFile(file(Buffer.from('abc')), 50, ({ read }) => read(0, 50).toString())).toBe('abc');
    expect(withFile(file(Buffer.from('abc')), 0, ({ read }) => read(0, 50).toString())).toBe('');
  });

  it('throws what the file system says, and what its use throws', async () => {
    const { withFile } = await opened(flags);
    const path = file();
    expect(() => withFile(`${path}x`, 1, () => 1)).toThrow('ENOENT');
    expect(() =>
      withFile(path, 1, () => {
        throw new Error('of its use');
      }),
    ).toThrow('of its use');
  });
});

it('opens no link, where the system can be told so', async () => {
  const link = join(temporaryDirectory('link'), 'link');
  const here = await opened('of this system');
  symlinkSync(Buffer.from(file(), 'latin1'), link);
  expect(() => here.withFile(link, 1, () => 1)).toThrow('ELOOP');
  const windows = await opened('of Windows');
  expect(windows.withFile(link, 1, () => 1)).toBe(1);
});

it('gives parts that end with the whole', async () => {
  const { part } = await opened('of this system');
  const whole = {
    length: 10,
    read: (offset: number, length: number) => Buffer.from('0123456789').subarray(offset, offset + length),
  };
  expect(part(whole, 2, 3)).toMatchObject({ length: 3 });
  expect(part(whole, 2, 3).read(0, 10).toString()).toBe('234');
  expect(part(whole, 2, 3).read(1, 1).toString()).toBe('3');
  expect(part(whole, 2, 3).read(5, 1).toString()).toBe('');
  expect(part(whole, 8, 10)).toMatchObject({ length: 2 });
  expect(part(whole, 12, 10)).toMatchObject({ length: 0 });
});
