import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { type Job, runJob } from './act.js';

afterAll(removeTemporaryDirectories);

/** Runs a job that has to fail, and to leave nothing running. */
async function failed(jobId: string): Promise<Job> {
  const job = await runJob('end-to-end-failures.yml', jobId);
  expect(job).toMatchObject({ result: 'failure', code: 1, leftBehind: [] });
  return job;
}

describe('a job that fails', () => {
  it('resets under failure(), and not before anything has failed', async () => {
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

  it('fails by a guard: nothing is deleted, and no later step runs', async () => {
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
