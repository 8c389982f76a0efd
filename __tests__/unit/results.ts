import type { Contents } from '../../src/inventory/contents.js';
import type { PipRun } from '../../src/pip/pip.js';
import type { AreaResult, Result } from '../../src/reset/result.js';
import { MAIN_STEP } from '../../src/reset/step-kind.js';

const NONE = { files: 0, directories: 0 };
const NOTHING = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };

/** An area that isn't there. */
export const ABSENT: AreaResult = {
  state: 'absent',
  before: NOTHING,
  after: NOTHING,
  removed: NOTHING,
  finished: NONE,
  unreadable: 0,
};

/** An area of which so many files are left of so many, each of 1000 bytes in two blocks, each in a directory of its own. */
export function area(before: number, after: number, finished: AreaResult['finished'] = NONE): AreaResult {
  const tally = (files: number) => ({ files, bytes: files * 1000, directories: files, diskBytes: files * 5120 });
  return {
    state: 'directory',
    before: tally(before),
    after: tally(after),
    removed: tally(before - after),
    finished,
    unreadable: 0,
  };
}

/** A run of pip. */
export function pipRun(args: string, differences: Partial<PipRun> = {}): PipRun {
  return {
    args: args.split(' '),
    command: `/py -m pip ${args}`,
    code: 0,
    stdout: '',
    stderr: '',
    milliseconds: 212.4,
    ...differences,
  };
}

const [FIRST, LAST] = [Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 20)];
const HOLDS_NOTHING = { files: 0, bytes: 0, oldest: 0, newest: 0 };
const NUMPY = { files: 2, bytes: 2900, oldest: FIRST, newest: LAST };
const SIX = { files: 1, bytes: 90, oldest: FIRST, newest: FIRST };

/** Two wheels of one project, and the index page of another. */
export const CONTENTS: Contents = {
  projects: [
    { project: 'numpy', ...NUMPY, versions: ['1.9', '1.26.4'], moreVersions: 0, kinds: ['wheel'] },
    { project: 'six', ...SIX, versions: [], moreVersions: 0, kinds: ['index page'] },
  ],
  kinds: {
    'index page': SIX,
    wheel: NUMPY,
    sdist: HOLDS_NOTHING,
    metadata: HOLDS_NOTHING,
    'built wheel': HOLDS_NOTHING,
    redirect: HOLDS_NOTHING,
    unknown: HOLDS_NOTHING,
    unreadable: HOLDS_NOTHING,
  },
  all: { files: 3, bytes: 2990, oldest: FIRST, newest: LAST },
};

type Changes = Partial<Omit<Result, 'inputs'>> & { inputs?: Partial<Result['inputs']> };

/** A purge that went well, with changes. */
export function result({ inputs, ...changes }: Changes = {}): Result {
  return {
    outcome: 'reset',
    inputs: {
      pythonPath: undefined,
      mode: 'purge',
      packages: [],
      builtWheelsOnly: false,
      dryRun: false,
      minSize: undefined,
      expectCacheDir: undefined,
      summary: true,
      ...inputs,
    },
    stepKind: MAIN_STEP,
    interpreter: '/py',
    pipVersion: '24.0',
    cacheDirectory: '/c',
    areas: { http: ABSENT, 'http-v2': area(3, 1), wheels: ABSENT },
    pip: [pipRun('cache dir', { stdout: '/c\n' }), pipRun('cache purge', { stdout: 'Files removed: 2\n' })],
    cancelled: false,
    cutShort: false,
    remaining: [],
    unreadable: [],
    unknownFormats: [],
    unmatched: [],
    others: { files: 0, directories: 0 },
    inUseBy: [],
    endedFor: [],
    milliseconds: 1234.5,
    ...changes,
  };
}

/** Words that would do harm where they were taken for commands, markdown or HTML. */
export const HOSTILE =
  '\n\n::error::a\n##[error]b\r\n<script>alert(1)</script>&amp;"\' </details></pre></table>\n\n# heading **bold** @octocat `x`\n\x1b[31m\x85';
