import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

describe.runIf(process.platform !== 'win32')('a pip that fails at one command only', () => {
  it('is refused when it is info', async () => {
    const { step, python, count } = fixture();
    const before = count();
    const wrapper = join(temporaryDirectory('failing'), 'python');
    const body = `case "$*" in *info) echo "ERROR: no info today" >&2; exit 2 ;; *) exec "${python.command}" "$@" ;; esac`;
    writeFileSync(wrapper, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    const run = await step({ 'python-path': wrapper });
    expect(run.code).toBe(1);
    expect(errorOf(run)).toContain('ended with exit code 2: no info today. Nothing was deleted.');
    expect(count()).toEqual(before);
  });
});

describe.runIf(process.platform !== 'win32')('another job', () => {
  it('that writes a file again while pip purges keeps it, and the old one counts as removed', async () => {
    const { step, python, cacheDir, count } = fixture();
    const before = count();
    const path = join(cacheDir, 'http', 'again');
    writeFileSync(path, 'old');
    const wrapper = join(temporaryDirectory('beside'), 'python');
    // After the purge, and before the step looks again.
    const again = `mkdir -p "${join(cacheDir, 'http')}" && printf new > "${path}"`;
    const body = `"${python.command}" "$@"\ncode=$?\ncase "$*" in *purge) ${again} ;; esac\nexit $code`;
    writeFileSync(wrapper, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    const run = await step({ 'python-path': wrapper });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'reset',
      'files-removed': String(before.files + 1),
      'bytes-removed': String(before.bytes + 3),
      'files-after': '1',
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('that removes something else meanwhile is not credited to the packages', async () => {
    const { step, python, cacheDir } = fixture();
    const wrapper = join(temporaryDirectory('beside'), 'python');
    const other = `rm -rf "${join(cacheDir, 'http-v2')}"`;
    const body = `case "$*" in *"cache remove"*) ${other} ;; esac\nexec "${python.command}" "$@"`;
    writeFileSync(wrapper, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    rmSync(join(cacheDir, 'http-v2', 'empty'), { recursive: true });
    rmSync(join(cacheDir, 'wheels', 'note.txt'));
    const run = await step({ 'python-path': wrapper, mode: 'remove', package: 'pyyaml, numpyy' });
    expect(run.outputs.outcome).toBe('reset');
    expect(run.summary).toMatch(/locally built wheels of pyyaml\./);
    expect(run.summary).toContain('Nothing matched: numpyy.');
    expect(run.summary).toMatch(/\d+ files and \d+ directories of that went otherwise/);
  });
});
