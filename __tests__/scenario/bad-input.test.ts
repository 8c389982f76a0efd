import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { errorOf, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

/** Runs a step that must fail with one error, without outputs and summary, and leave the cache unchanged. */
async function refused(
  { step, count }: ReturnType<typeof fixture>,
  ...[inputs, options]: Parameters<ReturnType<typeof fixture>['step']>
): Promise<string> {
  const before = count();
  const run = await step(inputs, options);
  expect(run.code).toBe(1);
  expect(run.outputs).toEqual({});
  expect(run.summary).toBe('');
  expect(count()).toEqual(before);
  return errorOf(run);
}

describe('an invalid input', () => {
  it.each<[Record<string, string>, string]>([
    [{ mode: 'clean' }, 'Input "mode": "clean" is unknown. Allowed: purge, remove, inspect.'],
    [{ mode: 'Purge' }, 'Input "mode": "Purge" is unknown.'],
    [{ mode: 'remove' }, 'Input "package": "" is empty, but mode "remove" needs it.'],
    [{ mode: 'remove', package: ' \n ' }, 'Input "package": "" is empty'],
    [{ mode: 'purge', package: 'numpy' }, 'Input "package": "numpy" is given, but mode is "purge"'],
    [{ package: 'numpy' }, 'Input "package": "numpy" is given, but mode is "purge"'],
    [{ mode: 'remove', package: '*' }, 'Input "package": "*" would select every package'],
    [{ mode: 'remove', package: '*-*' }, 'Input "package": "*-*" would select every package'],
    [{ mode: 'remove', package: '--all' }, 'Input "package": "--all" looks like an option'],
    [{ mode: 'remove', package: '-r' }, 'Input "package": "-r" looks like an option'],
    [{ mode: 'remove', package: '../http' }, 'Input "package": "../http" looks like a path'],
    [{ mode: 'remove', package: 'C:\\x' }, 'Input "package": "C:\\\\x" looks like a path'],
    [{ mode: 'remove', package: 'numpy,,scipy' }, 'Input "package": "numpy,,scipy" has an empty name'],
    [{ mode: 'remove', package: 'numpy scipy' }, 'Input "package": "numpy scipy" has a space in it'],
    [{ mode: 'remove', package: '==1.2' }, 'Input "package": "==1.2" is not the name of a package'],
    [{ mode: 'remove', package: 'numpy==' }, 'Input "package": "numpy==" does not end in one version'],
    [{ mode: 'remove', package: 'numpy>=1' }, 'Input "package": "numpy>=1" is not the name of a package'],
    [{ mode: 'remove', package: 'numpy[extra]' }, 'Input "package": "numpy[extra]" is not the name of a package'],
    [{ mode: 'remove', package: 'x::error::y' }, 'Input "package": "x::error::y" is not the name of a package'],
    [{ 'min-size': 'large' }, 'Input "min-size": "large" is no size.'],
    [{ 'min-size': '-5MB' }, 'Input "min-size": "-5MB" is no size.'],
    [{ 'min-size': '5 bananas' }, 'Input "min-size": "5 bananas" is no size.'],
    [{ 'dry-run': 'yes' }, 'Input "dry-run": "yes" is no boolean. Allowed: true, false.'],
    [{ summary: '1' }, 'Input "summary": "1" is no boolean. Allowed: true, false.'],
    [{ 'python-path': 'no-such-python' }, 'no-such-python (not on PATH)'],
    [{ 'python-path': './no/python' }, './no/python (no such file)'],
  ])('%j', async (inputs, message) => {
    expect(await refused(fixture(), inputs)).toContain(message);
  });

  it('python-path is a directory', async () => {
    const cache = fixture();
    mkdirSync(join(cache.workspace, '.venv'), { recursive: true });
    const message = await refused(cache, { 'python-path': '.venv' });
    expect(message).toMatch(
      /^Input "python-path": "\.venv" is a directory, and none of these is a file in it: .*python/,
    );
  });

  it('python-path is a file that does not run', async () => {
    const cache = fixture();
    mkdirSync(cache.workspace, { recursive: true });
    writeFileSync(join(cache.workspace, 'python'), 'not a program\0');
    chmodSync(join(cache.workspace, 'python'), 0o755);
    expect(await refused(cache, { 'python-path': './python' })).toContain('"./python" is not a Python that runs');
  });
});

describe('an interpreter without the pip that is needed', () => {
  it('has no pip at all', async () => {
    const cache = fixture();
    const venv = join(temporaryDirectory('venv'), 'bare');
    execFileSync(cache.python.command, ['-m', 'venv', '--without-pip', venv]);
    const python = join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
    const message = await refused(cache, { 'python-path': python });
    expect(message).toContain(' has no pip. Install it');
  });

  // A script prints what pip 20.0.2 prints, because such an old pip needs a Python that most machines don't have.
  it.runIf(process.platform !== 'win32')('has a pip before 20.1', async () => {
    const cache = fixture();
    const python = scripted(`
case "$*" in
  -c*) echo 20.0.2 ;;
  *) echo 'ERROR: unknown command "cache" - maybe you meant "check"' >&2; exit 1 ;;
esac`);
    const message = await refused(cache, { 'python-path': python });
    expect(message).toContain('has pip 20.0.2, which has no cache command; pip 20.1 or later is needed');
  });

  it('does not exist: the error lists what was tried', async () => {
    const cache = fixture();
    const message = await refused(cache, { 'python-path': '' }, { env: { PATH: temporaryDirectory('empty') } });
    expect(message).toMatch(
      /^No Python found\. Tried: python3 \(not on PATH\); python \(.*\); py \(.*\)\. Add actions\/setup-python/,
    );
  });
});

describe.runIf(process.platform !== 'win32')('a program that is not a Python', () => {
  it('is refused, even if it would run some pip', async () => {
    const cache = fixture();
    const bin = temporaryDirectory('bin');
    writeFileSync(join(bin, 'pip'), `#!/bin/sh\nexec "${cache.python.command}" -m pip "$@"\n`, { mode: 0o755 });
    const PATH = `${bin}:${process.env.PATH}`;
    const message = await refused(cache, { 'python-path': '/bin/bash' }, { env: { PATH } });
    expect(message).toContain('is not a Python');
  });
});

describe("a configuration that pip can't read", () => {
  it('is a pip.conf that is not an ini file', async () => {
    const cache = fixture();
    const config = join(cache.home, 'broken.conf');
    writeFileSync(config, 'this is = not\n[an ini file');
    const message = await refused(cache, {}, { env: { PIP_CONFIG_FILE: config } });
    expect(message).toContain('Configuration file could not be loaded');
    expect(message).toContain('Nothing was deleted');
  });

  it('is a value that pip reports after its usage', async () => {
    const cache = fixture();
    const config = join(cache.home, 'maybe.conf');
    writeFileSync(config, '[global]\nno-cache-dir = maybe\n');
    const message = await refused(cache, {}, { env: { PIP_CONFIG_FILE: config } });
    expect(message).toContain("invalid truth value 'maybe'");
  });

  it('is a value that pip refuses', async () => {
    const message = await refused(fixture(), {}, { env: { PIP_TIMEOUT: 'abc' } });
    expect(message).toMatch(/PIP_TIMEOUT|timeout|configuration/i);
  });
});

describe('the wrong cache directory', () => {
  it('is not the expected one', async () => {
    const cache = fixture();
    const message = await refused(cache, { 'expect-cache-dir': '/somewhere/else' });
    expect(message).toContain(`pip's cache directory is "${cache.cacheDir}", not "/somewhere/else"`);
  });

  it.each<[string, (cache: ReturnType<typeof fixture>) => string, string]>([
    ['a root', ({ home }) => parse(home).root, 'the root of a file system'],
    ['the home directory', ({ home }) => home, 'the home directory'],
    ['a parent of the home directory', ({ home }) => join(home, '..'), 'a parent of the home directory'],
    ['the workspace', ({ workspace }) => workspace, 'the workspace'],
  ])('is %s', async (_, directory, what) => {
    const cache = fixture();
    mkdirSync(cache.workspace, { recursive: true });
    const path = directory(cache);
    // Something that a purge of this directory would delete.
    if (path !== parse(path).root) mkdirSync(join(path, 'wheels'), { recursive: true });
    const message = await refused(cache, {}, { env: { PIP_CACHE_DIR: path } });
    expect(message).toContain(what);
    rmSync(join(cache.workspace), { recursive: true, force: true });
  });

  it('is a link to the home directory', async () => {
    const cache = fixture();
    const link = join(temporaryDirectory('link'), 'cache');
    symlinkSync(cache.home, link, 'dir');
    expect(await refused(cache, {}, { env: { PIP_CACHE_DIR: link } })).toContain('the home directory');
  });

  it('is relative in a pip.conf', async () => {
    const cache = fixture();
    const config = join(cache.home, 'relative.conf');
    writeFileSync(config, '[global]\ncache-dir = some/where\n');
    const message = await refused(cache, {}, { env: { PIP_CONFIG_FILE: config, PIP_CACHE_DIR: undefined } });
    expect(message).toMatch(/the relative path "some[\\/]+where"/);
  });

  it('is relative to the parent directory in a pip.conf', async () => {
    const cache = fixture();
    const config = join(cache.home, 'relative.conf');
    writeFileSync(config, '[global]\ncache-dir = ../cache\n');
    const message = await refused(cache, {}, { env: { PIP_CONFIG_FILE: config, PIP_CACHE_DIR: undefined } });
    expect(message).toMatch(/the relative path "\.\.[\\/]+cache"/);
  });
});

/** Writes a shell script that replaces the interpreter. Returns its path. */
function scripted(body: string): string {
  const path = join(temporaryDirectory('scripted'), 'python');
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}
