import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture } from '../support/fixture.js';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

describe('reporting', () => {
  it('works without a summary and without RUNNER_TEMP', async () => {
    const { step, count } = fixture();
    const run = await step({}, { removeEnv: ['GITHUB_STEP_SUMMARY', 'RUNNER_TEMP'] });
    expect(run.code).toBe(0);
    expect(run.outputs.outcome).toBe('reset');
    rmSync(run.outputs.report ?? '');
    expect(count().files).toBe(0);
  });

  it('continues when summary, outputs and report can not be written', async () => {
    const { step, count, home } = fixture();
    const nowhere = join(home, 'no', 'such', 'file');
    const run = await step({}, { env: { GITHUB_STEP_SUMMARY: nowhere, GITHUB_OUTPUT: nowhere, RUNNER_TEMP: nowhere } });
    expect(run.code).toBe(0);
    expect(run.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warning: The outputs could not be written: later steps see none.',
    ]);
    expect(run.log.join('\n')).toMatch(/The outputs could not be written: .*\n.*The job summary could not be written/);
    expect(count().files).toBe(0);
  });

  it('writes no summary if the input summary is false', async () => {
    const { step } = fixture();
    const run = await step({ summary: 'false' });
    expect(run.outputs.outcome).toBe('reset');
    expect(run.summary).toBe('');
  });

  it('is plain text on a terminal', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({}, { terminal: true });
    expect(run.code).toBe(0);
    expect(run.stdout).not.toMatch(/^::/m);
    expect(run.stdout).toContain('outcome: reset');
    expect(run.stdout).toContain(`files-removed: ${before.files}`);
    expect(run.stdout).toMatch(/Total +\S+ \wB in \d+ files/);
    rmSync(/report: (.*)/.exec(run.stdout)?.[1] ?? '');
  });

  it('prints an error on a terminal too', async () => {
    const run = await fixture().step({ mode: 'x' }, { terminal: true });
    expect(run.code).toBe(1);
    expect(run.stdout.trim()).toBe('Error: Input "mode": "x" is unknown. Allowed: purge, remove, inspect.');
  });
});

describe.runIf(process.platform !== 'win32')('a log whose reader closes the pipe', () => {
  it('does not stop the step: the cache is reset, and the outputs are written', async () => {
    const { step, count } = fixture();
    const run = await step({}, { onLine: (_line, child) => void child.stdout?.destroy() });
    expect(run.code).toBe(0);
    expect(run.outputs.outcome).toBe('reset');
    expect(count().files).toBe(0);
  });
});
