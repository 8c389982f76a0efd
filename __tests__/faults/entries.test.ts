import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, fixture } from '../support/fixture.js';
import { beforeCommands } from '../support/interpreter-scripts.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

/** Prevents everyone, including root, from deleting entries of a directory. Returns a function that undoes it. */
function lock(directory: string): () => void {
  if (process.getuid?.() !== 0) {
    chmodSync(directory, 0o555);
    return () => chmodSync(directory, 0o755);
  }
  execFileSync('chattr', ['+i', directory]);
  return () => void execFileSync('chattr', ['-i', directory]);
}

describe.runIf(process.platform !== 'win32')('an entry that can not be deleted', () => {
  it('is counted and named, everything else is deleted, and the step fails with one error', async () => {
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
      // pip fails at this entry with a traceback, which is reported. The entries after it are deleted nevertheless.
      expect(run.log.join('\n')).toContain('cache purge ended with exit code 2');
      expect(count()).toMatchObject({ files: 1, directories: 2 });
    } finally {
      unlock();
    }
  });
});

// Twenty nested directories with names of 250 letters, and a file. The path is too long for system calls, even of root.
const DIG = `
import os, sys
os.chdir(sys.argv[1])
for _ in range(20):
    os.mkdir("d" * 250)
    os.chdir("d" * 250)
open("f-1.0-py3-none-any.whl", "w").close()
`;

describe.runIf(process.platform !== 'win32')('an entry that can not be read', () => {
  it.each<[Record<string, string>, string]>([
    [{ mode: 'remove', package: 'f' }, 'nothing-to-do'],
    [{ 'min-size': '1GB' }, 'skipped'],
    [{ 'dry-run': 'true' }, 'dry-run'],
  ])('is reported by one warning, and not as empty: %j', async (inputs, outcome) => {
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

  it('makes a purge incomplete', async () => {
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
  it('to files and directories outside are removed, but not their targets', async () => {
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

  it('in place of an area: pip is not run, the area is kept with a warning, and the others are removed', async () => {
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

describe('untrusted text', () => {
  it.runIf(process.platform === 'linux')('in file names has no effect in log, outputs and summary', async () => {
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

  it.runIf(process.platform !== 'win32')('in the output of pip is not executed as commands', async () => {
    const { step } = fixture();
    const printing = 'sys.stderr.write("::error::hi\\n##[error]ho\\n::set-output name=x::y\\n")';
    const run = await step({}, { env: beforeCommands(printing) });
    expect(run.outputs.outcome).toBe('reset');
    expect(run.annotations).toEqual([]);
    expect(run.ignoredWhileStopped.join('\n')).toContain('::error::hi');
  });
});

describe('areas that are not directories', () => {
  it.runIf(process.platform !== 'win32').each([
    ['all are links to directories elsewhere', 'link'],
    ['all are dangling links', 'dangling'],
    ['all are files', 'file'],
    ['all are FIFOs', 'fifo'],
  ])('are kept, with a warning: %s', async (_, kind) => {
    const { step, cacheDir } = fixture();
    const outside = temporaryDirectory('outside');
    for (const area of ['http', 'http-v2', 'wheels']) {
      const path = join(cacheDir, area);
      renameSync(path, join(outside, area));
      if (kind === 'link') symlinkSync(join(outside, area), path);
      if (kind === 'dangling') symlinkSync(join(outside, 'nowhere'), path);
      if (kind === 'file') writeFileSync(path, 'not a directory');
      if (kind === 'fifo') execFileSync('mkfifo', [path]);
    }
    const before = readdirSync(outside, { recursive: true });
    const run = await step({});
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'nothing-to-do', 'files-removed': '0' });
    expect(run.annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(readdirSync(outside, { recursive: true })).toEqual(before);
    for (const area of ['http', 'http-v2', 'wheels']) expect(lstatSync(join(cacheDir, area)).isDirectory()).toBe(false);
  });
});

describe.runIf(process.platform !== 'win32')('unusual entries', () => {
  it('are all removed and counted, and nothing outside changes', async () => {
    const { step, cacheDir, count } = fixture();
    const outside = temporaryDirectory('outside');
    writeFileSync(join(outside, 'kept'), 'kept');
    for (const area of ['http', 'http-v2', 'wheels']) {
      const at = (name: string) => join(cacheDir, area, name);
      mkdirSync(at('odd'));
      execFileSync('mkfifo', [at('odd/fifo-1-py3-none-any.whl')]);
      linkSync(join(outside, 'kept'), at('odd/linked-1-py3-none-any.whl'));
      writeFileSync(at('odd/twice-1-py3-none-any.whl'), 'x'.repeat(10_000));
      linkSync(at('odd/twice-1-py3-none-any.whl'), at('odd/again-1-py3-none-any.whl'));
      mkdirSync(at('odd/directory-1-py3-none-any.whl'));
      writeFileSync(at('odd/directory-1-py3-none-any.whl/inside'), 'x');
      mkdirSync(at('odd/origin.json'));
      writeFileSync(at(`odd/${'n'.repeat(248)}-1.whl`), '');
      for (const name of ['-rf', ' both ends ', '...', 'e\u0301', '\u00e9', '\u202egnp.whl', 'a\rb-1.whl']) {
        writeFileSync(at(`odd/${name}`), name, { mode: 0o444 });
      }
      truncateSync(at('odd/...'), 5_000_000);
      for (const [name, target] of [
        ['to-root', '/'],
        ['to-cache', cacheDir],
        ['to-directory', outside],
        ['to-file', join(outside, 'kept')],
      ] as const) {
        symlinkSync(target, at(`odd/${name}`));
      }
    }
    const socket = createServer();
    const address = join(cacheDir, 'wheels', 's-1.whl');
    // The path of a socket is limited to 107 bytes, so it has to be relative.
    process.chdir(join(cacheDir, 'wheels'));
    await new Promise<void>((resolve) => socket.listen('s-1.whl', resolve));
    expect(lstatSync(address).isSocket()).toBe(true);
    process.chdir('/');
    const before = count();
    const run = await step({});
    socket.close();
    expect(run.annotations).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'reset',
      'files-removed': String(before.files),
      'bytes-removed': String(before.bytes),
      'directories-removed': String(before.directories),
      // The blocks of a file that still has another name are not freed.
      'disk-bytes-freed': String(before.diskBytes - lstatSync(join(outside, 'kept')).blocks * 512),
      'files-after': '0',
    });
    expect(count()).toMatchObject({ files: 0, directories: 0 });
    expect(readdirSync(outside)).toEqual(['kept']);
    expect(readFileSync(join(outside, 'kept'), 'utf8')).toBe('kept');
  });
});

describe('a directory beside the areas', () => {
  it('that looks like a later format of pip is named in a warning, with its size, and left alone', async () => {
    const { step, cacheDir, count } = fixture();
    mkdirSync(join(cacheDir, 'http-v3', 'a', 'b'), { recursive: true });
    writeFileSync(join(cacheDir, 'http-v3', 'a', 'b', 'response'), 'x'.repeat(1234));
    const run = await step({});
    const warning =
      `http-v3 in ${cacheDir} (1.23 kB in 1 file) looks like a format of a later pip, which this version of the action ` +
      'does not know. It was neither counted nor deleted.';
    expect(run.annotations).toEqual([{ level: 'warning', message: warning, properties: {} }]);
    expect(run.outputs.outcome).toBe('reset');
    expect(run.log).toContain(warning);
    expect(count().files).toBe(0);
    expect(existsSync(join(cacheDir, 'http-v3', 'a', 'b', 'response'))).toBe(true);
  });

  it('that only begins as they do is named in a note', async () => {
    const { step, cacheDir } = fixture();
    for (const name of ['http-backup', 'http-v2.old']) mkdirSync(join(cacheDir, name));
    symlinkSync(cacheDir, join(cacheDir, 'http-v9'));
    writeFileSync(join(cacheDir, 'http-v4'), 'a file');
    const run = await step({});
    expect(run.annotations).toEqual([]);
    expect(run.log).toContain(`Not a part of pip's cache, and left alone in ${cacheDir}: http-backup, http-v2.old.`);
    for (const name of ['http-backup', 'http-v2.old', 'http-v4']) expect(existsSync(join(cacheDir, name))).toBe(true);
  });
});
