import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, fixture } from '../support/fixture.js';
import { moduleDirectory } from '../support/modules.js';
import { runPip } from '../support/python.mjs';
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

/** A module that Python imports when it starts; `fault` runs once, before the tenth file is deleted, with its path. */
function beforeTenthFile(fault: string): Record<string, string> {
  const program = `
import os, signal, sys, time
real, count = os.unlink, 0
def unlink(path, *args, **kwargs):
    global count
    count += 1
    if count == 10:
        fault(os.fspath(path))
    return real(path, *args, **kwargs)
def fault(path):
    ${fault.trim().replaceAll('\n', '\n    ')}
os.unlink = os.remove = unlink
`;
  return { PYTHONPATH: moduleDirectory({ 'sitecustomize.py': program }) };
}

describe('a real pip that fails midway', () => {
  it.each([
    ['since a file has vanished', 'real(path)', /cache purge ended with exit code 2\./],
    ['since a file is in use', 'raise PermissionError(13, "in use", path)', /cache purge ended with exit code 2\./],
    ['since its disk fails', 'raise OSError(5, "Input/output error", path)', /cache purge ended with exit code 2\./],
    ...(process.platform === 'win32'
      ? []
      : [
          [
            'since it is killed',
            'os.kill(os.getpid(), signal.SIGKILL)',
            /cache purge was ended by a signal\./,
          ] as const,
        ]),
  ] as const)('%s: the step finishes the work, and says so', async (_, fault, says) => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({}, { env: beforeTenthFile(fault) });
    expect(run.annotations).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'reset',
      'files-removed': String(before.files),
      'bytes-removed': String(before.bytes),
      'directories-removed': String(before.directories),
      'files-after': '0',
    });
    expect(run.log.join('\n')).toMatch(says);
    expect(run.summary).toMatch(/This action removed \d+ files and \d+ directories that pip did not reach\./);
    expect(count()).toMatchObject({ files: 0, directories: 0 });
  });
});

describe('two resets at once', () => {
  it('both succeed, and nothing is left', async () => {
    const { step, python, home, env, count, cacheDir } = fixture();
    const before = count();
    // The second one, and a purge by hand, run from beginning to end while the first one's pip is at its tenth file.
    const purge = () =>
      runPip(python, ['cache', 'purge'], { env: env as Record<string, string>, cwd: join(home, 'by-hand') });
    const gate = join(home, 'go-on');
    const waiting = `open(${JSON.stringify(`${gate}.reached`)}, "w").close()\nwhile not os.path.exists(${JSON.stringify(gate)}): time.sleep(0.02)`;
    let beside: Promise<unknown> | undefined;
    const first = step(
      {},
      {
        env: beforeTenthFile(waiting),
        onLine(line) {
          if (!line.startsWith('pip cache purge: ')) return;
          beside ??= step({})
            .then((run) => expect(run).toMatchObject({ code: 0, annotations: [], outputs: { outcome: 'reset' } }))
            .then(purge)
            .finally(() => writeFileSync(gate, ''));
        },
      },
    );
    const run = await first;
    await beside;
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-removed': String(before.files), 'files-after': '0' });
    expect(existsSync(join(cacheDir, 'wheels'))).toBe(false);
    expect(count()).toMatchObject({ files: 0, directories: 0 });
  });
});

describe('a pip that takes long', () => {
  it('is waited for, and every two seconds a line says how long', async () => {
    const { step, home, count } = fixture();
    const gate = join(home, 'go-on');
    const waiting = `while not os.path.exists(${JSON.stringify(gate)}): time.sleep(0.02)`;
    const lines: string[] = [];
    const run = await step(
      {},
      {
        env: beforeTenthFile(waiting),
        onLine(line) {
          if (line.startsWith('pip cache purge: ')) lines.push(line);
          if (lines.length === 3) writeFileSync(gate, '');
        },
      },
    );
    expect(run.outputs.outcome).toBe('reset');
    expect(count().files).toBe(0);
    expect(lines.map((line) => line.replace(/\d+ %/, 'N %'))).toEqual(
      [2, 4, 6].map((seconds) => `pip cache purge: ${seconds} s so far, about N % of it is gone`),
    );
  });
});
