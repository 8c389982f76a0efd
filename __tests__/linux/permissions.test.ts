import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { builtWheels, errorOf, type Fixture, fixture } from '../support/fixture.js';
import { runMainStep, runPostStep } from '../support/on-failure.js';
import { runAction } from '../support/runner.mjs';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { asRoot, NOBODY, unprivileged } from './privileged.js';

afterAll(removeTemporaryDirectories);

/** Adds a wheel to the cache, in a directory of its own. Returns the path of the wheel. */
function stuckWheel({ cacheDir }: Fixture): string {
  const path = join(cacheDir, 'wheels', 'stuck', 'demo-1.0-py3-none-any.whl');
  mkdirSync(dirname(path));
  writeFileSync(path, 'x'.repeat(1000));
  return path;
}

describe('an entry that even root can not delete', () => {
  it.each([
    ['an immutable file', '+i', (wheel: string) => wheel],
    ['an append-only file', '+a', (wheel: string) => wheel],
    ['an immutable directory', '+i', dirname],
    ['an append-only directory', '+a', dirname],
  ])('is named, and everything else is removed: %s', async (_, attribute, which) => {
    const cache = fixture();
    const before = cache.count();
    const wheel = stuckWheel(cache);
    asRoot('chattr', attribute, which(wheel));
    try {
      const run = await cache.step({});
      expect(run.code).toBe(1);
      expect(run.outputs).toMatchObject({
        outcome: 'incomplete',
        'files-removed': String(before.files),
        'bytes-removed': String(before.bytes),
        'files-after': '1',
      });
      expect(errorOf(run)).toContain(`${wheel}: not permitted (EPERM)`);
      expect(run.summary).toContain('demo-1.0-py3-none-any.whl');
      expect(cache.count()).toMatchObject({ files: 1, directories: 2 });
    } finally {
      asRoot('chattr', attribute.replace('+', '-'), which(wheel));
    }
  });
});

describe('an entry that can not be deleted at the end of a failed job', () => {
  it('is named in a warning, and everything else is removed', async () => {
    const cache = fixture();
    const before = cache.count();
    const wheel = stuckWheel(cache);
    const main = await runMainStep(cache);
    asRoot('chattr', '+i', wheel);
    try {
      const run = await runPostStep(cache, main);
      expect(run).toMatchObject({ code: 0, outputs: {}, state: {} });
      expect(run.annotations).toEqual([
        { level: 'warning', message: expect.stringContaining(`${wheel}: not permitted (EPERM)`), properties: {} },
      ]);
      expect(run.annotations[0]?.message).toContain(`${before.files} files`);
      expect(run.summary).toContain('demo-1.0-py3-none-any.whl');
      expect(cache.count()).toMatchObject({ files: 1, directories: 2 });
    } finally {
      asRoot('chattr', '-i', wheel);
    }
  });
});

describe('an unprivileged user', () => {
  const programs = unprivileged();

  /** Runs a step as this user, who owns the cache. `change` is called before. */
  async function step(
    cache: Fixture,
    change: () => void,
    { user = NOBODY, removeEnv = [] as string[], inputs = {} as Record<string, string> } = {},
  ) {
    const temp = dirname(cache.home);
    mkdirSync(cache.workspace, { recursive: true });
    mkdirSync(join(temp, '_temp', '_runner_file_commands'), { recursive: true });
    chmodSync(temp, 0o777);
    if (process.getuid?.() === 0) {
      asRoot('chown', '-R', `${user}:${user}`, cache.home, cache.workspace);
    }
    change();
    const { node, entry, python } = user === NOBODY ? programs : unprivileged(user);
    const runner = { entry, node, home: cache.home, temp, cwd: cache.workspace };
    // The runner's files are writable for the user who runs the runner.
    asRoot('chmod', '-R', '0777', join(temp, '_temp'));
    process.umask(0);
    return runAction({ ...runner, env: cache.env, removeEnv, inputs: { 'python-path': python, ...inputs } });
  }

  it('resets its own cache', async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await step(cache, () => {});
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-removed': String(before.files), 'files-after': '0' });
    expect(cache.count().files).toBe(0);
  });

  it.each([
    ['an unreadable directory', (directory: string) => asRoot('chmod', '000', directory), /stuck: permission denied/],
    [
      'an unwritable directory',
      (directory: string) => asRoot('chmod', '555', directory),
      /demo-1\.0.*permission denied/,
    ],
    [
      "another user's directory",
      (directory: string) => {
        asRoot('chown', '-R', 'root:root', directory);
        asRoot('chmod', '755', directory);
      },
      /demo-1\.0.*permission denied/,
    ],
  ])('deletes everything except %s, which is named', async (_, change, named) => {
    const cache = fixture();
    const before = cache.count();
    const wheel = stuckWheel(cache);
    const run = await step(cache, () => change(dirname(wheel)));
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'incomplete', 'files-removed': String(before.files) });
    expect(errorOf(run)).toMatch(named);
    asRoot('chmod', '-R', '777', cache.cacheDir);
    expect(existsSync(wheel)).toBe(true);
    expect(cache.count()).toMatchObject({ files: 1, directories: 2 });
  });

  it('that is no account, and has no HOME, as in a pod with an arbitrary user id, resets its own cache', async () => {
    const cache = fixture();
    const run = await step(cache, () => {}, { user: 54_321, removeEnv: ['HOME', 'USER', 'LOGNAME'] });
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-after': '0' });
    expect(cache.count().files).toBe(0);
  });

  describe('whose cache holds files of others that may not be read, as pips before 25.0 make them', () => {
    /** Makes all downloads another user's, as in a cache that a group shares: its directories may be written. */
    const theirs = ({ cacheDir }: Fixture) => {
      for (const area of ['http', 'http-v2'].map((name) => join(cacheDir, name)).filter((path) => existsSync(path))) {
        asRoot(
          'find',
          area,
          '-type',
          'f',
          '-exec',
          'chown',
          'root:root',
          '{}',
          '+',
          '-exec',
          'chmod',
          '600',
          '{}',
          '+',
        );
      }
      return countCache(cacheDir).byArea;
    };
    const warned = (files: number, more = '') => [
      {
        level: 'warning',
        message: expect.stringMatching(
          new RegExp(
            `^${files} files \\(.* kB\\) in the cache could not be read, so the action does not know which packages they belong to` +
              `${more}\\. The first: .*: permission denied \\(EACCES\\)\\. pip before 25\\.0 `,
          ),
        ),
        properties: {},
      },
    ];

    it('says how many they are in mode inspect, and counts them', async () => {
      const cache = fixture();
      let files = 0;
      const before = cache.count();
      const run = await step(
        cache,
        () => {
          const { http, 'http-v2': v2 } = theirs(cache);
          files = http.files + v2.files;
        },
        { inputs: { mode: 'inspect' } },
      );
      expect(files).toBeGreaterThan(0);
      expect(run.annotations).toEqual(warned(files));
      expect(run.outputs).toMatchObject({ outcome: 'inspected', 'files-before': String(before.files) });
      const report = JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'));
      expect(report.kinds.unreadable.files).toBe(files);
      expect(run.summary).toContain('Not readable');
    });

    it('says how many stay in mode remove, and removes what it knows', async () => {
      const cache = fixture();
      let files = 0;
      const run = await step(
        cache,
        () => {
          const { http, 'http-v2': v2 } = theirs(cache);
          files = http.files + v2.files;
        },
        { inputs: { mode: 'remove', package: 'pyyaml' } },
      );
      expect(run.annotations).toEqual(warned(files, ', and leaves them in place'));
      expect(run.outputs.outcome).toBe('reset');
      expect(run.stdout).toContain(`${files} files (`);
      asRoot('chmod', '-R', '777', cache.cacheDir);
      const { http, 'http-v2': v2 } = cache.count().byArea;
      expect(http.files + v2.files).toBe(files);
      expect(builtWheels(cache.cacheDir).filter((name) => /pyyaml/i.test(name))).toEqual([]);
    });

    it('purges them without a word', async () => {
      const cache = fixture();
      const run = await step(cache, () => theirs(cache));
      expect(run.annotations).toEqual([]);
      expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-after': '0' });
    });
  });

  it("keeps another user's cache, with a warning", async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await step(cache, () => {
      asRoot('chown', '-R', 'root:root', cache.cacheDir);
      asRoot('chmod', '755', cache.cacheDir);
    });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'disabled', 'files-removed': '0' });
    expect(run.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('belongs to another user'), properties: {} },
    ]);
    expect(cache.count()).toEqual(before);
  });
});
