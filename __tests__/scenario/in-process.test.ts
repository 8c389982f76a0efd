import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runAction } from '../../src/action.js';
import { readFileCommands } from '../support/file-commands.mjs';
import { type Fixture, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { readStepLog } from '../support/workflow-commands.mjs';

afterAll(removeTemporaryDirectories);
afterEach(() => void vi.unstubAllEnvs());

// @actions/core keeps the path of the first summary that it writes.
const summary = join(tmpdir(), `reset-pip-cache-summary-${process.pid}.md`);
afterAll(() => rmSync(summary, { force: true }));

/** Runs the source itself in this process, as the bundle runs it in one of its own. */
async function inProcess(cache: Fixture, inputs: Record<string, string>, signal = new AbortController().signal) {
  const temp = temporaryDirectory('in-process');
  const output = join(temp, 'output');
  for (const file of [output, summary]) writeFileSync(file, '');
  mkdirSync(cache.workspace, { recursive: true });
  const env: Record<string, string | undefined> = {
    ...cache.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: cache.workspace,
    RUNNER_TEMP: temp,
    'INPUT_PYTHON-PATH': cache.python.command,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'HOME']) vi.stubEnv(name, env[name]);
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  try {
    const code = await runAction(env, signal);
    return {
      code,
      outputs: readFileCommands(readFileSync(output, 'utf8')),
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
    [{ mode: 'remove', package: 'numpy' }, 'nothing-to-do'],
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

  it('says that pip was not asked where an area is a link', async () => {
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

  it('refuses, with one error, what it must not clear', async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await inProcess(cache, { 'expect-cache-dir': '/elsewhere' });
    expect(run.code).toBe(1);
    expect(run.annotations.map(({ level }) => level)).toEqual(['error']);
    expect(cache.count()).toEqual(before);
  });

  it('deletes nothing when the job was cancelled before it began', async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await inProcess(cache, {}, AbortSignal.abort());
    expect(run.code).toBe(1);
    expect(run.annotations.map(({ message }) => message)).toEqual(['The job was cancelled. Nothing was deleted.']);
    expect(cache.count()).toEqual(before);
  });

  it('tells of what nobody foresaw as one error', async () => {
    const cache = fixture();
    const run = await inProcess(cache, {}, {} as AbortSignal);
    expect(run.code).toBe(1);
    expect(run.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Unexpected: .*AbortSignal.*Please report this/),
    ]);
  });
});
