import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { registerReset, resetAfterFailure } from '../../src/steps/on-failure/steps.js';
import { runResetStep } from '../../src/steps/reset-step.js';
import { readFileCommands } from '../support/file-commands.mjs';
import { type Fixture, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { readStepLog } from '../support/workflow-commands.mjs';

afterAll(removeTemporaryDirectories);
afterEach(() => void vi.unstubAllEnvs());

// All steps share one file, because @actions/core keeps the path of the first summary that it writes.
const summary = join(tmpdir(), `reset-pip-cache-summary-${process.pid}.md`);
afterAll(() => rmSync(summary, { force: true }));

/** Runs the source of a step in this process, so that its coverage is measured. */
async function inProcess(
  cache: Fixture,
  inputs: Record<string, string>,
  { signal = new AbortController().signal, start = runResetStep, saved = {} as Record<string, string> } = {},
) {
  const temp = temporaryDirectory('in-process');
  const [output, state] = [join(temp, 'output'), join(temp, 'state')];
  for (const file of [output, state, summary]) writeFileSync(file, '');
  mkdirSync(cache.workspace, { recursive: true });
  const env: Record<string, string | undefined> = {
    ...cache.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: output,
    GITHUB_STATE: state,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: cache.workspace,
    RUNNER_TEMP: temp,
    'INPUT_PYTHON-PATH': cache.python.command,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...Object.fromEntries(Object.entries(saved).map(([name, value]) => [`STATE_${name}`, value])),
  };
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'HOME']) vi.stubEnv(name, env[name]);
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  try {
    const code = await start(env, signal);
    return {
      code,
      outputs: readFileCommands(readFileSync(output, 'utf8')),
      saved: readFileCommands(readFileSync(state, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
      ...readStepLog(printed.join('').split('\n')),
    };
  } finally {
    write.mockRestore();
  }
}

describe('the step, in this process', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'reset'],
    [{ mode: 'remove', package: 'foo-bar==1.2, my-company-*' }, 'reset'],
    [{ mode: 'remove', package: 'alpha, pyyaml' }, 'reset'],
    [{ mode: 'remove', package: 'pyyaml', 'built-wheels-only': 'true' }, 'reset'],
    [{ mode: 'remove', package: 'alpha', 'dry-run': 'true' }, 'dry-run'],
    [{ mode: 'remove', package: 'numpy' }, 'nothing-to-do'],
    [{ mode: 'inspect' }, 'inspected'],
    [{ 'dry-run': 'true' }, 'dry-run'],
    [{ 'min-size': '1TB' }, 'skipped'],
  ])('%j ends as %s', async (inputs, outcome) => {
    const cache = fixture();
    const before = cache.count();
    const run = await inProcess(cache, inputs);
    const after = cache.count();
    expect(run.annotations).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ outcome, 'files-before': `${before.files}`, 'files-after': `${after.files}` });
    if (outcome !== 'dry-run') expect(run.outputs['files-removed']).toBe(`${before.files - after.files}`);
    expect(run.summary).toContain('<h3>');
  });

  it('ends as disabled when pip keeps no cache', async () => {
    const cache = fixture();
    const run = await inProcess({ ...cache, env: { ...cache.env, PIP_NO_CACHE_DIR: '1' } }, {});
    expect(run.outputs).toMatchObject({ outcome: 'disabled', 'cache-dir': '' });
  });

  it('says that pip was not run because an area is a link', async () => {
    const cache = fixture();
    const outside = join(temporaryDirectory('outside'), 'http');
    renameSync(join(cache.cacheDir, 'http'), outside);
    symlinkSync(outside, join(cache.cacheDir, 'http'), 'dir');
    for (const inputs of [{ mode: 'remove', package: 'pyyaml' }, {}]) {
      const run = await inProcess(cache, inputs);
      expect(run.outputs.outcome).toBe('reset');
      expect(run.log.join('\n')).toContain('pip was not asked to delete: it would delete through the symbolic link.');
    }
  });

  it('refuses a directory that it must not clear, with one error', async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await inProcess(cache, { 'expect-cache-dir': '/elsewhere' });
    expect(run.code).toBe(1);
    expect(run.annotations.map(({ level }) => level)).toEqual(['error']);
    expect(cache.count()).toEqual(before);
  });

  it('deletes nothing if the job was cancelled before the step started', async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await inProcess(cache, {}, { signal: AbortSignal.abort() });
    expect(run.code).toBe(1);
    expect(run.annotations.map(({ message }) => message)).toEqual(['The job was cancelled. Nothing was deleted.']);
    expect(cache.count()).toEqual(before);
  });

  it('reports an unexpected error as one error', async () => {
    const cache = fixture();
    const run = await inProcess(cache, {}, { signal: {} as AbortSignal });
    expect(run.code).toBe(1);
    expect(run.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Unexpected: .*addEventListener.*Please report this/),
    ]);
  });
});

describe('the steps of on-failure, in this process', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'Freed '],
    [{ mode: 'remove', package: 'pyyaml', 'min-size': '1kB' }, 'Freed '],
    [{ 'dry-run': 'true' }, 'Dry run: '],
  ])('with %j: the main step saves the state, the post step resets', async (inputs, headline) => {
    const cache = fixture();
    const before = cache.count();
    const main = await inProcess(cache, inputs, { start: registerReset });
    expect(main).toMatchObject({ code: 0, annotations: [], outputs: {}, summary: '' });
    expect(cache.count()).toEqual(before);
    const post = await inProcess(cache, {}, { start: resetAfterFailure, saved: main.saved });
    expect(post).toMatchObject({ code: 0, annotations: [], outputs: {}, saved: {} });
    expect(post.summary).toContain(`<h3>${headline}`);
  });

  it('saves that the cache is disabled', async () => {
    const cache = fixture();
    const disabled = { ...cache, env: { ...cache.env, PIP_NO_CACHE_DIR: '1' } };
    const main = await inProcess(disabled, {}, { start: registerReset });
    expect(JSON.parse(main.saved.registration ?? '')).toMatchObject({ cacheDirectory: null });
    expect(main.log.join('\n')).toContain('Nothing is deleted now, nor when the job fails.');
  });

  it('do nothing at the end if no state was saved', async () => {
    const cache = fixture();
    const main = await inProcess(cache, { mode: 'x' }, { start: registerReset });
    expect(main).toMatchObject({ code: 1, saved: {} });
    const post = await inProcess(cache, {}, { start: resetAfterFailure, saved: main.saved });
    expect(post).toMatchObject({ code: 0, annotations: [], summary: '' });
  });

  it('report an unexpected error at the end as one warning', async () => {
    const cache = fixture();
    const { saved } = await inProcess(cache, {}, { start: registerReset });
    const post = await inProcess(cache, {}, { start: resetAfterFailure, saved, signal: {} as AbortSignal });
    expect(post.code).toBe(0);
    expect(post.annotations).toEqual([
      { level: 'warning', message: expect.stringMatching(/^Unexpected: .*addEventListener/), properties: {} },
    ]);
  });
});
