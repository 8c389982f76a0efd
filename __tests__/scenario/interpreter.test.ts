import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { virtualEnvironment } from '../support/virtual-environment.js';

afterAll(removeTemporaryDirectories);

describe('the interpreter', () => {
  it('is a name on PATH', async () => {
    const { step, python, count } = fixture();
    const PATH = `${dirname(python.command)}${delimiter}${process.env.PATH}`;
    const run = await step({ 'python-path': basename(python.command) }, { env: { PATH } });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'python-path': python.command });
    expect(count().files).toBe(0);
  });

  it.each(['.venv', 'my env (2)', ' odd '])('is that of a virtual environment in the workspace: %j', async (name) => {
    const { step, python, workspace } = fixture();
    mkdirSync(workspace, { recursive: true });
    const path = virtualEnvironment(python.command, join(workspace, name));
    const run = await step({ 'python-path': `./${relative(workspace, path)}` });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'python-path': path });
  });

  it('is the one that actions/setup-python has set up, before any on PATH', async () => {
    const { step, python } = fixture();
    const pythonLocation = join(temporaryDirectory('setup'), 'x64');
    const path = virtualEnvironment(python.command, pythonLocation);
    if (process.platform === 'win32') return expect((await step({ 'python-path': path })).code).toBe(0);
    const run = await step({ 'python-path': '' }, { env: { pythonLocation } });
    expect(run.outputs['python-path']).toBe(join(pythonLocation, 'bin', 'python3'));
  });

  it.runIf(process.platform !== 'win32')('is the next one when the first does not run', async () => {
    const { step, python } = fixture();
    const bin = temporaryDirectory('path');
    // A shim of pyenv without a version ends with 127. The stub of the Microsoft Store fails too.
    for (const [name, body] of [
      ['python3', 'exit 127'],
      ['python', `exec "${python.command}" "$@"`],
    ] as const) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    const run = await step({ 'python-path': '' }, { env: { PATH: `${bin}${delimiter}${process.env.PATH}` } });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'python-path': join(bin, 'python') });
  });

  it.runIf(process.platform !== 'win32')('is what a shim chooses for the workspace', async () => {
    const { step, python, workspace } = fixture();
    mkdirSync(workspace, { recursive: true });
    writeFileSync(join(workspace, '.python-version'), 'mine');
    const shims = join(temporaryDirectory('pyenv'), 'shims');
    mkdirSync(shims);
    // Like the shims of pyenv and mise, it chooses a version by the working directory.
    const check = '[ -f .python-version ] || { echo "no version set" >&2; exit 127; }';
    writeFileSync(join(shims, 'python3'), `#!/bin/sh\n${check}\nexec "${python.command}" "$@"\n`, { mode: 0o755 });
    const run = await step({ 'python-path': '' }, { env: { PATH: `${shims}${delimiter}${process.env.PATH}` } });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'python-path': python.command });
  });
});

describe('expect-cache-dir', () => {
  it.each<[string, (cacheDir: string) => string]>([
    ['the same', (cacheDir) => cacheDir],
    ['with a trailing slash', (cacheDir) => `${cacheDir}/`],
    ['with a detour', (cacheDir) => join(cacheDir, 'wheels', '..')],
    ['from the home directory', () => '~/cache'],
    ['relative to the workspace', () => '../home/cache'],
    [
      'through a link',
      (cacheDir) => {
        const link = join(temporaryDirectory('link'), 'cache');
        symlinkSync(cacheDir, link, 'dir');
        return link;
      },
    ],
  ])('accepts the cache directory: %s', async (_, expected) => {
    const { step, cacheDir } = fixture();
    const run = await step({ 'expect-cache-dir': expected(cacheDir) });
    expect(run.outputs.outcome).toBe('reset');
  });
});
