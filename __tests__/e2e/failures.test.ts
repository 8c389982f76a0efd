import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { type Job, runJob } from './act.js';

afterAll(removeTemporaryDirectories);

/** Runs a job that must fail and leave nothing running. */
async function failed(jobId: string): Promise<Job> {
  const job = await runJob('end-to-end-failures.yml', jobId);
  expect(job).toMatchObject({ result: 'failure', code: 1, leftBehind: [] });
  return job;
}

describe('a job that fails', () => {
  it('resets with if: failure(), and only after a step has failed', async () => {
    const job = await failed('if-failure');
    expect(job.step('Too early').result).toBe('skipped');
    expect(job.step('install').result).toBe('failure');
    expect(job.step('not-run').result).toBe('skipped');
    expect(job.step('reset')).toMatchObject({
      result: 'success',
      outputs: { outcome: 'reset', 'files-removed': job.step('before').outputs.files },
    });
    expect(job.step('after').outputs.files).toBe('0');
    expect(job.step('Compare').result).toBe('success');
  });

  it('because of a guard: nothing is deleted, and no later step runs', async () => {
    const job = await failed('guard');
    expect(job.step('reset')).toMatchObject({ result: 'failure', outputs: {} });
    expect(job.step('reset').annotations).toEqual([
      { level: 'error', message: expect.stringMatching(/^Input "expect-cache-dir": /) },
    ]);
    expect(job.step('not-run').result).toBe('skipped');
    expect(job.step('after').outputs).toEqual(job.step('before').outputs);
    expect(job.step('Look').result).toBe('success');
  });
});

// Post steps run in reverse order. throw-away-pip is registered first, so it checks the cache after on-failure.
describe('on-failure, in a job that fails', () => {
  it('deletes nothing when it registers, and resets at the end', async () => {
    const job = await failed('on-failure');
    const before = job.step('before').outputs;
    expect(job.step('registered').outputs).toEqual(before);
    expect(job.step('register')).toMatchObject({ result: 'success', outputs: {}, summary: '' });
    expect(job.step('install').result).toBe('failure');
    const post = job.step('register', 'Post');
    expect(post).toMatchObject({ result: 'success', outputs: {}, annotations: [] });
    for (const text of [post.log.join('\n'), post.summary]) {
      expect(text).toMatch(/^.*Freed [\d.]+ kB of pip/m);
      expect(text).toContain(`${before.files} files and ${before.directories} directories removed.`);
      expect(text).toContain('This was done at the end of the job, since the job failed.');
    }
    expect(atTheEnd(job)).toBe('success');
  });

  it('resets twice when it is registered twice, the last registration first', async () => {
    const job = await failed('on-failure-twice');
    const posts = job.steps.filter(({ stage, result }) => stage === 'Post' && result !== 'skipped');
    expect(posts.map(({ id, result }) => [id, result])).toEqual([
      ['second', 'success'],
      ['first', 'success'],
      ['1', 'success'],
    ]);
    const [second, first] = posts;
    expect(second?.summary).toContain('2 files and 4 directories removed from ');
    expect(second?.summary).toContain('locally built wheels of <code>scikit-learn');
    expect(first?.summary).toContain('is empty now: ');
    expect(atTheEnd(job)).toBe('success');
  });

  it('does nothing when its step was skipped', async () => {
    const job = await failed('on-failure-skipped');
    expect(job.step('register').result).toBe('skipped');
    expect(job.step('install').result).toBe('failure');
    expect(job.step('register', 'Post').result).toBe('skipped');
    expect(atTheEnd(job)).toBe('success');
  });

  it('does nothing when the job failed because its main step was refused', async () => {
    const job = await failed('on-failure-refused');
    expect(job.step('register')).toMatchObject({
      result: 'failure',
      annotations: [{ level: 'error', message: expect.stringMatching(/^Input "expect-cache-dir": /) }],
    });
    expect(job.step('not-run').result).toBe('skipped');
    expect(job.step('register', 'Post')).toMatchObject({
      result: 'success',
      log: [expect.stringMatching(/^Nothing to do: /)],
      annotations: [],
      summary: '',
    });
    expect(atTheEnd(job)).toBe('success');
  });
});

/** Returns `success` if throw-away-pip has found as much in the cache as its input says. */
function atTheEnd(job: Job): string {
  return job.step('./__tests__/e2e/throw-away-pip', 'Post').result;
}
