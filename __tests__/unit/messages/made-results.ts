import type { Contents, ProjectHolding } from '../../../src/inventory/contents.js';
import type { PipRun } from '../../../src/pip/pip.js';
import type { AreaResult, Result } from '../../../src/reset/result.js';
import { POST_STEP } from '../../../src/reset/step-kind.js';
import { ABSENT, area, CONTENTS, pipRun, result } from '../results.js';

const INTERPRETER = '/usr/bin/python3';
const CACHE = '/home/me/.cache/pip';
/** When these results are reported, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 10, 21);

function run(args: string, differences: Partial<PipRun> = {}): PipRun {
  return pipRun(args, { command: `${INTERPRETER} -m pip ${args}`, ...differences });
}

const DIR = run('cache dir', { stdout: `${CACHE}\n` });
const INFO = run('cache info', { stdout: 'Number of HTTP files: 3\nNumber of locally built wheels: 0\n' });
const PURGE = run('cache purge', { stdout: 'Files removed: 2\n' });

const OFF = { code: 1, stderr: 'ERROR: pip cache commands can not function since cache is disabled.\n' };
const REMOVAL = run('cache remove -- numpy', { stdout: 'Files removed: 1\n' });

/** A purge that went well, with changes. */
export function made(changes: NonNullable<Parameters<typeof result>[0]> = {}): Result {
  const { outcome = 'reset', inputs } = changes;
  const deletion = inputs?.mode === 'remove' ? REMOVAL : PURGE;
  const pip = [DIR, INFO, ...(outcome === 'reset' || outcome === 'incomplete' ? [deletion] : [])];
  return result({ interpreter: INTERPRETER, cacheDirectory: CACHE, pip, ...changes });
}

const NOT_THERE = { http: ABSENT, 'http-v2': ABSENT, wheels: ABSENT };
const EMPTIED = { ...NOT_THERE, 'http-v2': area(2, 0) };
const UNTOUCHED = { ...NOT_THERE, 'http-v2': area(3, 3) };
const LINKED: AreaResult = { ...ABSENT, state: 'link' };
const ONE_DIRECTORY: AreaResult = { ...ABSENT, state: 'directory', removed: { ...ABSENT.removed, directories: 1 } };
const TWO_PACKAGES = [
  { text: 'NumPy', name: 'numpy' },
  { text: 'my-company-*', name: 'my-company-*' },
];
const REMOVE = { mode: 'remove', packages: TWO_PACKAGES } as const;
const BUILT_WHEELS = { ...REMOVE, builtWheelsOnly: true } as const;
const INSPECT = { mode: 'inspect' } as const;
const INSTALL = { command: 'install', process: 4711 };
const WHEEL = { command: 'wheel', process: 4712 };
const LOCKED = { path: `${CACHE}/http-v2/a/b`, code: 'EACCES' };
const { all } = CONTENTS;

type Made = readonly [situation: string, result: Result];

/** A result for each headline, and for each explanation. */
export const OUTCOMES: readonly Made[] = [
  ['A purge that leaves something that another process wrote', made()],
  ['A purge that empties the cache', made({ areas: EMPTIED })],
  ['A purge that finds directories only', made({ areas: { ...NOT_THERE, wheels: ONE_DIRECTORY } })],
  ['A removal', made({ inputs: REMOVE })],
  [
    'A removal of built wheels, with one package that is not in the cache',
    made({ inputs: BUILT_WHEELS, unmatched: ['my-company-*'] }),
  ],
  ['A dry run of a purge', made({ outcome: 'dry-run', inputs: { dryRun: true } })],
  ['A dry run of a removal', made({ outcome: 'dry-run', inputs: { ...REMOVE, dryRun: true } })],
  ['Nothing to purge', made({ outcome: 'nothing-to-do', areas: NOT_THERE })],
  ['Nothing to purge but a symbolic link', made({ outcome: 'nothing-to-do', areas: { ...NOT_THERE, wheels: LINKED } })],
  ['Nothing to remove', made({ outcome: 'nothing-to-do', inputs: REMOVE, areas: UNTOUCHED })],
  ['No built wheels to remove', made({ outcome: 'nothing-to-do', inputs: BUILT_WHEELS, areas: UNTOUCHED })],
  ['A cache smaller than `min-size`', made({ outcome: 'skipped', inputs: { minSize: 500_000_000 }, areas: UNTOUCHED })],
  [
    'A cache smaller than `min-size` by so little that only bytes show it',
    made({ outcome: 'skipped', inputs: { minSize: 3001 }, areas: UNTOUCHED }),
  ],
  [
    "pip's cache turned off by a setting",
    made({ outcome: 'disabled', cacheDirectory: '', areas: NOT_THERE, disabledBecause: { cause: 'setting' } }),
  ],
  [
    "pip's cache turned off by pip",
    made({
      outcome: 'disabled',
      cacheDirectory: '',
      areas: NOT_THERE,
      disabledBecause: { cause: 'owner', directory: CACHE },
    }),
  ],
  ['An inspection', made({ outcome: 'inspected', inputs: INSPECT, areas: UNTOUCHED, contents: CONTENTS })],
  [
    'An inspection that recognises one project',
    made({
      outcome: 'inspected',
      inputs: INSPECT,
      areas: UNTOUCHED,
      contents: { ...CONTENTS, projects: CONTENTS.projects.slice(0, 1), all: { ...all, newest: all.oldest } },
    }),
  ],
  [
    'An inspection that recognises nothing',
    made({ outcome: 'inspected', inputs: INSPECT, areas: UNTOUCHED, contents: { ...CONTENTS, projects: [] } }),
  ],
  ['An inspection of an empty cache', made({ outcome: 'inspected', inputs: INSPECT, areas: NOT_THERE })],
  ["Something can't be deleted", made({ outcome: 'incomplete', remaining: [LOCKED] })],
  ['Nothing can be deleted', made({ outcome: 'incomplete', remaining: [LOCKED, LOCKED], areas: UNTOUCHED })],
  ['Other pips use the cache', made({ outcome: 'incomplete', inUseBy: [INSTALL, WHEEL] })],
  ['The job is cancelled midway', made({ outcome: 'incomplete', cancelled: true })],
  [
    'The job is cancelled before anything is deleted',
    made({ outcome: 'incomplete', cancelled: true, areas: UNTOUCHED }),
  ],
  ['The job is cancelled when everything is deleted', made({ outcome: 'incomplete', cancelled: true, areas: EMPTIED })],
  [
    'The job is cancelled and there is no time to count',
    made({ outcome: 'incomplete', cancelled: true, cutShort: true }),
  ],
  [
    'The job is cancelled and there is no time to count, with nothing known to be deleted',
    made({ outcome: 'incomplete', cancelled: true, cutShort: true, areas: UNTOUCHED }),
  ],
];

const finished = (files: number, directories: number) => ({
  ...NOT_THERE,
  'http-v2': area(50, 0, { files, directories }),
});
const removed = (code: number | null = 0) => run('cache remove -- numpy', { code });
const purged = (code: number | null) => run('cache purge', { code });
const counts = (words: string) => [INFO, PURGE, run('cache info', { stdout: words })];

/** A result for each note. */
export const NOTED: readonly Made[] = [
  ['At the end of a failed job', made({ stepKind: POST_STEP })],
  ['A part of the cache is a symbolic link', made({ areas: { ...EMPTIED, wheels: LINKED } })],
  ['A part of the cache is a file', made({ areas: { ...EMPTIED, wheels: { ...ABSENT, state: 'not a directory' } } })],
  ["Something can't be read", made({ unreadable: [LOCKED] })],
  ["Several things can't be read", made({ unreadable: [LOCKED, LOCKED] })],
  [
    'There is a later format of pip',
    made({ unknownFormats: [{ name: 'http-v3', isFormat: true, files: 1200, bytes: 3_000_000 }] }),
  ],
  [
    'There are directories with the name of a format',
    made({
      unknownFormats: [
        { name: 'http-backup', isFormat: false, files: 1, bytes: 5 },
        { name: 'http-v2.old', isFormat: false, files: 0, bytes: 0 },
      ],
    }),
  ],
  ['A file may not be read', made({ inputs: { mode: 'inspect' }, unread: { files: 1, bytes: 900, first: LOCKED } })],
  [
    'Files may not be read, in mode remove',
    made({ inputs: REMOVE, pip: [removed()], unread: { files: 12, bytes: 9000, first: LOCKED } }),
  ],
  ['pip left files behind', made({ pipVersion: '22.0.4', areas: finished(40, 0) })],
  ['pip left one file and directories behind', made({ pipVersion: '22.0.4', areas: finished(1, 12) })],
  ['pip left one directory behind', made({ pipVersion: '25.3', areas: finished(0, 1) })],
  [
    'pip left files of several kinds behind',
    made({
      pipVersion: '20.2',
      areas: {
        http: area(9, 0, { files: 9, directories: 0 }),
        'http-v2': area(8, 0, { files: 8, directories: 0 }),
        wheels: area(7, 0, { files: 7, directories: 7 }),
      },
    }),
  ],
  ['pip left files behind that its version should not', made({ pipVersion: '26.3', areas: finished(40, 0) })],
  ['pip left files behind, and does not report its version', made({ pipVersion: '', areas: finished(40, 0) })],
  ["A package's downloads", made({ inputs: REMOVE, pip: [removed()], areas: finished(5, 5) })],
  ['Built wheels that pip did not remove', made({ inputs: BUILT_WHEELS, pip: [removed()], areas: finished(5, 0) })],
  ['pip fails', made({ pip: [purged(2)], areas: finished(5, 0) })],
  [
    '`pip cache info` fails',
    made({ pip: [pipRun('cache info', { code: 2, stderr: 'ERROR: Could not open the cache.' })] }),
  ],
  [
    '`pip cache info` could not be started',
    made({ pip: [pipRun('cache info', { code: null, failedToStart: 'spawn EAGAIN' })] }),
  ],
  ['pip is ended by a signal', made({ pip: [purged(null)] })],
  [
    'pip is ended because another pip starts',
    made({ pip: [purged(null)], endedFor: [INSTALL], areas: finished(5, 0) }),
  ],
  ['Some of the packages are not in the cache', made({ inputs: REMOVE, unmatched: ['my-company-*'] })],
  ['Something is gone that this action did not remove', made({ others: { files: 2, directories: 1 } })],
  [
    'Downloads stay',
    made({ inputs: BUILT_WHEELS, areas: { http: ABSENT, 'http-v2': area(3, 3), wheels: area(2, 1) } }),
  ],
  ['What pip counts afterwards', made({ pip: counts('Number of HTTP files: 1\nNumber of locally built wheels: 1\n') })],
  [
    'The same, with other numbers',
    made({ pip: counts('Number of HTTP files: 1200\nNumber of locally built wheels: 12\n') }),
  ],
  ['What a pip before 20.3 counts afterwards', made({ pip: counts('Number of wheels: 2\n') })],
];

/** Why something can't be deleted or read, by the system's code. */
export const REMAINING = ['EACCES', 'EBUSY', 'EISDIR', 'ENAMETOOLONG', 'EPERM', 'EROFS', 'EIO'].map((code) => ({
  path: LOCKED.path,
  code,
}));

const DAY = 86_400_000;
const HOLDS = { files: 2, bytes: 1_000_000, oldest: NOW - 40 * DAY, newest: NOW - DAY };
const [LARGE, SMALL] = [
  { ...HOLDS, files: 12, bytes: 900_000_000 },
  { ...HOLDS, files: 1, bytes: 50_000_000, oldest: HOLDS.newest },
];
const WHOLE = { ...LARGE, files: 60, bytes: 1_200_000_000 };
const WHOLE_TALLY = { files: 60, bytes: 1_200_000_000, directories: 120, diskBytes: 1_200_500_000 };
/** What `contents` is of: all of it is still there, or all of it is gone. */
const FULL = { ...NOT_THERE, 'http-v2': { ...area(0, 0), before: WHOLE_TALLY, after: WHOLE_TALLY } };
const CLEARED = { ...NOT_THERE, 'http-v2': { ...area(0, 0), before: WHOLE_TALLY, removed: WHOLE_TALLY } };
const WOULD_GO = { ...NOT_THERE, 'http-v2': { ...CLEARED['http-v2'], after: WHOLE_TALLY } };

function contents(...projects: readonly ProjectHolding[]): Contents {
  const kinds = {
    'index page': HOLDS,
    sdist: HOLDS,
    metadata: HOLDS,
    redirect: HOLDS,
    unknown: HOLDS,
    unreadable: HOLDS,
  };
  return { projects, kinds: { ...kinds, wheel: LARGE, 'built wheel': SMALL }, all: WHOLE };
}

function project(name: string, holding: typeof HOLDS, ...versions: readonly string[]): ProjectHolding {
  const kinds = versions.length > 0 ? (['wheel'] as const) : (['index page'] as const);
  return { project: name, ...holding, versions, moreVersions: 0, kinds };
}

const NUMPY = project('numpy', LARGE, '1.26.4', '2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0');
const SIX = project('six', SMALL, '1.17.0');
const ONLY_METADATA: ProjectHolding = { ...project('example', HOLDS, '0.9'), kinds: ['metadata'] };
const ONE_FILE = project('six', { ...SMALL, bytes: 1 }, '1.17.0');
const others = (count: number) => [
  ONLY_METADATA,
  ...Array.from({ length: count - 1 }, (_none, index) => project(`example-${index + 1}`, HOLDS)),
];

const THREE_AREAS = { http: area(2, 0), 'http-v2': area(3, 1), wheels: area(1, 1) };
const HIDDEN: Result['areas'] = {
  ...NOT_THERE,
  'http-v2': { ...area(3, 3), unreadable: 1 },
  wheels: { ...ABSENT, state: 'unreadable', unreadable: 1 },
};
const MANY_LOCKED = Array.from({ length: 12 }, (_none, index) => ({ ...LOCKED, path: `${LOCKED.path}/${index}` }));

/** A result for each form of the log and each annotation. */
export const LOGGED: readonly Made[] = [
  ['A purge', made({ areas: { ...THREE_AREAS, wheels: ONE_DIRECTORY } })],
  [
    'A removal',
    made({
      inputs: { mode: 'remove', packages: [...TWO_PACKAGES, { text: 'torch', name: 'torch' }] },
      areas: CLEARED,
      contents: contents(NUMPY, SIX),
      unmatched: ['torch'],
    }),
  ],
  ['A dry run', made({ outcome: 'dry-run', inputs: { dryRun: true }, areas: THREE_AREAS })],
  [
    'An inspection',
    made({ outcome: 'inspected', inputs: INSPECT, areas: FULL, contents: contents(NUMPY, SIX, ...others(10)) }),
  ],
  [
    'An inspection, with one project more than the log lists',
    made({ outcome: 'inspected', inputs: INSPECT, areas: FULL, contents: contents(NUMPY, SIX, ...others(9)) }),
  ],
  [
    "Something can't be read",
    made({ outcome: 'skipped', inputs: { minSize: 1_000_000 }, areas: HIDDEN, unreadable: [LOCKED, LOCKED] }),
  ],
  [
    'pip refuses to use its cache',
    made({
      outcome: 'disabled',
      pipVersion: '',
      cacheDirectory: '',
      areas: NOT_THERE,
      disabledBecause: { cause: 'owner', directory: CACHE },
    }),
  ],
  ["Something can't be deleted", made({ outcome: 'incomplete', remaining: [LOCKED, { ...LOCKED, code: 'EBUSY' }] })],
  ['Another pip uses the cache', made({ outcome: 'incomplete', inUseBy: [INSTALL] })],
  ['The job is cancelled', made({ outcome: 'incomplete', cancelled: true, cutShort: true })],
  [
    "Something can't be deleted at the end of a failed job",
    made({ stepKind: POST_STEP, outcome: 'incomplete', remaining: [LOCKED] }),
  ],
];

/** A result for each form of the job summary. */
export const SUMMARISED: readonly Made[] = [
  ['A purge', made({ areas: CLEARED, contents: contents(NUMPY, SIX) })],
  [
    'A purge of one file',
    made({
      areas: { ...NOT_THERE, wheels: { ...area(1, 0), removed: { files: 1, bytes: 1, directories: 1, diskBytes: 1 } } },
      contents: { ...contents(ONE_FILE), all: ONE_FILE },
    }),
  ],
  [
    'A dry run of a removal',
    made({ outcome: 'dry-run', inputs: { ...REMOVE, dryRun: true }, areas: WOULD_GO, contents: contents(NUMPY) }),
  ],
  ['An inspection', made({ outcome: 'inspected', inputs: INSPECT, areas: FULL, contents: contents(NUMPY, SIX) })],
  [
    "pip's cache is turned off",
    made({
      outcome: 'disabled',
      pipVersion: '',
      cacheDirectory: '',
      areas: NOT_THERE,
      disabledBecause: { cause: 'setting' },
      pip: [run('cache dir', OFF), run('cache info', OFF)],
    }),
  ],
  [
    "Something can't be deleted, and pip fails",
    made({
      outcome: 'incomplete',
      remaining: MANY_LOCKED,
      pip: [run('cache purge', { code: 2 }), run('cache info', { stdout: `${'.'.repeat(4000)}..` })],
    }),
  ],
];
