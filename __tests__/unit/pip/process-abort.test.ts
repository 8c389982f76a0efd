import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

// A cancellation ends every child of a process, also those of later tests: each test has a module of its own, and takes it from the
// channel in the end.
const subscriptions = vi.hoisted(() => [] as (() => void)[]);
vi.mock('node:diagnostics_channel', async (original) => {
  const real = await original<typeof import('node:diagnostics_channel')>();
  return {
    ...real,
    subscribe: (...which: Parameters<typeof real.subscribe>) => {
      real.subscribe(...which);
      subscriptions.push(() => real.unsubscribe(...which));
    },
  };
});
beforeEach(() => void vi.resetModules());
afterEach(() => {
  for (const unsubscribe of subscriptions.splice(0)) unsubscribe();
});
afterAll(removeTemporaryDirectories);

const RUNS_ON = "require('fs').writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1000);";

async function setUp() {
  const { run } = await import('../../../src/pip/process.js');
  const cancelled = new AbortController();
  const cwd = temporaryDirectory('cwd');
  const options = { cwd, env: { PATH: process.env.PATH ?? '' }, signal: cancelled.signal };
  const start = (program: string, name = 'pid') => {
    const pidFile = join(cwd, name);
    const ended = run(process.execPath, ['-e', program, pidFile], options);
    const pid = () =>
      vi.waitUntil(() => (existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0), { timeout: 20_000 });
    return { ended, pid };
  };
  return { cancelled, start, cwd, run, options };
}

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a cancelled job', () => {
  it('ends what runs', async () => {
    const { cancelled, start } = await setUp();
    const { ended, pid } = start(RUNS_ON);
    const child = await pid();
    expect(isThere(child)).toBe(true);
    cancelled.abort();
    expect(await ended).toMatchObject({ code: null });
    expect(isThere(child)).toBe(false);
  });

  it('ends what is just being started, and starts nothing more', async () => {
    const { cancelled, start, run, options, cwd } = await setUp();
    const { ended } = start(RUNS_ON);
    cancelled.abort();
    expect(await ended).toMatchObject({ code: null });
    const marker = join(cwd, 'marker');
    const later = await run(
      process.execPath,
      ['-e', `require('fs').writeFileSync(process.argv[1], '')`, marker],
      options,
    );
    expect(later).toMatchObject({ code: null, stdout: '' });
    expect(existsSync(marker)).toBe(false);
  });

  it('ends what still runs after another has ended by itself', async () => {
    const { cancelled, start } = await setUp();
    const long = start(RUNS_ON, 'long');
    const child = await long.pid();
    const short = start('', 'short');
    expect(await short.ended).toMatchObject({ code: 0 });
    cancelled.abort();
    try {
      await vi.waitUntil(() => !isThere(child), { timeout: 5000 });
      expect(await long.ended).toMatchObject({ code: null });
    } finally {
      if (isThere(child)) process.kill(child, 'SIGKILL');
    }
  });
});
