import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

describe.runIf(process.platform !== 'win32')('a cancelled job', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends pip, and says so: %s', async (signal) => {
    const { step, python, home, count } = fixture();
    const before = count();
    const pidFile = join(home, 'pid');
    const wrapper = join(temporaryDirectory('slow'), 'python');
    // A purge that takes for ever.
    const body = `case "$*" in *purge) echo $$ > "${pidFile}"; echo 'ready'; kill -STOP $$ ;; *) exec "${python.command}" "$@" ;; esac`;
    writeFileSync(wrapper, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    const run = await step(
      { 'python-path': wrapper },
      { onLine: (line, child) => line.includes('cache purge: ') && child.kill(signal) },
    );
    expect(run.code).toBe(1);
    expect(run.outputs.outcome).toBe('incomplete');
    expect(errorOf(run)).toContain('The job was cancelled midway');
    expect(count()).toEqual(before);
    expect(() => process.kill(Number(readFileSync(pidFile, 'utf8')), 0)).toThrow('ESRCH');
  });

  it.each(['dir', 'info'])('has deleted nothing, and says so, when it comes during pip cache %s', async (command) => {
    const { step, python, count } = fixture();
    const before = count();
    const wrapper = join(temporaryDirectory('slow'), 'python');
    const body = `case "$*" in *"cache ${command}") kill -STOP $$ ;; *) exec "${python.command}" "$@" ;; esac`;
    writeFileSync(wrapper, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    const run = await step(
      { 'python-path': wrapper },
      { onLine: (line, child) => line.startsWith('Waiting for pip cache') && child.kill('SIGINT') },
    );
    expect(run.code).toBe(1);
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
    expect(count()).toEqual(before);
  });
});
