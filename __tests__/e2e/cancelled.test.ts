import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { type Job, type RunningJob, runJob } from './act.js';

afterAll(removeTemporaryDirectories);

/** Runs a job whose pip is held at the tenth file, and calls `cancel` when that has happened. */
async function cancelled(jobId: string, cancel: (job: RunningJob, pip: number) => void): Promise<Job> {
  let held = false;
  const job = await runJob('end-to-end-cancelled.yml', jobId, (line, running) => {
    const file = join(running.runnerTemp, 'held');
    if (held || !line.includes('cache purge: ') || !existsSync(file)) return;
    held = true;
    cancel(running, Number(readFileSync(file, 'utf8')));
  });
  expect(held).toBe(true);
  expect(job).toMatchObject({ result: 'failure', code: 1, leftBehind: [] });
  return job;
}

/** What is there after nine files have gone, and works. */
function expectTheRestToWork(job: Job): void {
  const [before, after] = [job.step('before').outputs, job.step('after').outputs];
  expect(Number(after.files)).toBe(Number(before.files) - 9);
  expect(job.step('Use what is left').result).toBe('success');
  expect(job.step('again').outputs).toMatchObject({ outcome: 'reset', 'files-after': '0' });
}

describe('a job that is cancelled while pip purges', () => {
  // GitHub's runner sends the action SIGINT, and kills it only when it goes on.
  it('by a signal to the action, as on GitHub: says what is gone, and leaves nothing running', async () => {
    const job = await cancelled('reset', (_, pip) => {
      const action = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pip)], { encoding: 'utf8' }));
      process.kill(action, 'SIGINT');
    });
    const { result, outputs, annotations, summary } = job.step('reset');
    expect(result).toBe('failure');
    expect(outputs).toMatchObject({ outcome: 'incomplete', 'files-removed': '9' });
    expect(annotations).toEqual([
      { level: 'error', message: expect.stringMatching(/The job was cancelled midway\. 9 files removed from /) },
    ]);
    expect(summary).toContain('The job was cancelled midway.');
    expectTheRestToWork(job);
  });

  // act kills the action at once. The action can tell nothing then; the terminal that goes with it ends pip.
  it('by act: leaves nothing running, and a cache that works', async () => {
    const job = await cancelled('reset', ({ act }) => act.kill('SIGINT'));
    expect(job.step('reset')).toMatchObject({ result: 'failure', outputs: {}, summary: '' });
    expect(job.step('not-run').result).toBe('skipped');
    expectTheRestToWork(job);
  });
});
