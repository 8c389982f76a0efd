import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, type Fixture, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

/** A script in the interpreter's place. */
function scripted(body: string): string {
  const path = join(temporaryDirectory('script'), 'python');
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}

/** Whether there is such a process; one that has ended and waits to be noticed doesn't run. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return !/^(Z|$)/.test(stdout.trim());
}

/** Cancels a step while its pip, the real one, is held at the tenth file. */
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

// Only Linux tells the action of them.
const GRANDCHILDREN: Started[] = [
  ['a pip that another has started, as PIP_PYTHON makes it', ({ python }) => ({ env: { PIP_PYTHON: python.command } })],
  ['a pip that a script has started', ({ python }) => ({ python: scripted(`"${python.command}" "$@"; exit $?`) })],
];

describe.runIf(process.platform !== 'win32')('a cancelled job', () => {
  it.each([['pip itself', () => ({})], ...(process.platform === 'linux' ? GRANDCHILDREN : [])] as Started[])(
    'ends %s within two seconds, and says what is gone',
    async (_, more) => {
      const cache = fixture();
      const before = cache.count();
      const { run, milliseconds, pip } = await cancelledAtTenFiles(cache, more(cache));
      expect(milliseconds).toBeLessThan(2000);
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
    },
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends a pip that does not listen, on %s', async (signal) => {
    const { step, python, home, count } = fixture();
    const before = count();
    const pidFile = join(home, 'pid');
    const stopped = `case "$*" in *purge) echo $$ > "${pidFile}"; kill -STOP $$ ;; *) exec "${python.command}" "$@" ;; esac`;
    let cancelled = 0;
    const run = await step(
      { 'python-path': scripted(stopped) },
      {
        onLine(line, child) {
          if (!line.includes('cache purge: ')) return;
          cancelled ||= performance.now();
          // The runner sends the second signal later; neither may cut the report off.
          child.kill(signal);
          child.kill('SIGTERM');
        },
      },
    );
    expect(performance.now() - cancelled).toBeLessThan(2000);
    expect(run.code).toBe(1);
    expect(run.outputs.outcome).toBe('incomplete');
    expect(errorOf(run)).toContain('The job was cancelled midway');
    expect(count()).toEqual(before);
    expect(runs(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  });

  it.each(['dir', 'info'])('has deleted nothing, and says so, when it comes during pip cache %s', async (command) => {
    const { step, python, count } = fixture();
    const before = count();
    const stopped = `case "$*" in *"cache ${command}") kill -STOP $$ ;; *) exec "${python.command}" "$@" ;; esac`;
    const run = await step(
      { 'python-path': scripted(stopped) },
      { onLine: (line, child) => line.startsWith('Waiting for pip cache') && child.kill('SIGINT') },
    );
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(count()).toEqual(before);
  });

  it('has deleted nothing, and says so, when it comes while pip is asked for its indexes', async () => {
    const { step, python, count } = fixture();
    const before = count();
    const stopped = `case "$*" in *"config list") kill -STOP $$ ;; *) exec "${python.command}" "$@" ;; esac`;
    const run = await step(
      { 'python-path': scripted(stopped), mode: 'remove', package: 'scikit-learn' },
      { onLine: (line, child) => line.startsWith('Waiting for pip config list: ') && child.kill('SIGTERM') },
    );
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(run.log.filter((line) => line.includes('pip config list failed'))).toEqual([]);
    expect(count()).toEqual(before);
  });

  it("has deleted nothing, and says so, when it comes while pip's version is awaited", async () => {
    const { step, python, count } = fixture();
    const before = count();
    const stopped = `case "$1" in -c) kill -STOP $$ ;; *) exec "${python.command}" "$@" ;; esac`;
    const run = await step(
      { 'python-path': scripted(stopped), mode: 'remove', package: 'scikit-learn' },
      { onLine: (line, child) => line.includes('cache info (') && child.kill('SIGINT') },
    );
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(count()).toEqual(before);
  });
});
