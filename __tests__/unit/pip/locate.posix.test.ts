// Needs shell scripts, which take the place of interpreters.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { locate, locateAgain } from '../../../src/pip/locate.js';
import type { PipRun } from '../../../src/pip/pip.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

const SYSTEM_PATH = process.env.PATH ?? '';
afterAll(removeTemporaryDirectories);
afterEach(() => void vi.unstubAllEnvs());

/** Interpreters that answer `-m pip cache dir`, `-m pip cache info` and the question for pip's version by these lines of shell. */
function setUp(interpreters: Record<string, { dir?: string; info?: string; version?: string }>, env = {}) {
  const workspace = temporaryDirectory('workspace');
  for (const [name, { dir = 'exit 1', info = 'echo info', version = 'exit 1' }] of Object.entries(interpreters)) {
    const path = join(workspace, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\ncase "$*" in *dir) ${dir};; *info) ${info};; -c*) ${version};; esac\n`);
    chmodSync(path, 0o755);
  }
  vi.stubEnv('PATH', join(workspace, 'bin'));
  const shown: PipRun[] = [];
  const debugged: string[] = [];
  const options = {
    cwd: temporaryDirectory('scratch'),
    env: { PATH: SYSTEM_PATH },
    signal: new AbortController().signal,
    job: { env, workspace, platform: process.platform },
    show: (run: PipRun) => void shown.push(run),
    debug: (message: string) => void debugged.push(message),
  };
  const ask = (asked?: string) => locate(asked, options);
  const askAgain = (interpreter: string) => locateAgain(interpreter, options);
  return { workspace, shown, debugged, ask, askAgain };
}

const NO_PIP = 'echo "$0: No module named pip" >&2; exit 1';

describe('locate', () => {
  it('finds the first that runs, with what its pip says', async () => {
    const { workspace, shown, debugged, ask } = setUp({
      'bin/python3': { dir: 'echo stub >&2; exit 127' },
      'bin/python': { dir: 'echo /c', info: 'echo counts' },
      'bin/py': { dir: 'echo /other' },
    });
    const found = await ask();
    if (found.kind !== 'found') throw new Error(found.kind);
    expect(found.directory).toBe('/c');
    expect(found.pip.interpreter).toBe(join(workspace, 'bin/python'));
    expect(found.dir).toMatchObject({ args: ['cache', 'dir'], stdout: '/c\n' });
    expect(await found.pip.run(['cache', 'info'])).toMatchObject({ args: ['cache', 'info'], stdout: 'counts\n' });
    expect(shown).toEqual([]);
    const each = 'Running each pip command in a process of its own';
    const why = 'ended with exit code 0 before run_pip.py ran';
    expect(debugged).toEqual(['python3', 'python'].map((name) => `${each}: ${join(workspace, 'bin', name)} ${why}.`));
  });

  it('takes a program for a Python by its name, or since it tells the version of its pip', async () => {
    const runs = { dir: 'echo /c' };
    for (const name of ['python3.12', 'Python', 'pypy3', 'graalpy', 'py']) {
      expect(await setUp({ [`bin/${name}`]: runs }).ask(name)).toMatchObject({ kind: 'found', directory: '/c' });
    }
    const odd = setUp({ 'bin/snake': { ...runs, version: 'echo 24.0' } });
    expect(await odd.ask('snake')).toMatchObject({ kind: 'found', directory: '/c' });
  });

  it('asks a program that is no Python for nothing but a version', async () => {
    const { workspace, shown, ask } = setUp({
      'bin/pyenv': { dir: 'touch "$0.ran"; echo /c', info: 'touch "$0.ran"', version: 'echo usage' },
    });
    await expect(ask('pyenv')).rejects.toMatchObject({
      name: 'Refusal',
      message:
        'Input "python-path": "pyenv" is not a Python that runs: pyenv (not a Python with a pip). ' +
        'Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.',
    });
    expect(existsSync(join(workspace, 'bin/pyenv.ran'))).toBe(false);
    expect(shown).toEqual([]);
  });

  it('tells why the cache is off', async () => {
    const off = 'echo "ERROR: pip cache commands can not function since cache is disabled." >&2; exit 1';
    const located = await setUp({ 'bin/python3': { dir: off, info: off } }).ask('python3');
    expect(located).toMatchObject({ kind: 'disabled', why: { cause: 'setting' }, dir: { code: 1 } });
    expect(await located.pip.run(['cache', 'info'])).toMatchObject({ code: 1 });
  });

  it.each([
    [
      'nothing that runs',
      { 'bin/python3': { dir: 'echo "no version set" >&2; exit 126' } },
      undefined,
      'No Python found. Tried: python3 (exit code 126: no version set); python (not on PATH); py (not on PATH). ' +
        'Add actions/setup-python before this step, or set the input "python-path".',
    ],
    [
      'no such name',
      {},
      'python9',
      'Input "python-path": "python9" is not a Python that runs: python9 (not on PATH). ' +
        'Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.',
    ],
    [
      'no such file',
      {},
      './venv/bin/python',
      'Input "python-path": "./venv/bin/python" is not a Python that runs: ./venv/bin/python (no such file). ' +
        'Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.',
    ],
    [
      'a program without a version of pip',
      { 'bin/snake': { dir: 'echo /c' } },
      'snake',
      'Input "python-path": "snake" is not a Python that runs: snake (not a Python with a pip). ' +
        'Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.',
    ],
    [
      'no pip',
      { python: { dir: NO_PIP } },
      './python',
      '<workspace>/python has no pip. Install it (python -m ensurepip), or name another interpreter in the input "python-path".',
    ],
    [
      'a pip before 20.1',
      {
        python: {
          dir: `echo 'ERROR: unknown command "cache" - maybe you meant "check"' >&2; exit 1`,
          version: 'echo 20.0.2',
        },
      },
      './python',
      '<workspace>/python has pip 20.0.2, which has no cache command; pip 20.1 or later is needed. ' +
        'Upgrade it: python -m pip install --upgrade pip.',
    ],
    [
      'an old pip that does not know its version',
      { python: { dir: `echo 'ERROR: unknown command "cache"' >&2; exit 1` } },
      './python',
      '<workspace>/python has pip of an unknown version, which has no cache command; pip 20.1 or later is needed. ' +
        'Upgrade it: python -m pip install --upgrade pip.',
    ],
    [
      'a pip that fails',
      { python: { dir: 'echo "An error occurred during configuration: x"; exit 3' } },
      './python',
      '"<workspace>/python -m pip cache dir" ended with exit code 3: An error occurred during configuration: x. ' +
        'Nothing was deleted. Look at the interpreter, and at the configuration that "pip config debug" lists.',
    ],
    [
      'a directory that is not UTF-8',
      { python: { dir: "printf '/c/\\377/d\\n'" } },
      './python',
      '"<workspace>/python -m pip cache dir" should print one directory, in UTF-8, but printed "/c/\ufffd/d\\n". Nothing was deleted.',
    ],
    [
      'a directory with a replacement character, which may stand for anything',
      { python: { dir: "printf '/c\\357\\277\\275\\n'" } },
      './python',
      '"<workspace>/python -m pip cache dir" should print one directory, in UTF-8, but printed "/c\ufffd\\n". Nothing was deleted.',
    ],
    [
      'a directory of two lines',
      { python: { dir: "printf '/c\\n/d\\n'" } },
      './python',
      '"<workspace>/python -m pip cache dir" should print one directory, in UTF-8, but printed "/c\\n/d\\n". Nothing was deleted.',
    ],
  ])('refuses %s', async (_what, interpreters, asked, message) => {
    const { workspace, ask } = setUp(interpreters);
    const refusal = { name: 'Refusal', message: message.replace('<workspace>', workspace) };
    await expect(ask(asked)).rejects.toMatchObject(refusal);
  });

  it.each([
    ['a run that fails', 'echo "ERROR: bad" >&2; exit 3', { code: 3, stderr: 'ERROR: bad\n' }],
    ['a run that prints no directory', "printf '/c\n/d\n'", { code: 0, stdout: '/c\n/d\n' }],
    ['a pip that is not there', NO_PIP, { code: 1 }],
  ])('shows %s before it refuses', async (_what, dir, run) => {
    const { shown, ask } = setUp({ python: { dir } });
    await expect(ask('./python')).rejects.toMatchObject({ name: 'Refusal' });
    expect(shown).toEqual([expect.objectContaining({ args: ['cache', 'dir'], ...run })]);
  });
});

describe('locateAgain', () => {
  it('asks the interpreter that it is given, and no other', async () => {
    const { workspace, askAgain } = setUp({ 'old/python': { dir: 'echo /c' }, 'bin/python3': { dir: 'echo /other' } });
    const found = await askAgain(join(workspace, 'old/python'));
    expect(found).toMatchObject({
      kind: 'found',
      directory: '/c',
      pip: { interpreter: join(workspace, 'old/python') },
    });
  });

  it.each([
    ['is not there', 'nowhere/python', 'no such file'],
    ['is a directory', 'bin', 'no such file'],
    ['does not run', 'old/python', 'exit code 126: no base'],
  ])('refuses one that %s', async (_what, name, why) => {
    const { workspace, askAgain } = setUp({
      'bin/python3': { dir: 'echo /other' },
      'old/python': { dir: 'echo no base >&2; exit 126' },
    });
    await expect(askAgain(join(workspace, name))).rejects.toMatchObject({
      name: 'Refusal',
      message:
        `The interpreter "${join(workspace, name)}", found when this was registered, does not run any more (${why}). ` +
        'Nothing was deleted.',
    });
  });

  it('shows a run that fails before it refuses', async () => {
    const { workspace, shown, askAgain } = setUp({ python: { dir: NO_PIP } });
    await expect(askAgain(join(workspace, 'python'))).rejects.toThrow('has no pip');
    expect(shown).toEqual([expect.objectContaining({ args: ['cache', 'dir'], code: 1 })]);
  });
});
