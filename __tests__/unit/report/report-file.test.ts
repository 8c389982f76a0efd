import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { reportOf, writeReport } from '../../../src/report/report-file.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { ABSENT, area, CONTENTS, pipRun, result } from '../results.js';

// Random names never meet: here they can be made to.
const uuid = vi.hoisted(() => ({ next: undefined as string | undefined }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  return { ...real, randomUUID: () => uuid.next ?? real.randomUUID() };
});
afterAll(removeTemporaryDirectories);
afterEach(() => {
  uuid.next = undefined;
});

describe('the report', () => {
  it('has everything, in plain JSON', () => {
    const given = result({
      inputs: {
        mode: 'remove',
        builtWheelsOnly: true,
        minSize: 5,
        expectCacheDir: '~/c',
        pythonPath: 'py',
        packages: [{ text: 'A', name: 'a' }],
      },
      remaining: [{ path: '/c/http/0', code: 'EBUSY' }],
      unreadable: [{ path: '/c/http/1', code: 'EACCES' }],
      unmatched: ['b'],
      others: { files: 3, directories: 4 },
      inUseBy: [],
      endedFor: [{ command: 'wheel', process: 5 }],
      areas: { http: ABSENT, 'http-v2': area(3, 1, { files: 1, directories: 2 }), wheels: ABSENT },
      pip: [pipRun('cache dir', { code: null, stdout: 'a', stderr: 'b', failedToStart: 'no' })],
    });
    expect(JSON.parse(JSON.stringify(reportOf(given)))).toEqual({
      schema: 1,
      outcome: 'reset',
      explanation: '2 files and 2 directories removed from /c: locally built wheels of A.',
      notes: [
        'Nothing matched: b.',
        expect.stringContaining('went otherwise'),
        expect.stringContaining('1 kB of HTTP responses'),
      ],
      inputs: {
        mode: 'remove',
        packages: ['A'],
        builtWheelsOnly: true,
        dryRun: false,
        minSize: 5,
        expectCacheDir: '~/c',
        pythonPath: 'py',
      },
      interpreter: '/py',
      pipVersion: '24.0',
      cacheDirectory: '/c',
      areas: {
        http: { ...ABSENT },
        'http-v2': {
          state: 'directory',
          before: { files: 3, bytes: 3000, directories: 3, diskBytes: 15_360 },
          after: { files: 1, bytes: 1000, directories: 1, diskBytes: 5120 },
          removed: { files: 2, bytes: 2000, directories: 2, diskBytes: 10_240 },
          finished: { files: 1, directories: 2 },
          unreadable: 0,
        },
        wheels: { ...ABSENT },
      },
      total: {
        before: { files: 3, bytes: 3000, directories: 3, diskBytes: 15_360 },
        after: { files: 1, bytes: 1000, directories: 1, diskBytes: 5120 },
        removed: { files: 2, bytes: 2000, directories: 2, diskBytes: 10_240 },
      },
      freed: '2 kB',
      projects: null,
      kinds: null,
      finished: { files: 1, directories: 2 },
      unknownFormats: [],
      remaining: [{ path: '/c/http/0', code: 'EBUSY' }],
      unreadable: [{ path: '/c/http/1', code: 'EACCES' }],
      unmatched: ['b'],
      others: { files: 3, directories: 4 },
      inUseBy: [],
      endedFor: [{ command: 'wheel', process: 5 }],
      cancelled: false,
      cutShort: false,
      pip: [{ command: '/py -m pip cache dir', exitCode: null, stdout: 'a', stderr: 'b', milliseconds: 212 }],
      milliseconds: 1235,
    });
  });

  it('has what the cache holds, by project and by kind', () => {
    expect(JSON.parse(JSON.stringify(reportOf(result({ contents: CONTENTS }))))).toMatchObject({
      projects: [
        {
          name: 'numpy',
          versions: ['1.9', '1.26.4'],
          moreVersions: 0,
          files: 2,
          bytes: 2900,
          oldest: '2026-11-01T00:00:00.000Z',
          newest: '2026-11-20T00:00:00.000Z',
        },
        { name: 'six', versions: [], files: 1, bytes: 90 },
      ],
      kinds: {
        wheel: { files: 2, bytes: 2900 },
        'index page': { files: 1, bytes: 90 },
        sdist: { files: 0, bytes: 0, oldest: null, newest: null },
      },
    });
  });

  it('has null for what is not given', () => {
    expect(reportOf(result())).toMatchObject({ inputs: { minSize: null, expectCacheDir: null, pythonPath: null } });
  });

  it('goes into a new file each time', () => {
    const directory = temporaryDirectory('runner temp');
    const files = [result(), result()].map((given) => writeReport(given, directory));
    expect(
      readdirSync(directory)
        .map((name) => join(directory, name))
        .sort(),
    ).toEqual([...files].sort());
    expect(new Set(files).size).toBe(2);
    for (const file of files) {
      expect(basename(file)).toMatch(/^reset-pip-cache-[0-9a-f-]{36}\.json$/);
      expect(readFileSync(file, 'utf8')).toMatch(/^\{\n {2}"schema": 1,[\s\S]*\}\n$/);
    }
  });

  it('overwrites nothing', () => {
    const directory = temporaryDirectory('runner temp');
    uuid.next = '00000000-0000-4000-8000-000000000000';
    const file = writeReport(result({ interpreter: '/first' }), directory);
    expect(() => writeReport(result({ interpreter: '/second' }), directory)).toThrow('EEXIST');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ interpreter: '/first' });
  });

  it('throws what the file system says', () => {
    expect(() => writeReport(result(), join(temporaryDirectory('runner temp'), 'nowhere'))).toThrow('ENOENT');
  });
});
