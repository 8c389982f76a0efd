import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { type Job, type RunningJob, runJob } from './act.js';

afterAll(removeTemporaryDirectories);

/** Runs a job, and calls `cancel` once, when a step prints a line after which it is time to. */
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
/** pip has come to the tenth file, where it is held. */
const whilePipPurges = (line: string, job: RunningJob) => line.includes('cache purge: ') && existsSync(held(job));

/** GitHub's runner sends the action SIGINT, and kills it only when it goes on. */
function byASignalToTheAction(job: RunningJob): void {
  const action = execFileSync('ps', ['-o', 'ppid=', '-p', readFileSync(held(job), 'utf8')], { encoding: 'utf8' });
  process.kill(Number(action), 'SIGINT');
}

/** act kills the action at once. The action can tell nothing then; the terminal that goes with it ends pip. */
function byAct({ act }: RunningJob): void {
  act.kill('SIGINT');
}

/** What is there after nine files have gone, and works. */
function expectTheRestToWork(job: Job): void {
  const [before, after] = [job.step('before').outputs, job.step('after').outputs];
  expect(Number(after.files)).toBe(Number(before.files) - 9);
  expect(job.step('Use what is left').result).toBe('success');
  expect(job.step('again').outputs).toMatchObject({ outcome: 'reset', 'files-after': '0' });
}

describe('a job that is cancelled while pip purges', () => {
  it('by a signal to the action, as on GitHub: says what is gone', async () => {
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

  it('by act: what is left works', async () => {
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

  it('cancelled while pip purges by a signal: says what is gone, and succeeds', async () => {
    const job = await cancelled('on-failure-reset', whilePipPurges, byASignalToTheAction);
    const { result, annotations, summary } = job.step('register', 'Post');
    expect(result).toBe('success');
    expect(annotations).toEqual([
      { level: 'warning', message: expect.stringMatching(/The job was cancelled midway\. 9 files removed from /) },
    ]);
    expect(summary).toContain('The job was cancelled midway.');
    expect(leftAtTheEnd(job)).toBe(Number(job.step('before').outputs.files) - 9);
  });

  it('cancelled while pip purges by act: leaves nothing running', async () => {
    const job = await cancelled('on-failure-reset', whilePipPurges, byAct);
    expect(job.step('register', 'Post')).toMatchObject({ result: 'failure', annotations: [], summary: '' });
    expect(leftAtTheEnd(job)).toBe(Number(job.step('before').outputs.files) - 9);
  });
});

function leftAtTheEnd(job: Job): number {
  const [line = ''] = job.step('./__tests__/e2e/throw-away-pip', 'Post').log;
  return Number(/ holds (\d+) files, /.exec(line)?.[1]);
}
