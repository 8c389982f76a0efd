import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { type Job, type RunningJob, runJob } from './act.js';

afterAll(removeTemporaryDirectories);

/** Runs a job, and calls `cancel` once, when `isTime` returns true for a line that a step has printed. */
async function cancelled(
  jobId: string,
  isTime: (line: string, job: RunningJob) => boolean,
  cancel: (job: RunningJob) => void,
): Promise<Job> {
  let times = 0;
  const job = await runJob('end-to-end-cancelled.yml', jobId, (line, running) => {
    if (times > 0 || !isTime(line, running)) return;
    times += 1;
    cancel(running);
  });
  expect(times).toBe(1);
  expect(job).toMatchObject({ result: 'failure', code: 1, leftBehind: [] });
  return job;
}

const held = ({ runnerTemp }: RunningJob) => join(runnerTemp, 'held');
/** Whether pip has reached the tenth file, where it is held. */
const whilePipPurges = (line: string, job: RunningJob) => line.includes('cache purge: ') && existsSync(held(job));

/** Cancels like GitHub's runner, which sends SIGINT to the action and kills it only if it does not end. */
function byASignalToTheAction(job: RunningJob): void {
  const action = execFileSync('ps', ['-o', 'ppid=', '-p', readFileSync(held(job), 'utf8')], { encoding: 'utf8' });
  process.kill(Number(action), 'SIGINT');
}

/** Cancels like act, which kills the action at once, so it can report nothing. Closing its terminal ends pip. */
function byAct({ act }: RunningJob): void {
  act.kill('SIGINT');
}

/** Expects that nine files were removed, and that pip can use the rest of the cache. */
function expectTheRestToWork(job: Job): void {
  const [before, after] = [job.step('before').outputs, job.step('after').outputs];
  expect(Number(after.files)).toBe(Number(before.files) - 9);
  expect(job.step('Use what is left').result).toBe('success');
  expect(job.step('again').outputs).toMatchObject({ outcome: 'reset', 'files-after': '0' });
}

describe('a job that is cancelled while pip purges', () => {
  it('by a signal to the action, as on GitHub: reports what was removed', async () => {
    const job = await cancelled('reset', whilePipPurges, byASignalToTheAction);
    const { result, outputs, annotations, summary } = job.step('reset');
    expect(result).toBe('failure');
    expect(outputs).toMatchObject({ outcome: 'incomplete', 'files-removed': '9' });
    expect(annotations).toEqual([
      { level: 'error', message: expect.stringMatching(/The job was cancelled midway\. 9 files removed from /) },
    ]);
    expect(summary).toContain('The job was cancelled midway.');
    expectTheRestToWork(job);
  });

  it('by act: the rest of the cache works', async () => {
    const job = await cancelled('reset', whilePipPurges, byAct);
    expect(job.step('reset')).toMatchObject({ result: 'failure', outputs: {}, summary: '' });
    expect(job.step('not-run').result).toBe('skipped');
    expectTheRestToWork(job);
  });
});

describe('on-failure', () => {
  it('does nothing at the end of a job that is cancelled before anything has failed', async () => {
    const job = await cancelled('on-failure', (line) => line === 'waiting', byAct);
    expect(job.step('wait').result).toBe('failure');
    expect(job.step('register', 'Post').result).toBe('skipped');
    expect(job.step('./__tests__/e2e/throw-away-pip', 'Post').result).toBe('success');
  });

  it('cancelled by a signal while pip purges: reports what was removed, and succeeds', async () => {
    const job = await cancelled('on-failure-reset', whilePipPurges, byASignalToTheAction);
    const { result, annotations, summary } = job.step('register', 'Post');
    expect(result).toBe('success');
    expect(annotations).toEqual([
      { level: 'warning', message: expect.stringMatching(/The job was cancelled midway\. 9 files removed from /) },
    ]);
    expect(summary).toContain('The job was cancelled midway.');
    expect(leftAtTheEnd(job)).toBe(Number(job.step('before').outputs.files) - 9);
  });

  it('cancelled by act while pip purges: leaves nothing running', async () => {
    const job = await cancelled('on-failure-reset', whilePipPurges, byAct);
    expect(job.step('register', 'Post')).toMatchObject({ result: 'failure', annotations: [], summary: '' });
    expect(leftAtTheEnd(job)).toBe(Number(job.step('before').outputs.files) - 9);
  });
});

function leftAtTheEnd(job: Job): number {
  const [line = ''] = job.step('./__tests__/e2e/throw-away-pip', 'Post').log;
  return Number(/ holds (\d+) files, /.exec(line)?.[1]);
}
