import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, linkSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, type Fixture, fixture } from '../support/fixture.js';
import { beforeCommands, interpreterScript, ONE_BY_ONE } from '../support/interpreter-scripts.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { putResponse } from '../unit/inventory/responses.js';

afterAll(removeTemporaryDirectories);

/**
 * Returns an environment in which pip stops forever at the start of a command, after it has run the statement `first`.
 */
function stoppedAt(command: string, first = 'pass'): { PYTHONPATH: string } {
  return beforeCommands(`if command == "${command}":\n    ${first}\n    os.kill(os.getpid(), signal.SIGSTOP)`);
}

/** Whether a process is running. A zombie is not. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return !/^(Z|$)/.test(stdout.trim());
}

/** Cancels a step while its real pip is stopped at the tenth file. */
async function cancelledAtTenFiles({ step, home }: Fixture, more: { env?: Record<string, string>; python?: string }) {
  const modules = temporaryDirectory('modules');
  cpSync(new URL('../support/held', import.meta.url), modules, { recursive: true });
  const pidFile = join(home, 'pid');
  let cancelled = 0;
  const run = await step(more.python ? { 'python-path': more.python } : {}, {
    env: { PYTHONPATH: modules, PID_FILE: pidFile, ...more.env },
    onLine(line, child) {
      if (cancelled > 0 || !line.includes('cache purge: ') || !existsSync(pidFile)) return;
      cancelled = performance.now();
      child.kill('SIGINT');
    },
  });
  return { run, milliseconds: performance.now() - cancelled, pip: Number(readFileSync(pidFile, 'utf8')) };
}

type Started = [string, (cache: Fixture) => { env?: Record<string, string>; python?: string }];

const oneByOne = ({ python }: Fixture, body = '') => ({
  python: interpreterScript(`${ONE_BY_ONE}\n${body}\nexec "${python.command}" "$@"`),
});

// The action finds grandchildren only on Linux.
const GRANDCHILDREN: Started[] = [
  ['a pip that another has started, as PIP_PYTHON makes it', ({ python }) => ({ env: { PIP_PYTHON: python.command } })],
  [
    'a pip that a script has started',
    ({ python }) => ({ python: interpreterScript(`"${python.command}" "$@"; exit $?`) }),
  ],
];

describe.runIf(process.platform !== 'win32')('a cancelled job', () => {
  it.each([
    ['pip itself', () => ({})],
    ['a pip in a separate process', oneByOne],
    ...(process.platform === 'linux' ? GRANDCHILDREN : []),
  ] as Started[])('ends %s soon, and reports what was removed', async (_, more) => {
    const cache = fixture();
    const before = cache.count();
    const { run, milliseconds, pip } = await cancelledAtTenFiles(cache, more(cache));
    // About two seconds on an idle machine. The runner waits 7.5 seconds before its second signal.
    expect(milliseconds).toBeLessThan(4000);
    expect(runs(pip)).toBe(false);
    const left = cache.count();
    expect(left.files).toBe(before.files - 9);
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({
      outcome: 'incomplete',
      'files-removed': '9',
      'files-after': String(left.files),
      'bytes-removed': String(before.bytes - left.bytes),
      'directories-removed': '0',
    });
    expect(errorOf(run)).toMatch(
      /The job was cancelled midway\. 9 files removed from .*; \d+ files and \d+ dir.* there/,
    );
  });

  it.each([
    ['SIGINT', () => ({})],
    ['SIGTERM', () => ({})],
    ['SIGHUP', () => ({})],
    ['SIGINT', oneByOne],
  ] as [NodeJS.Signals, Started[1]][])('ends a pip that ignores signals, on %s', async (signal, more) => {
    const cache = fixture();
    const { step, home, count } = cache;
    const before = count();
    const pidFile = join(home, 'pid');
    const writePid = 'open(os.environ["PID_FILE"], "w").write(str(os.getpid()))';
    let cancelled = 0;
    const run = await step(
      { 'python-path': more(cache).python ?? cache.python.command },
      {
        env: { ...stoppedAt('cache purge', writePid), PID_FILE: pidFile },
        onLine(line, child) {
          if (!line.includes('cache purge: ')) return;
          cancelled ||= performance.now();
          // The runner sends a second signal later. Neither signal may interrupt the report.
          child.kill(signal);
          child.kill('SIGTERM');
        },
      },
    );
    expect(performance.now() - cancelled).toBeLessThan(4000);
    expect(run.code).toBe(1);
    expect(run.outputs.outcome).toBe('incomplete');
    expect(errorOf(run)).toContain('The job was cancelled midway');
    expect(count()).toEqual(before);
    expect(runs(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  });

  it.each([
    ['dir', () => ({})],
    ['info', () => ({})],
    ['info', oneByOne],
  ] as Started[])('deletes nothing, and says so, if cancelled during pip cache %s', async (command, more) => {
    const cache = fixture();
    const { step, count } = cache;
    const before = count();
    const run = await step(
      { 'python-path': more(cache).python ?? cache.python.command },
      {
        env: stoppedAt(`cache ${command}`),
        onLine: (line, child) => line.startsWith('Waiting for pip cache') && child.kill('SIGINT'),
      },
    );
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(count()).toEqual(before);
  });

  it('deletes nothing, and says so, if cancelled during pip config list', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step(
      { mode: 'remove', package: 'scikit-learn' },
      {
        env: stoppedAt('config list'),
        onLine: (line, child) => line.startsWith('Waiting for pip config list: ') && child.kill('SIGTERM'),
      },
    );
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(run.log.filter((line) => line.includes('pip config list failed'))).toEqual([]);
    expect(count()).toEqual(before);
  });

  it.each([
    ['a page of good links', '<html><title>Files</title>', '<a href=foo-1.0.zip>x</a>'],
    ['a link without an end', '<html><title>Files</title><a href="', '&'],
    ['a JSON page of good files', '{"files":[', '{"filename":"foo-1.0.zip"},'],
  ])('deletes nothing, and soon says so, if cancelled while large pages are read: %s', async (_, start, repeated) => {
    const { step, cacheDir, count } = fixture();
    const bytes = Buffer.concat([Buffer.from(start), Buffer.alloc(31 << 20, repeated)]);
    let page = '';
    for (let index = 0; index < 40; index += 1) {
      const [, first = ''] = putResponse(cacheDir, `https://index.example/${index}/`, index === 0 ? bytes : '', {}, [
        'http-v2',
      ]);
      if (index === 0) page = join(cacheDir, first);
      else {
        rmSync(join(cacheDir, first));
        linkSync(page, join(cacheDir, first));
      }
    }
    const before = count();
    let cancelled = 0;
    const run = await step(
      { mode: 'remove', package: 'foo' },
      {
        onLine(line, child) {
          if (!line.startsWith('Looking into the cache: ')) return;
          cancelled ||= performance.now();
          child.kill('SIGINT');
        },
      },
    );
    expect(cancelled).toBeGreaterThan(0);
    expect(performance.now() - cancelled).toBeLessThan(6000);
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(count()).toEqual(before);
  });

  it("deletes nothing, and says so, if cancelled while it waits for pip's version", async () => {
    const cache = fixture();
    const { step, count } = cache;
    const before = count();
    const { python } = oneByOne(cache, 'case "$1" in -c) kill -STOP $$ ;; esac');
    const run = await step(
      { 'python-path': python, mode: 'remove', package: 'scikit-learn' },
      { onLine: (line, child) => line.includes('cache info (') && child.kill('SIGINT') },
    );
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(count()).toEqual(before);
  });
});
