import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { summaryText } from '../../scripts/lib/summary-text.mjs';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';
import { type Job, runJob, type Step } from './act.js';

afterAll(removeTemporaryDirectories);

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const workflow = parse(read('.github/workflows/end-to-end.yml'));

/** Runs a job that must succeed and leave nothing running. */
async function succeeded(jobId: string): Promise<Job> {
  const job = await runJob('end-to-end.yml', jobId);
  expect(job).toMatchObject({ result: 'success', code: 0, leftBehind: [] });
  return job;
}

/** Returns the numbers that find and du have counted, by the names of the outputs of a reset. */
function counted({ outputs }: Step, when: 'before' | 'after') {
  expect(Object.keys(outputs).sort()).toEqual(['bytes', 'directories', 'disk-bytes', 'files']);
  return { [`files-${when}`]: outputs.files, [`bytes-${when}`]: outputs.bytes };
}

const difference = (one: Step, other: Step, what: string) =>
  String(Number(one.outputs[what]) - Number(other.outputs[what]));

describe('purge', () => {
  it('sets outputs that a later step reads from env, and that agree with find and du', async () => {
    const job = await succeeded('purge');
    const [before, reset, after] = [job.step('before'), job.step('reset'), job.step('after')];
    expect(Number(before.outputs.files)).toBeGreaterThan(10);
    expect(after.outputs).toEqual({ files: '0', bytes: '0', directories: '0', 'disk-bytes': '0' });
    expect(reset.outputs).toMatchObject({
      outcome: 'reset',
      ...counted(before, 'before'),
      ...counted(after, 'after'),
      'files-removed': before.outputs.files,
      'bytes-removed': before.outputs.bytes,
      'directories-removed': before.outputs.directories,
      'disk-bytes-freed': before.outputs['disk-bytes'],
    });
    expect(job.step('Compare').log.filter((line) => line.startsWith('as counted: '))).toHaveLength(9);
    const { freed, 'bytes-removed': bytes } = reset.outputs;
    expect(job.step('Tell').log).toEqual([`${freed} were in pip's cache (${bytes} bytes).`]);
  });
});

describe('remove', () => {
  it('removes all of one package, and its outputs agree with find and du', async () => {
    const job = await succeeded('remove');
    const [before, reset, after] = [job.step('before'), job.step('reset'), job.step('after')];
    // The built wheel with its origin.json, and the responses of the downloads.
    expect(Number(difference(before, after, 'files'))).toBeGreaterThan(2);
    expect(reset.outputs).toMatchObject({
      outcome: 'reset',
      ...counted(before, 'before'),
      ...counted(after, 'after'),
      projects: '1',
      'largest-project': 'scikit-learn',
      'files-removed': difference(before, after, 'files'),
      'bytes-removed': difference(before, after, 'bytes'),
      'directories-removed': difference(before, after, 'directories'),
      'disk-bytes-freed': difference(before, after, 'disk-bytes'),
    });
    expect(job.step('Look').log).toEqual(['wheels: PyYAML-6.0-py3-none-any.whl']);
  });
});

describe('the recipe', () => {
  it('fixes an install that fails each time because of a corrupted cache', async () => {
    const job = await succeeded('recipe');
    for (const id of ['install', 'retry']) {
      const { result, log } = job.step(id);
      expect(result).toBe('failure');
      expect(log.join('\n')).toMatch(/Using cached \S*alpha-1\.0-.*DO NOT MATCH THE HASHES/s);
    }
    expect(job.step('./')).toMatchObject({ result: 'success', outputs: { outcome: 'reset', 'files-after': '0' } });
    const install = job.steps.at(job.steps.indexOf(job.step('./')) + 1);
    expect(install?.log.join('\n')).toMatch(/Downloading \S*alpha-1\.0-.*Successfully installed alpha-1\.0/s);
  });

  it('is the one at the top of the README', () => {
    const [, recipe = ''] = /```yaml\n(- id: install\n.*?)```/s.exec(read('README.md')) ?? [];
    const inReadme = parse(recipe.replaceAll('OWNER/reset-pip-cache@v1', './'));
    const { steps } = workflow.jobs.recipe;
    expect(inReadme).toHaveLength(3);
    expect([steps[3], ...steps.slice(5, 7)]).toEqual(inReadme);
  });
});

describe('an input', () => {
  it('dry-run: its outputs agree with find and du, and nothing is deleted', async () => {
    const job = await succeeded('dry-run');
    const [before, reset, after] = [job.step('before'), job.step('reset'), job.step('after')];
    expect(after.outputs).toEqual(before.outputs);
    expect(reset.outputs).toMatchObject({
      outcome: 'dry-run',
      ...counted(before, 'before'),
      ...counted(before, 'after'),
      'files-removed': before.outputs.files,
      'bytes-removed': before.outputs.bytes,
      'directories-removed': before.outputs.directories,
      'disk-bytes-freed': before.outputs['disk-bytes'],
    });
  });

  it('min-size: a smaller cache is kept, a larger one is purged', async () => {
    const job = await succeeded('min-size');
    const [before, between, after] = [job.step('before'), job.step('between'), job.step('after')];
    expect(job.step('below').outputs).toMatchObject({ outcome: 'skipped', ...counted(before, 'after') });
    expect(between.outputs).toEqual(before.outputs);
    expect(job.step('above').outputs).toMatchObject({ outcome: 'reset', 'files-removed': before.outputs.files });
    expect(after.outputs.files).toBe('0');
  });

  it('expect-cache-dir: the step fails, sets no output, and nothing is deleted', async () => {
    const job = await succeeded('guard');
    const reset = job.step('reset');
    expect(reset).toMatchObject({ result: 'failure', outputs: {}, summary: '' });
    expect(reset.annotations).toEqual([
      { level: 'error', message: expect.stringMatching(/^Input "expect-cache-dir": .* Nothing was deleted\. /) },
    ]);
    expect(job.step('after').outputs).toEqual(job.step('before').outputs);
  });

  it('summary: it agrees with the report, and with false there is none', async () => {
    const job = await succeeded('summary');
    const report = JSON.parse(job.step('report').log.join('\n'));
    const summary = summaryText(job.step('with').summary);
    const { removed } = report.total;
    const inAll = [removed.bytes, removed.files, removed.directories, removed.diskBytes].map((n) =>
      n.toLocaleString('en'),
    );
    expect(summary.split('\n')).toEqual(
      expect.arrayContaining([
        `Freed ${report.freed} of pip's cache`,
        report.explanation,
        ...report.notes,
        expect.stringContaining(`${report.freed} in ${removed.files} files`),
        `Cache directory | ${report.cacheDirectory}`,
        `Removed | ${inAll[0]} bytes in ${inAll[1]} files, ${inAll[2]} directories; on disk ${inAll[3]} bytes`,
        ...report.pip.map(({ command }: { command: string }) => `$ ${command}`),
      ]),
    );
    expect(job.step('without')).toMatchObject({ result: 'success', outputs: { outcome: 'reset' }, summary: '' });
  });
});

describe('a setting', () => {
  it('PIP_NO_CACHE_DIR: the step succeeds with the outcome disabled, and the cache is kept', async () => {
    const job = await succeeded('disabled');
    expect(job.step('reset').outputs).toMatchObject({ outcome: 'disabled', 'cache-dir': '', 'files-removed': '0' });
    expect(job.step('after').outputs).toEqual(job.step('before').outputs);
  });
});

describe('on-failure', () => {
  it('does nothing at the end of a job that succeeds, even if a step has failed with continue-on-error', async () => {
    const job = await succeeded('on-failure');
    expect(job.step('register').log.join('\n')).toContain('If the job fails, this goes from ');
    expect(job.step('install').result).toBe('failure');
    expect(job.step('register', 'Post').result).toBe('skipped');
    expect(job.step('./__tests__/e2e/throw-away-pip', 'Post').result).toBe('success');
  });
});
