import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { candidates, expandHome } from '../../../src/pip/interpreter.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { IN_VENV } from '../../support/virtual-environment.js';

const started = process.cwd();
afterAll(removeTemporaryDirectories);
afterEach(() => {
  process.chdir(started);
  vi.unstubAllEnvs();
});

/** How this system calls a program: `python3`, or `python3.exe`. */
const file = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name);
/** Where the interpreter of an installation is. */
const IN_LOCATION = process.platform === 'win32' ? 'python.exe' : join('bin', 'python3');

/** Writes a file that is taken for a program. */
function program(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '', { mode: 0o755 });
  return path;
}

/** A job on this system, with one directory on PATH. */
function setUp(env: Record<string, string> = {}) {
  const workspace = temporaryDirectory('a workspace');
  const bin = join(workspace, 'bin');
  vi.stubEnv('PATH', bin);
  return { workspace, bin, job: { env, workspace, platform: process.platform } };
}

describe('candidates on this system', () => {
  it('are those of VIRTUAL_ENV and pythonLocation, then python3, python and py on PATH', async () => {
    const environment = join(temporaryDirectory('environment'), 'my venv');
    const location = join(temporaryDirectory('location'), 'Python 3.12');
    const active = program(join(environment, IN_VENV));
    const installed = program(join(location, IN_LOCATION));
    const { bin, job } = setUp({ VIRTUAL_ENV: environment, pythonLocation: location });
    const named = ['python3', 'py'].map((name) => program(join(bin, file(name))));
    const found = await candidates(undefined, job);
    expect(found.filter(({ path }) => path !== undefined)).toEqual([
      { label: `VIRTUAL_ENV (${active})`, path: active, mayLackPip: true },
      { label: `pythonLocation (${installed})`, path: installed },
      { label: 'python3', path: named[0] },
      { label: 'py', path: named[1] },
    ]);
    expect(found).toContainEqual({ label: 'python', path: undefined });
  });

  it.each([{}, { pythonLocation: '', VIRTUAL_ENV: '' }])('are those on PATH with %j', async (env) => {
    const labels = (await candidates(undefined, setUp(env).job)).map(({ label }) => label);
    expect(labels).toEqual(['python3', 'python', 'py']);
  });

  it('are absolute where PATH is not', async () => {
    const { workspace, bin, job } = setUp();
    const path = program(join(bin, file('python3')));
    process.chdir(workspace);
    vi.stubEnv('PATH', 'bin');
    expect((await candidates(undefined, job))[0]).toEqual({ label: 'python3', path });
  });

  it.each([
    ['a name', 'python3.12', `bin/${file('python3.12')}`],
    ['a path in the workspace', './my venv/bin/python', `my venv/bin/${file('python')}`],
    ['a path in the workspace, without a dot', 'venv/bin/python', `venv/bin/${file('python')}`],
    ['a path in the home directory', '~/venv/bin/python', `home/venv/bin/${file('python')}`],
    ['a virtual environment', '.venv/', `.venv/${IN_VENV}`],
  ])('of python-path are only %s', async (_what, asked, relative) => {
    const { workspace, job } = setUp();
    const home = join(workspace, 'home');
    const path = program(normalize(join(workspace, relative)));
    const env = { HOME: home, USERPROFILE: home };
    expect(await candidates(asked, { ...job, env })).toEqual([{ label: asked, path }]);
  });

  it('of an absolute python-path are only that', async () => {
    const path = program(join(temporaryDirectory('elsewhere'), ' p 1', file('python')));
    expect(await candidates(path, setUp().job)).toEqual([{ label: path, path }]);
  });

  it.each(['python3', './python3', '~/python3', '/nowhere/python3'])('are not there: %s', async (asked) => {
    expect(await candidates(asked, setUp().job)).toEqual([{ label: asked, path: undefined }]);
  });

  it('are refused where python-path is a directory without an interpreter', async () => {
    const { workspace, job } = setUp();
    mkdirSync(join(workspace, '.venv', IN_VENV), { recursive: true });
    await expect(candidates('.venv', job)).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringContaining(
        'Input "python-path": ".venv" is a directory, and none of these is a file in it',
      ),
    });
  });
});

describe('expandHome', () => {
  const env = { HOME: '/h', USERPROFILE: 'C:\\U' };
  it.each([
    ['~/a', 'linux', env, '/h/a'],
    ['~/a', 'win32', env, 'C:\\U/a'],
    ['~\\a', 'win32', env, 'C:\\U\\a'],
    ['~a/b', 'linux', env, '~a/b'],
    ['a/~/b', 'linux', env, 'a/~/b'],
    ['~/a', 'linux', {}, `${userInfo().homedir}/a`],
    ['~/a', 'linux', { HOME: '' }, `${userInfo().homedir}/a`],
    ['~', 'linux', env, '~'],
    ['~\\a', 'linux', env, '~\\a'],
  ] as const)('%s on %s', (path, platform, environment, expanded) => {
    expect(expandHome(path, 'python-path', { env: environment, workspace: '/w', platform })).toBe(expanded);
  });
});
