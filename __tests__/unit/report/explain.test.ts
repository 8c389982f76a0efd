import { describe, expect, it } from 'vitest';
import type { Count } from '../../../src/cache/tally.js';
import { explanation, headline, remainingLine, totals } from '../../../src/report/explain.js';
import { notes, warnings } from '../../../src/report/notes.js';
import { plain } from '../../../src/report/sentence.js';
import { ABSENT, area, CONTENTS, pipRun, result } from '../results.js';

const NUMPY = [
  { text: 'NumPy', name: 'numpy' },
  { text: 'a-*', name: 'a-*' },
];
const NOT_THERE = { http: ABSENT, 'http-v2': ABSENT, wheels: ABSENT };
const ONE_DIRECTORY = { files: 0, bytes: 0, directories: 1, diskBytes: 0 };
const NOT_OURS = { cause: 'owner', directory: '/github/home' } as const;
const remaining = [{ path: '/c/http/a', code: 'EACCES' }];
const INSTALL = { command: 'install', process: 4711 };

describe('headline and explanation', () => {
  it.each([
    ['reset', result(), "Freed 2 kB of pip's cache", '2 files and 2 directories removed from /c.'],
    [
      'reset of one file',
      result({
        areas: {
          ...NOT_THERE,
          wheels: { ...area(1, 0), removed: { files: 1, bytes: 7, directories: 0, diskBytes: 0 } },
        },
      }),
      "Freed 7 B of pip's cache",
      "pip's cache in /c is empty now: 1 file removed.",
    ],
    [
      'reset of one directory',
      result({
        areas: { ...NOT_THERE, wheels: { ...ABSENT, removed: { files: 0, bytes: 0, directories: 1, diskBytes: 0 } } },
      }),
      "Tidied up pip's cache",
      "pip's cache in /c is empty now: 1 directory removed.",
    ],
    [
      'reset beside a link',
      result({ areas: { ...NOT_THERE, http: { ...ABSENT, state: 'link' }, wheels: area(1, 0) } }),
      "Freed 1 kB of pip's cache",
      '1 file and 1 directory removed from /c.',
    ],
    [
      'reset beside what is no directory',
      result({ areas: { http: area(1, 0), 'http-v2': ABSENT, wheels: { ...ABSENT, state: 'not a directory' } } }),
      "Freed 1 kB of pip's cache",
      '1 file and 1 directory removed from /c.',
    ],
    [
      'reset of packages, which leaves nothing',
      result({ inputs: { mode: 'remove', packages: NUMPY }, areas: { ...NOT_THERE, wheels: area(1, 0) } }),
      "Freed 1 kB of pip's cache",
      '1 file and 1 directory removed from /c: all of NumPy, a-*.',
    ],
    [
      'reset of packages, one of which was not there',
      result({
        inputs: { mode: 'remove', packages: NUMPY, builtWheelsOnly: true },
        areas: { ...NOT_THERE, wheels: area(1, 0) },
        unmatched: ['a-*'],
      }),
      "Freed 1 kB of pip's cache",
      '1 file and 1 directory removed from /c: locally built wheels of NumPy.',
    ],
    [
      'dry run of packages',
      result({
        outcome: 'dry-run',
        inputs: { mode: 'remove', packages: NUMPY },
        areas: { ...NOT_THERE, wheels: area(2, 1) },
      }),
      "Dry run: 1 kB of pip's cache would go",
      '1 file and 1 directory would go from /c: all of NumPy, a-*. Nothing was deleted.',
    ],
    [
      'nothing to purge beside a link',
      result({ outcome: 'nothing-to-do', areas: { ...NOT_THERE, http: { ...ABSENT, state: 'link' } } }),
      "Nothing to remove from pip's cache",
      'There is nothing that could go in /c.',
    ],
    [
      'nothing to purge beside what is no directory',
      result({ outcome: 'nothing-to-do', areas: { ...NOT_THERE, wheels: { ...ABSENT, state: 'not a directory' } } }),
      "Nothing to remove from pip's cache",
      'There is nothing that could go in /c.',
    ],
    [
      'dry run',
      result({ outcome: 'dry-run', inputs: { dryRun: true }, areas: { ...NOT_THERE, 'http-v2': area(12_345, 0) } }),
      "Dry run: 12.3 MB of pip's cache would go",
      '12,345 files and 12,345 directories would go from /c. Nothing was deleted.',
    ],
    [
      'nothing to purge',
      result({ outcome: 'nothing-to-do', areas: NOT_THERE }),
      "pip's cache is already empty",
      'There is nothing that pip cached in /c.',
    ],
    [
      'nothing to remove',
      result({ outcome: 'nothing-to-do', areas: NOT_THERE, inputs: { mode: 'remove', packages: NUMPY } }),
      "Nothing to remove from pip's cache",
      'There is nothing in /c of: NumPy, a-*.',
    ],
    [
      'no built wheel to remove',
      result({
        outcome: 'nothing-to-do',
        areas: NOT_THERE,
        inputs: { mode: 'remove', packages: NUMPY, builtWheelsOnly: true },
      }),
      "Nothing to remove from pip's cache",
      'No locally built wheel in /c is one of: NumPy, a-*.',
    ],
    [
      'what a cache holds',
      result({ outcome: 'inspected', inputs: { mode: 'inspect' }, contents: CONTENTS }),
      "pip's cache holds 3 kB",
      '3 files and 3 directories of 2 projects in /c, written from 2026-11-01 to 2026-11-20. Nothing was deleted.',
    ],
    [
      'what a cache holds that was filled in a day, by nothing known',
      result({
        outcome: 'inspected',
        inputs: { mode: 'inspect' },
        contents: { ...CONTENTS, projects: [], all: { ...CONTENTS.all, newest: CONTENTS.all.oldest } },
      }),
      "pip's cache holds 3 kB",
      '3 files and 3 directories in /c, written on 2026-11-01. Nothing was deleted.',
    ],
    [
      'what a cache holds of which no file tells its age',
      result({
        outcome: 'inspected',
        inputs: { mode: 'inspect' },
        contents: { ...CONTENTS, all: { ...CONTENTS.all, oldest: 0, newest: 0 } },
      }),
      "pip's cache holds 3 kB",
      '3 files and 3 directories of 2 projects in /c. Nothing was deleted.',
    ],
    [
      'what a cache holds of which a file has a time that no calendar knows',
      result({
        outcome: 'inspected',
        inputs: { mode: 'inspect' },
        contents: { ...CONTENTS, all: { ...CONTENTS.all, newest: 1e17 } },
      }),
      "pip's cache holds 3 kB",
      '3 files and 3 directories of 2 projects in /c. Nothing was deleted.',
    ],
    [
      'an empty cache',
      result({ outcome: 'inspected', inputs: { mode: 'inspect' }, areas: NOT_THERE }),
      "pip's cache is empty",
      'Nothing in /c. Nothing was deleted.',
    ],
    [
      'skipped',
      result({ outcome: 'skipped', inputs: { minSize: 500_000_000 } }),
      "pip's cache is below the threshold, and stays",
      'It holds 3 kB in /c, less than min-size (500 MB). Nothing was deleted.',
    ],
    [
      'skipped, by so little that the rounded sizes are equal',
      result({
        outcome: 'skipped',
        inputs: { minSize: 24_032 },
        areas: {
          ...NOT_THERE,
          wheels: { ...area(1, 1), before: { files: 1, bytes: 24_031, directories: 1, diskBytes: 0 } },
        },
      }),
      "pip's cache is below the threshold, and stays",
      'It holds 24,031 bytes in /c, less than min-size (24,032 bytes). Nothing was deleted.',
    ],
    [
      'skipped, one byte',
      result({ outcome: 'skipped', inputs: { minSize: 1 }, areas: NOT_THERE }),
      "pip's cache is below the threshold, and stays",
      'It holds 0 B in /c, less than min-size (1 B). Nothing was deleted.',
    ],
    [
      'reset that leaves a directory',
      result({ areas: { ...NOT_THERE, wheels: { ...area(1, 0), after: ONE_DIRECTORY } } }),
      "Freed 1 kB of pip's cache",
      '1 file and 1 directory removed from /c.',
    ],
    [
      'reset beside what can not be read',
      result({ areas: { ...NOT_THERE, wheels: { ...area(1, 0), unreadable: 1 } }, unreadable: remaining }),
      "Freed 1 kB of pip's cache",
      '1 file and 1 directory removed from /c.',
    ],
    [
      'nothing to purge beside what can not be read',
      result({
        outcome: 'nothing-to-do',
        areas: { ...NOT_THERE, wheels: { ...ABSENT, state: 'unreadable', unreadable: 1 } },
        unreadable: remaining,
      }),
      "Nothing to remove from pip's cache",
      'There is nothing that could go in /c.',
    ],
    [
      'disabled by a setting',
      result({ outcome: 'disabled', cacheDirectory: '', areas: NOT_THERE, disabledBecause: { cause: 'setting' } }),
      "pip's cache is turned off",
      'The setting no-cache-dir (PIP_NO_CACHE_DIR, or in a pip.conf) is there; pip keeps no cache then, whatever its value is. ' +
        'Nothing was deleted.',
    ],
    [
      'disabled by the owner of the directory',
      result({ outcome: 'disabled', cacheDirectory: '', areas: NOT_THERE, disabledBecause: NOT_OURS }),
      "pip doesn't use its cache",
      'pip leaves /github/home alone, since it belongs to another user or is not writable. Nothing was deleted.',
    ],
    [
      'incomplete',
      result({ outcome: 'incomplete', remaining }),
      "pip's cache is not reset completely (2 kB freed)",
      '1 entry in /c could not be deleted. 2 files and 2 directories removed.',
    ],
    [
      'incomplete for the sake of other pips',
      result({ outcome: 'incomplete', inUseBy: [INSTALL, { ...INSTALL, process: 5 }] }),
      "pip's cache is not reset completely (2 kB freed)",
      'Still at work on /c after 60 s of waiting: pip install (process 4711), pip install (process 5). A pip fails when what it ' +
        'uses is deleted, so that the rest of what was to go stays. 2 files and 2 directories removed.',
    ],
    [
      'incomplete for two reasons',
      result({ outcome: 'incomplete', inUseBy: [INSTALL], remaining }),
      "pip's cache is not reset completely (2 kB freed)",
      'Still at work on /c after 60 s of waiting: pip install (process 4711). A pip fails when what it uses is deleted, so that ' +
        'the rest of what was to go stays. 1 entry in /c could not be deleted. 2 files and 2 directories removed.',
    ],
    [
      'incomplete, all of it',
      result({ outcome: 'incomplete', remaining: [...remaining, ...remaining], areas: NOT_THERE }),
      "pip's cache is not reset completely (0 B freed)",
      '2 entries in /c could not be deleted. Nothing removed.',
    ],
    [
      'incomplete, cancelled',
      result({ outcome: 'incomplete', cancelled: true }),
      "Cancelled: 2 kB of pip's cache are gone",
      'The job was cancelled midway. 2 files and 2 directories removed from /c; 1 file and 1 directory still there.',
    ],
    [
      'incomplete, cancelled, with a count cut short',
      result({ outcome: 'incomplete', cancelled: true, cutShort: true }),
      "Cancelled: at least 2 kB of pip's cache are gone",
      'The job was cancelled midway. At least 2 files and 2 directories removed from /c. There was no time left to count what is still there.',
    ],
    [
      'incomplete, cancelled, with a count cut short before it came to anything',
      result({
        outcome: 'incomplete',
        cancelled: true,
        cutShort: true,
        areas: { http: ABSENT, 'http-v2': ABSENT, wheels: area(2, 2) },
      }),
      "Cancelled: at least 0 B of pip's cache are gone",
      'The job was cancelled midway. There was no time left to count what is still there.',
    ],
    [
      'incomplete, cancelled before the first was gone',
      result({ outcome: 'incomplete', cancelled: true, areas: { ...NOT_THERE, wheels: area(2, 2) } }),
      "Cancelled: 0 B of pip's cache are gone",
      'The job was cancelled midway. Nothing removed from /c; 2 files and 2 directories still there.',
    ],
    [
      'incomplete, cancelled when all was gone',
      result({ outcome: 'incomplete', cancelled: true, areas: { ...NOT_THERE, wheels: area(1, 0) } }),
      "Cancelled: 1 kB of pip's cache are gone",
      'The job was cancelled midway. 1 file and 1 directory removed from /c; nothing still there.',
    ],
  ])('of %s', (_what, given, head, sentence) => {
    expect(headline(given)).toBe(head);
    expect(plain(explanation(given))).toBe(sentence);
  });
});

describe('totals', () => {
  it('are over all areas', () => {
    expect(totals(result({ areas: { http: area(5, 0), 'http-v2': area(3, 1), wheels: area(1, 1) } }))).toEqual({
      before: { files: 9, bytes: 9000, directories: 9, diskBytes: 46_080 },
      after: { files: 2, bytes: 2000, directories: 2, diskBytes: 10_240 },
      removed: { files: 7, bytes: 7000, directories: 7, diskBytes: 35_840 },
    });
  });
});

const before = pipRun('cache info');
const info = pipRun('cache info', { stdout: 'Number of HTTP files: 1\nNumber of locally built wheels: 1200\n' });
const COUNTS = 'pip cache info now counts 1 HTTP file and 1,200 locally built wheels.';
const finished = (count: Count) => ({ http: ABSENT, 'http-v2': area(50, 0, count), wheels: ABSENT });
const failed = (code: number | null) => pipRun('cache purge', { code });

function unread(files: number, bytes: number) {
  return { files, bytes, first: { path: '/c/http/a', code: 'EACCES' } };
}

describe('notes', () => {
  it.each([
    ['none', result(), []],
    [
      'links and strangers, which are warnings',
      result({
        areas: {
          http: { ...ABSENT, state: 'link' },
          'http-v2': area(1, 0),
          wheels: { ...ABSENT, state: 'not a directory' },
        },
      }),
      [
        'http in /c is a symbolic link and was left alone; pip expects a directory there.',
        'wheels in /c is not a directory and was left alone; pip expects a directory there.',
      ],
    ],
    [
      'what pip left',
      result({ pipVersion: '22.0.4', areas: finished({ files: 40, directories: 1 }) }),
      [
        'pip 22.0.4 left behind 40 files in http-v2 (pip 23.3 would not have) and 1 directory (26.2); this action removed that.',
      ],
    ],
    [
      'what a removal by pip left, which tells nothing of its version',
      result({
        inputs: { mode: 'remove', builtWheelsOnly: true },
        pip: [pipRun('cache remove -- a')],
        areas: finished({ files: 1, directories: 0 }),
      }),
      ['This action removed 1 file that pip did not remove.'],
    ],
    [
      'what of a package pip does not know',
      result({
        inputs: { mode: 'remove' },
        pip: [pipRun('cache remove -- a')],
        areas: finished({ files: 1, directories: 0 }),
      }),
      ['pip removes only wheels that it built itself; this action removed 1 file besides.'],
    ],
    [
      'what pip left, when it was not asked to remove anything',
      result({ pip: [pipRun('cache dir')], areas: finished({ files: 40, directories: 1 }) }),
      [],
    ],
    ['how pip failed', result({ pip: [failed(2)] }), ['/py -m pip cache purge ended with exit code 2.']],
    [
      'for whose sake pip was ended, and what it had not reached',
      result({ pip: [failed(null)], endedFor: [INSTALL], areas: finished({ files: 5, directories: 0 }) }),
      [
        '/py -m pip cache purge was ended, since pip install (process 4711) had begun.',
        'This action removed 5 files that pip did not reach.',
      ],
    ],
    ['nothing of how pip ended when the job was cancelled', result({ pip: [failed(null)], cancelled: true }), []],
    [
      'why pip was not asked',
      result({ pip: [], pipNotAsked: 'it would harm', areas: finished({ files: 1, directories: 0 }) }),
      ['pip was not asked to delete: it would harm. This action did it itself.'],
    ],
    [
      'nothing of a count that is of before',
      result({ pip: [pipRun('cache dir'), info], pipNotAsked: 'it would harm' }),
      ['pip was not asked to delete: it would harm. This action did it itself.'],
    ],
    [
      'for whose sake the last of several runs was ended, not the one that failed before',
      result({ pip: [failed(2), { ...failed(null), command: 'the last' }], endedFor: [INSTALL] }),
      ['the last was ended, since pip install (process 4711) had begun.'],
    ],
    [
      'how pip failed, and what it left',
      result({
        pip: [pipRun('cache remove -- a'), failed(null), failed(2)],
        areas: finished({ files: 1, directories: 0 }),
      }),
      ['/py -m pip cache purge was ended by a signal.', 'This action removed 1 file that pip did not reach.'],
    ],
    [
      'what can not be read, which is a warning',
      result({ unreadable: remaining }),
      [
        '1 directory or file in the cache could not be read, so that the numbers lack what is in there. ' +
          'The first: /c/http/a: permission denied (EACCES).',
      ],
    ],
    [
      'how much can not be read',
      result({ outcome: 'dry-run', unreadable: [...remaining, { path: '/c/http/b', code: 'EPERM' }] }),
      [
        '2 directories or files in the cache could not be read, so that the numbers lack what is in there. ' +
          'The first: /c/http/a: permission denied (EACCES).',
      ],
    ],
    [
      'nothing of what can not be read when something could not be deleted',
      result({ outcome: 'incomplete', remaining, unreadable: remaining }),
      [],
    ],
    [
      'not twice whose the directory is',
      result({ outcome: 'disabled', cacheDirectory: '', areas: NOT_THERE, disabledBecause: NOT_OURS, pip: [] }),
      [],
    ],
    [
      'nothing of a setting, which the user made',
      result({ outcome: 'disabled', cacheDirectory: '', areas: NOT_THERE, disabledBecause: { cause: 'setting' } }),
      [],
    ],
    [
      'how pip cache info failed, once for the same words',
      result({
        pip: [
          pipRun('cache info', { code: 2, stderr: 'Traceback (most recent call last):\nFileNotFoundError: x\n' }),
          pipRun('cache info', { code: 2, stderr: 'Traceback (most recent call last):\nFileNotFoundError: x\n' }),
        ],
      }),
      [
        'pip cache info ended with exit code 2: FileNotFoundError: x. ' +
          'The numbers here do not depend on it: they are counted on disk.',
      ],
    ],
    [
      'nothing of a pip cache info that a cancellation ended',
      result({ outcome: 'incomplete', cancelled: true, pip: [pipRun('cache info', { code: null })] }),
      [],
    ],
    [
      'what mode remove does not touch',
      result({
        inputs: { mode: 'remove', builtWheelsOnly: true },
        areas: { http: area(2, 2), 'http-v2': area(1, 1), wheels: area(2, 1) },
      }),
      [
        '3 kB of HTTP responses (3 files) stay: with built-wheels-only, this is about wheels that pip built itself, not about what it downloaded.',
      ],
    ],
    [
      'nothing of that where there is none',
      result({ inputs: { mode: 'remove', builtWheelsOnly: true }, areas: { ...NOT_THERE, wheels: area(2, 1) } }),
      [],
    ],
    [
      'nothing of that when disabled',
      result({ outcome: 'disabled', inputs: { mode: 'remove', builtWheelsOnly: true } }),
      [],
    ],
    [
      'nothing of that when skipped',
      result({ outcome: 'skipped', inputs: { mode: 'remove', builtWheelsOnly: true } }),
      [],
    ],
    ['what pip counts now', result({ pip: [before, info] }), [COUNTS]],
    ['what pip counts now, incomplete', result({ outcome: 'incomplete', pip: [before, info], remaining }), [COUNTS]],
    [
      'nothing of what pip counted before the job was cancelled',
      result({ outcome: 'incomplete', cancelled: true, pip: [before, pipRun('cache dir'), info] }),
      [],
    ],
    ['nothing of what pip counted in a dry run', result({ outcome: 'dry-run', pip: [before, info] }), []],
    [
      'what pip 20.1 counts now',
      result({ pip: [before, pipRun('cache info', { stdout: 'Number of wheels: 1\n' })] }),
      ['pip cache info now counts 1 locally built wheel.'],
    ],
    [
      'which packages nothing was of',
      result({
        inputs: { mode: 'remove', packages: NUMPY },
        areas: { ...NOT_THERE, wheels: area(2, 1) },
        unmatched: ['a-*', 'b'],
      }),
      ['Nothing matched: a-*, b.'],
    ],
    [
      'nothing of that where nothing matched at all',
      result({ outcome: 'nothing-to-do', inputs: { mode: 'remove' }, areas: NOT_THERE, unmatched: ['b'] }),
      [],
    ],
    [
      'what went otherwise',
      result({ others: { files: 2, directories: 1 } }),
      ['2 files and 1 directory of that went otherwise: another process was at work, or pip tidied up.'],
    ],
    [
      'how many files could not be read',
      result({ inputs: { mode: 'inspect' }, unread: unread(1200, 34_000) }),
      [
        '1,200 files (34 kB) in the cache could not be read, so the action does not know which packages they belong to. ' +
          'The first: /c/http/a: permission denied (EACCES). pip before 25.0 makes its files readable by their owner alone: ' +
          'run this step as that user, or make the files readable.',
      ],
    ],
    [
      'that one file could not be read, and stays',
      result({ inputs: { mode: 'remove' }, unread: unread(1, 5) }),
      [
        '1 file (5 B) in the cache could not be read, so the action does not know which packages it belongs to, and leaves it in place. ' +
          'The first: /c/http/a: permission denied (EACCES). pip before 25.0 makes its files readable by their owner alone: ' +
          'run this step as that user, or make the files readable.',
      ],
    ],
    ['nothing when pip ran not at all', result({ pip: [] }), []],
  ])('%s', (_what, given, expected) => {
    expect(notes(given).map(plain)).toEqual(expected);
  });

  it('begin with the warnings', () => {
    const given = result({
      areas: { ...NOT_THERE, http: { ...ABSENT, state: 'link' } },
      unreadable: remaining,
      unread: unread(2, 3),
      pip: [before, failed(1), info],
    });
    expect(warnings(given).map(plain)).toEqual([
      expect.stringContaining('is a symbolic link'),
      expect.stringContaining('could not be read'),
      expect.stringContaining('2 files (3 B) in the cache could not be read'),
    ]);
    expect(notes(given).map(plain)).toEqual([
      ...warnings(given).map(plain),
      expect.stringContaining('exit code 1'),
      COUNTS,
    ]);
  });
});

describe('remainingLine', () => {
  it.each([
    ['EACCES', 'permission denied'],
    ['EBUSY', 'in use'],
    ['EISDIR', 'has become a directory'],
    ['ENAMETOOLONG', 'path too long'],
    ['EPERM', 'not permitted'],
    ['EROFS', 'read-only file system'],
    ['EIO', 'the system refuses'],
  ])('of %s', (code, words) => {
    expect(plain(remainingLine({ path: '/c/a', code }))).toBe(`/c/a: ${words} (${code})`);
  });
});
