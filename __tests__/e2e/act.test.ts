import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { readEvents, runJob } from './act.js';

afterAll(removeTemporaryDirectories);

describe('runJob', () => {
  it('fails when there is no such job', async () => {
    await expect(runJob('end-to-end.yml', 'no-such-job')).rejects.toThrow(/ran no step of the job no-such-job/);
  });

  it.each([
    ['the job is skipped', 'skipped', { if: false, steps: [{ run: 'true' }] }],
    ['all steps are skipped', 'idle', { steps: [{ if: false, run: 'true' }] }],
  ])('fails when %s, which act reports as a success', async (_, jobId, job) => {
    const path = join(temporaryDirectory('workflow'), 'workflow.yml');
    writeFileSync(path, JSON.stringify({ on: 'push', jobs: { [jobId]: { 'runs-on': 'ubuntu-latest', ...job } } }));
    await expect(runJob(path, jobId)).rejects.toThrow(`ran no step of the job ${jobId}`);
  });

  it('reports processes that a job leaves behind', async () => {
    const path = join(temporaryDirectory('workflow'), 'workflow.yml');
    // When the step ends, act closes its terminal, which ends all processes that do not ignore the hang-up.
    const steps = [{ run: 'trap "" HUP; sleep 300 > /dev/null & echo "$!"' }];
    writeFileSync(path, JSON.stringify({ on: 'push', jobs: { left: { 'runs-on': 'ubuntu-latest', steps } } }));
    const { leftBehind, step } = await runJob(path, 'left');
    process.kill(Number(step('0').log[0]));
    expect(leftBehind).toHaveLength(1);
  });
});

describe('readEvents', () => {
  const ended = { level: 'info', msg: '', jobID: 'one' };
  const step = { ...ended, stage: 'Main', stepID: ['0'], step: 'a step', stepResult: 'success' };

  it('accepts only one job, and only the requested one', () => {
    const events = [step, { ...ended, jobResult: 'success' }];
    expect(readEvents(events, 'one')).toMatchObject({ result: 'success', steps: [{ id: '0', result: 'success' }] });
    expect(() => readEvents([step], 'one')).toThrow('ran no step');
    expect(() => readEvents(events, 'other')).toThrow('ran one, too');
    expect(() => readEvents(events, 'one').step('another step')).toThrow('not one Main step another step');
  });
});

describe('the workflows', () => {
  const tests = ['end-to-end', 'failures', 'cancelled'].map((name) =>
    readFileSync(new URL(`${name}.test.ts`, import.meta.url), 'utf8'),
  );

  it.each(['end-to-end.yml', 'end-to-end-failures.yml', 'end-to-end-cancelled.yml'])(
    '%s has no job without a test',
    (name) => {
      const { jobs } = parse(readFileSync(new URL(`../../.github/workflows/${name}`, import.meta.url), 'utf8'));
      const untested = Object.keys(jobs).filter((id) => !tests.some((text) => RegExp(`ed\\('${id}'[,)]`).test(text)));
      expect(untested).toEqual([]);
    },
  );
});
