import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, type Fixture, fixture } from '../support/fixture.js';
import { runMainStep, runPostStep } from '../support/on-failure.js';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { asRoot, withMemoryDisk } from './privileged.js';

afterAll(removeTemporaryDirectories);

/** The allocation unit of a tmpfs on most machines. */
const PAGE_BYTES = 4096;

/** Copies the cache of a fixture to another directory. */
function copyCache(cache: Fixture, directory: string): void {
  cpSync(cache.cacheDir, directory, { recursive: true });
}

describe('a read-only file system', () => {
  it('with the cache: nothing is removed, and the step says so', async () => {
    const cache = fixture();
    const disk = join(cache.home, 'disk');
    await withMemoryDisk(disk, 'size=20m', async () => {
      const cacheDir = join(disk, 'cache');
      copyCache(cache, cacheDir);
      asRoot('mount', '-o', 'remount,ro', disk);
      const before = cache.count();
      const run = await cache.step({}, { env: { PIP_CACHE_DIR: cacheDir } });
      expect(run.code).toBe(1);
      expect(run.outputs).toMatchObject({
        outcome: 'incomplete',
        'files-removed': '0',
        'files-after': String(before.files),
      });
      expect(errorOf(run)).toMatch(
        /could not be deleted\. Nothing removed\. The first: .*read-only file system \(EROFS\)/,
      );
    });
  });

  it('with RUNNER_TEMP: the cache is reset', async () => {
    const cache = fixture();
    const disk = join(cache.home, 'disk');
    await withMemoryDisk(disk, 'size=1m', async () => {
      asRoot('mount', '-o', 'remount,ro', disk);
      const run = await cache.step({}, { env: { RUNNER_TEMP: disk } });
      expect(run).toMatchObject({ code: 0, annotations: [], outputs: { outcome: 'reset' } });
      rmSync(run.outputs.report ?? '', { force: true });
      expect(cache.count().files).toBe(0);
    });
  });
});

describe('no space left', () => {
  it.each([
    ['the outputs', ['GITHUB_OUTPUT'], ['The outputs'], ['warning']],
    ['the summary', ['GITHUB_STEP_SUMMARY'], ['The job summary'], []],
    ['the report', ['RUNNER_TEMP'], ['The report'], []],
    [
      'all of them',
      ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'RUNNER_TEMP'],
      ['The report', 'The outputs', 'The job summary'],
      ['warning'],
    ],
  ])('for %s: the cache is reset nevertheless', async (_, names, unwritten, levels) => {
    const cache = fixture();
    const disk = join(cache.home, 'disk');
    await withMemoryDisk(disk, 'size=64k', async () => {
      const paths = Object.fromEntries(names.map((name) => [name, name === 'RUNNER_TEMP' ? disk : join(disk, name)]));
      for (const path of Object.values(paths)) if (path !== disk) writeFileSync(path, '');
      expect(() => writeFileSync(join(disk, 'full'), Buffer.alloc(1 << 20))).toThrow('ENOSPC');
      const run = await cache.step({}, { env: paths });
      expect(run.code).toBe(0);
      expect(run.annotations.map(({ level }) => level)).toEqual(levels);
      const reported = run.log.flatMap((line) => /^(.*) could not be written: ENOSPC/.exec(line)?.[1] ?? []);
      expect(reported).toEqual(unwritten);
      expect(cache.count().files).toBe(0);
      if (run.outputs.report) rmSync(run.outputs.report, { force: true });
    });
  });
});

describe('little space left', () => {
  it('is used for all outputs, and not for a report that does not fit', async () => {
    const cache = fixture();
    const disk = join(cache.home, 'disk');
    await withMemoryDisk(disk, 'size=64k', async () => {
      const file = join(disk, 'output');
      writeFileSync(file, '');
      writeFileSync(join(disk, 'room'), Buffer.alloc(PAGE_BYTES));
      expect(() => writeFileSync(join(disk, 'full'), Buffer.alloc(1 << 20))).toThrow('ENOSPC');
      rmSync(join(disk, 'room'));
      const run = await cache.step({}, { env: { RUNNER_TEMP: disk, GITHUB_OUTPUT: file } });
      expect(run).toMatchObject({ code: 0, annotations: [] });
      expect(run.log.join('\n')).toContain('The report could not be written: ENOSPC');
      expect(readFileSync(file, 'utf8')).toMatch(/^outcome<<\S+\nreset\n/);
      expect(readFileSync(file, 'utf8')).toContain('largest-project');
      expect(readdirSync(disk).sort()).toEqual(['full', 'output']);
    });
  });
});

describe('no space left for the state', () => {
  it.each([
    ['none of it', 0, {}],
    [
      'a part of it',
      1,
      { mode: 'remove', package: Array.from({ length: 900 }, (_none, at) => `name-${at}`).join('\n') },
    ],
  ])('except for %s: a warning, and the post step has nothing to do', async (_what, pages, inputs) => {
    const cache = fixture();
    const before = cache.count();
    const disk = join(cache.home, 'disk');
    await withMemoryDisk(disk, 'size=64k', async () => {
      const file = join(disk, 'state');
      writeFileSync(file, '');
      const room = join(disk, 'room');
      writeFileSync(room, Buffer.alloc(pages * PAGE_BYTES));
      expect(() => writeFileSync(join(disk, 'full'), Buffer.alloc(1 << 20))).toThrow('ENOSPC');
      rmSync(room);
      const main = await runMainStep(cache, inputs, { env: { GITHUB_STATE: file } });
      expect(main).toMatchObject({ code: 0, outputs: {}, summary: '' });
      expect(main.annotations).toEqual([
        {
          level: 'warning',
          message: expect.stringMatching(
            /^Nothing will be reset when the job fails, since it could not be remembered: ENOSPC/,
          ),
          properties: {},
        },
      ]);
      // The runner would fail the step if the file had an incomplete value.
      expect(readFileSync(file, 'utf8')).toBe('');
      const post = await runPostStep(cache, main);
      expect(post).toMatchObject({ code: 0, annotations: [] });
      expect(post.log).toEqual([expect.stringMatching(/^Nothing to do: /)]);
      expect(cache.count()).toEqual(before);
    });
  });
});

describe('no more files possible in RUNNER_TEMP', () => {
  it.each([2, 3, 4])('with %i inodes: pip runs elsewhere, and nothing is left behind', async (inodes) => {
    const cache = fixture();
    const disk = join(cache.home, 'disk');
    await withMemoryDisk(disk, `size=1m,nr_inodes=${inodes}`, async () => {
      const run = await cache.step({}, { env: { RUNNER_TEMP: disk } });
      expect(run).toMatchObject({ code: 0, annotations: [], outputs: { outcome: 'reset' } });
      expect(cache.count().files).toBe(0);
      if (run.outputs.report) rmSync(run.outputs.report, { force: true });
      expect(readdirSync(disk)).toEqual([]);
    });
  });
});

describe('a cache on several file systems', () => {
  it('is cleared below a mount point, which itself is kept and named', async () => {
    const cache = fixture();
    const before = cache.count();
    const mountPoint = join(cache.cacheDir, 'http-v2', 'mounted');
    await withMemoryDisk(mountPoint, 'size=1m', async () => {
      writeFileSync(join(mountPoint, 'file'), 'x');
      const run = await cache.step({});
      expect(run.code).toBe(1);
      expect(run.outputs).toMatchObject({ outcome: 'incomplete', 'files-removed': String(before.files + 1) });
      expect(errorOf(run)).toContain(`${mountPoint}: in use (EBUSY)`);
      expect(existsSync(join(mountPoint, 'file'))).toBe(false);
    });
  });

  it('in memory is counted and cleared like one on a disk', async () => {
    const cache = fixture();
    const disk = join(cache.home, 'disk');
    await withMemoryDisk(disk, 'size=20m', async () => {
      const cacheDir = join(disk, 'cache');
      copyCache(cache, cacheDir);
      const before = cache.count();
      const run = await cache.step({}, { env: { PIP_CACHE_DIR: cacheDir } });
      expect(run).toMatchObject({ code: 0, annotations: [] });
      expect(run.outputs).toMatchObject({
        outcome: 'reset',
        'files-removed': String(before.files),
        'bytes-removed': String(before.bytes),
      });
      expect(existsSync(join(cacheDir, 'http-v2'))).toBe(false);
    });
  });
});

describe('RUNNER_TEMP', () => {
  it.each([
    ['is missing', (home: string) => join(home, 'missing')],
    ['is a file', (home: string) => join(home, 'file')],
  ])('%s: the cache is reset', async (_, path) => {
    const cache = fixture();
    mkdirSync(cache.home, { recursive: true });
    writeFileSync(join(cache.home, 'file'), '');
    const run = await cache.step({}, { env: { RUNNER_TEMP: path(cache.home) } });
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: { outcome: 'reset' } });
    rmSync(run.outputs.report ?? '', { force: true });
    expect(cache.count().files).toBe(0);
  });
});
