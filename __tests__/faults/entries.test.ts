import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

/** Makes a directory one that nothing can be deleted from, also for root. Returns what undoes it. */
function lock(directory: string): () => void {
  if (process.getuid?.() !== 0) {
    chmodSync(directory, 0o555);
    return () => chmodSync(directory, 0o755);
  }
  execFileSync('chattr', ['+i', directory]);
  return () => void execFileSync('chattr', ['-i', directory]);
}

describe.runIf(process.platform !== 'win32')('what cannot be deleted', () => {
  it('is counted and named, everything else goes, and the step fails with one error', async () => {
    const { step, cacheDir, count } = fixture();
    const before = count();
    const stuck = join(cacheDir, 'wheels', 'stuck');
    mkdirSync(stuck);
    writeFileSync(join(stuck, 'demo-1.0-py3-none-any.whl'), 'x'.repeat(1000));
    const unlock = lock(stuck);
    try {
      const run = await step({});
      expect(run.code).toBe(1);
      expect(run.outputs).toMatchObject({
        outcome: 'incomplete',
        'files-before': String(before.files + 1),
        'files-after': '1',
        'files-removed': String(before.files),
        'bytes-removed': String(before.bytes),
        'bytes-after': '1000',
      });
      expect(errorOf(run)).toMatch(/demo-1\.0-py3-none-any\.whl: .*\((EACCES|EPERM)\)/);
      expect(run.summary).toContain('demo-1.0-py3-none-any.whl');
      // pip stops at it with a traceback; that is told, and what came after it is gone all the same.
      expect(run.log.join('\n')).toContain('cache purge ended with exit code 2');
      expect(count()).toMatchObject({ files: 1, directories: 2 });
    } finally {
      unlock();
    }
  });
});

// Twenty directories of 250 letters, one in the other, and a file: no call takes so long a path, whoever the user is.
const DIG = `
import os, sys
os.chdir(sys.argv[1])
for _ in range(20):
    os.mkdir("d" * 250)
    os.chdir("d" * 250)
open("f-1.0-py3-none-any.whl", "w").close()
`;

describe.runIf(process.platform !== 'win32')('what cannot be read', () => {
  it.each<[Record<string, string>, string]>([
    [{ mode: 'remove', package: 'f' }, 'nothing-to-do'],
    [{ 'min-size': '1GB' }, 'skipped'],
    [{ 'dry-run': 'true' }, 'dry-run'],
  ])('is told by one warning, and never to be empty: %j', async (inputs, outcome) => {
    const { step, python, cacheDir } = fixture();
    execFileSync(python.command, ['-c', DIG, join(cacheDir, 'wheels')]);
    try {
      const run = await step(inputs);
      expect(run.code).toBe(0);
      expect(run.outputs.outcome).toBe(outcome);
      expect(run.annotations).toEqual([
        { level: 'warning', message: expect.stringMatching(/could not be read.*d{250}.*too long/), properties: {} },
      ]);
      expect(run.summary).toContain('that can be read');
    } finally {
      execFileSync('rm', ['-rf', cacheDir]);
    }
  });

  it('makes a purge incomplete, when it should go', async () => {
    const { step, python, cacheDir, count } = fixture();
    const before = count();
    execFileSync(python.command, ['-c', DIG, join(cacheDir, 'wheels')]);
    try {
      const run = await step({});
      expect(run.code).toBe(1);
      expect(run.outputs).toMatchObject({ outcome: 'incomplete', 'files-removed': String(before.files) });
      expect(errorOf(run)).toMatch(/d{250}.*\(ENAMETOOLONG\)/);
      expect(run.summary).toContain('that can be read');
    } finally {
      execFileSync('rm', ['-rf', cacheDir]);
    }
  });
});

describe.runIf(process.platform !== 'win32')('links', () => {
  it('to what lies elsewhere are removed, and what they lead to is not', async () => {
    const { step, cacheDir, count } = fixture();
    const outside = temporaryDirectory('outside');
    writeFileSync(join(outside, 'keep-1.0-py3-none-any.whl'), 'keep');
    symlinkSync(outside, join(cacheDir, 'http-v2', 'directory'));
    symlinkSync(join(outside, 'keep-1.0-py3-none-any.whl'), join(cacheDir, 'wheels', 'a-1-b.whl'));
    symlinkSync('nowhere', join(cacheDir, 'http', 'dangling'));
    symlinkSync('loop', join(cacheDir, 'http', 'loop'));
    const before = count();
    const run = await step({});
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-removed': String(before.files), 'files-after': '0' });
    expect(count().files).toBe(0);
    expect(readFileSync(join(outside, 'keep-1.0-py3-none-any.whl'), 'utf8')).toBe('keep');
  });

  it('in place of an area keep pip out: that area is left alone, with a warning, and the others go', async () => {
    const { step, cacheDir, count } = fixture();
    const outside = join(temporaryDirectory('outside'), 'http-v2');
    renameSync(join(cacheDir, 'http-v2'), outside);
    symlinkSync(outside, join(cacheDir, 'http-v2'));
    const inside = readdirSync(outside, { recursive: true });
    const run = await step({});
    expect(run.code).toBe(0);
    expect(run.outputs.outcome).toBe('reset');
    expect(run.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('http-v2 in'), properties: expect.anything() },
    ]);
    expect(run.groups.some(({ title }) => title.includes('purge'))).toBe(false);
    expect(readdirSync(outside, { recursive: true })).toEqual(inside);
    expect(lstatSync(join(cacheDir, 'http-v2')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(cacheDir, 'wheels'))).toBe(false);
    expect(count().byArea.http.files).toBe(0);
  });
});

describe("others' words", () => {
  it.runIf(process.platform === 'linux')('in file names command nothing, in log, outputs and summary', async () => {
    const { step, cacheDir, count } = fixture('cache ##[error]dir::warning::<b>x');
    const names = [
      'a\n::error::b-1.0-py3-none-any.whl',
      '##[error]c-1.0-x.whl',
      '<img src=x onerror=alert(1)>-1.0-x.whl',
    ];
    for (const name of names) writeFileSync(join(cacheDir, 'wheels', name), 'x');
    writeFileSync(Buffer.concat([Buffer.from(join(cacheDir, 'http', 'not-')), Buffer.from([0xff, 0xfe])]), 'x');
    const before = count();
    const run = await step({}, { env: { PIP_VERBOSE: '1' } });
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({
      outcome: 'reset',
      'cache-dir': cacheDir,
      'files-removed': String(before.files),
    });
    expect(count().files).toBe(0);
    expect(run.summary).not.toContain('<b>x');
    expect(run.summary).toContain('&lt;b&gt;x');
  });

  it.runIf(process.platform !== 'win32')('from pip are obeyed by nobody', async () => {
    const { step, python } = fixture();
    const wrapper = join(temporaryDirectory('wrapper'), 'python');
    writeFileSync(
      wrapper,
      `#!/bin/sh\n"${python.command}" "$@"\ncode=$?\nprintf '::error::hi\\n##[error]ho\\n::set-output name=x::y\\n' >&2\nexit $code\n`,
      {
        mode: 0o755,
      },
    );
    const run = await step({ 'python-path': wrapper });
    expect(run.outputs.outcome).toBe('reset');
    expect(run.annotations).toEqual([]);
    expect(run.ignoredWhileStopped.join('\n')).toContain('::error::hi');
  });
});
