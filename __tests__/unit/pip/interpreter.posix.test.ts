// Needs shell scripts, links and permissions, and files whose names hold backslashes, which stand for files of Windows.
import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { candidates, type JobEnvironment, resolveShim } from '../../../src/pip/interpreter.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

const root = process.getuid?.() === 0;
const NOBODY = 65_534;
const started = process.cwd();
afterAll(removeTemporaryDirectories);
afterEach(() => {
  if (root) process.seteuid?.(0);
  process.chdir(started);
  vi.unstubAllEnvs();
});

function program(path: string, words = '#!/bin/sh\n'): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, words);
  chmodSync(path, 0o755);
  return path;
}

function setUp(env: Record<string, string> = {}, platform: NodeJS.Platform = 'linux') {
  const workspace = temporaryDirectory('a workspace');
  const bin = join(workspace, 'bin');
  vi.stubEnv('PATH', bin);
  return { workspace, bin, place: { env, workspace, platform } satisfies JobEnvironment };
}

describe('candidates, none asked for', () => {
  it('are those of pythonLocation, then python3, python and py on PATH', async () => {
    const location = join(temporaryDirectory('location'), 'Python 3.12');
    program(join(location, 'bin/python'));
    const { bin, place } = setUp({ pythonLocation: location });
    const python3 = program(join(bin, 'python3'));
    const py = program(join(bin, 'py'));
    expect(await candidates(undefined, place)).toEqual([
      { label: `pythonLocation (${location}/bin/python3)`, path: undefined },
      { label: `pythonLocation (${location}/bin/python)`, path: `${location}/bin/python` },
      { label: 'python3', path: python3 },
      { label: 'python', path: undefined },
      { label: 'py', path: py },
    ]);
  });

  it.each([{}, { pythonLocation: '' }])('are those on PATH with %j', async (env) => {
    const labels = (await candidates(undefined, setUp(env).place)).map(({ label }) => label);
    expect(labels).toEqual(['python3', 'python', 'py']);
  });

  it('are absolute where PATH is not', async () => {
    const { workspace, bin, place } = setUp();
    program(join(bin, 'python3'));
    process.chdir(workspace);
    vi.stubEnv('PATH', 'bin');
    expect((await candidates(undefined, place))[0]).toEqual({ label: 'python3', path: join(bin, 'python3') });
  });

  it('of pythonLocation on Windows are python.exe', async () => {
    const { workspace, place } = setUp({ pythonLocation: 'C:\\Python' }, 'win32');
    process.chdir(workspace);
    writeFileSync('C:\\Python\\python.exe', '');
    expect((await candidates(undefined, place))[0]).toEqual({
      label: 'pythonLocation (C:\\Python\\python.exe)',
      path: 'C:\\Python\\python.exe',
    });
  });
});

describe('the candidate asked for', () => {
  it.each([
    ['a name', 'python3.12', 'bin/python3.12'],
    ['a name with a backslash, which is no separator', 'py\\thon', 'bin/py\\thon'],
    ['a path in the workspace', './my venv/bin/python', 'my venv/bin/python'],
    ['a path in the workspace, without a dot', 'venv/bin/python', 'venv/bin/python'],
    ['a path in the home directory', '~/venv/bin/python', 'home/venv/bin/python'],
  ])('is %s', async (_what, asked, relative) => {
    const { workspace, place } = setUp();
    program(join(workspace, relative));
    const env = { HOME: join(workspace, 'home') };
    expect(await candidates(asked, { ...place, env })).toEqual([{ label: asked, path: join(workspace, relative) }]);
  });

  it('is an absolute path', async () => {
    const path = program(join(temporaryDirectory('elsewhere'), ' p "1" ', 'python'));
    expect(await candidates(path, setUp().place)).toEqual([{ label: path, path }]);
  });

  it.each(['python3', './python3', '~/python3', '/nowhere/python3'])('is not there: %s', async (asked) => {
    expect(await candidates(asked, setUp().place)).toEqual([{ label: asked, path: undefined }]);
  });

  const LONG = `./${'x'.repeat(300)}/python`;
  it.each([
    ['in a directory that may not be searched', './closed/python'],
    ['below a file', './file/bin/python'],
    ['below a link that leads to itself', './loop/python'],
    ['a link that leads to itself', './loop'],
    ['with a name that is too long', LONG],
    ['with a path that is too long', `./${'xx/'.repeat(2000)}python`],
  ])('is not there: %s', async (_what, asked) => {
    const { workspace, place } = setUp();
    program(join(workspace, 'closed/python'));
    program(join(workspace, 'file'));
    symlinkSync('loop', join(workspace, 'loop'));
    chmodSync(join(workspace, 'closed'), 0o000);
    if (root) chownSync(workspace, NOBODY, NOBODY);
    if (root) process.seteuid?.(NOBODY);
    const found = await candidates(asked, place);
    const installed = await candidates(undefined, { ...place, env: { pythonLocation: join(workspace, asked) } });
    if (root) process.seteuid?.(0);
    chmodSync(join(workspace, 'closed'), 0o700);
    expect(found).toEqual([{ label: asked, path: undefined }]);
    expect(installed.map(({ path }) => path)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('is a name on PATH before it is a directory in the workspace', async () => {
    const { workspace, bin, place } = setUp();
    mkdirSync(join(workspace, 'python3'));
    const path = program(join(bin, 'python3'));
    expect(await candidates('python3', place)).toEqual([{ label: 'python3', path }]);
  });

  it('is not a file in the workspace that has the name', async () => {
    const { workspace, place } = setUp();
    program(join(workspace, 'python3'));
    expect(await candidates('python3', place)).toEqual([{ label: 'python3', path: undefined }]);
  });

  it.each([
    ['./.venv', 'bin/python3'],
    ['.venv/', 'bin/python'],
    ['.venv', 'bin/python'],
  ])('%s, a directory, is the interpreter in it: %s', async (asked, inside) => {
    const { workspace, place } = setUp();
    const path = program(join(workspace, '.venv', inside));
    expect(await candidates(asked, place)).toEqual([{ label: asked, path }]);
  });

  it('a directory without an interpreter is refused', async () => {
    const { workspace, place } = setUp();
    mkdirSync(join(workspace, '.venv/bin/python'), { recursive: true });
    await expect(candidates('.venv', place)).rejects.toMatchObject({
      name: 'Refusal',
      message:
        'Input "python-path": ".venv" is a directory, and none of these is a file in it: bin/python3, bin/python. ' +
        'Give the path of the interpreter itself.',
    });
  });

  it.each([
    ['.venv\\Scripts\\python', undefined, 'D:\\w\\.venv\\Scripts\\python.exe'],
    ['.venv/Scripts/python', '.COM;.EXE', 'D:\\w\\.venv\\Scripts\\python.exe'],
    ['C:\\py\\python.exe', '.COM;.EXE', 'C:\\py\\python.exe'],
    ['~\\py\\python3', '.BAT', 'C:\\Users\\a b\\py\\python3.bat'],
  ])('%s on Windows (PATHEXT %s) is %s', async (asked, PATHEXT, file) => {
    const { workspace } = setUp();
    process.chdir(workspace);
    writeFileSync(file, '');
    const env = { USERPROFILE: 'C:\\Users\\a b', HOME: '/h', PATHEXT };
    const found = await candidates(asked, { env, workspace: 'D:\\w', platform: 'win32' });
    expect(found).toEqual([{ label: asked, path: file }]);
  });

  it('is not there, on Windows', async () => {
    const found = await candidates('.\\python', { env: {}, workspace: 'D:\\w', platform: 'win32' });
    expect(found).toEqual([{ label: '.\\python', path: undefined }]);
  });

  it.each(['python.exe', 'Scripts\\python.exe'])('a directory on Windows is %s in it', async (inside) => {
    const { workspace } = setUp();
    process.chdir(workspace);
    mkdirSync('D:\\w\\.venv');
    const path = `D:\\w\\.venv\\${inside}`;
    const job = { env: {}, workspace: 'D:\\w', platform: 'win32' } as const;
    await expect(candidates('.venv', job)).rejects.toThrow('python.exe, Scripts\\python.exe');
    writeFileSync(path, '');
    for (const asked of ['.\\.venv', '.venv']) {
      expect(await candidates(asked, job)).toEqual([{ label: asked, path }]);
    }
  });
});

describe('resolveShim', () => {
  const signal = new AbortController().signal;
  const ask = (path: string, place: JobEnvironment, env: Record<string, string> = {}) =>
    resolveShim(path, place, { env: { PATH: started, ...env }, signal });

  it('is what the shim picks in the workspace, with nothing of PYTHONPATH', async () => {
    const { workspace, place } = setUp();
    const real = program(join(workspace, 'versions', 'py thon'));
    const shim = program(
      join(workspace, '.pyenv/shims/python3'),
      '#!/bin/sh\n[ "$1$2$4" = "-S-c" ] && [ -z "$PYTHONPATH" ] && [ "$KEPT" = yes ] && printf %s "$PWD/versions/py thon"\n',
    );
    expect(await ask(shim, place, { PYTHONPATH: workspace, KEPT: 'yes' })).toBe(real);
  });

  it.each([
    ['it fails', 'printf /bin/sh; exit 1'],
    ['it is ended', 'printf /bin/sh; kill -9 $$'],
    ['it prints nothing', 'exit 0'],
    ['it prints no absolute path', 'cd /; printf bin/sh'],
    ['it prints what is not there', 'printf /nowhere/python3'],
    ['it prints a directory', 'printf /'],
    ['it prints what is below a file', 'printf "$0/python3"'],
    ['it prints a name that is too long', `printf /${'x'.repeat(300)}`],
  ])('is the shim when %s', async (_what, words) => {
    const { workspace, place } = setUp();
    const shim = program(join(workspace, 'shims/python3'), `#!/bin/sh\n${words}\n`);
    process.chdir('/');
    expect(await ask(shim, place)).toBe(shim);
  });

  it('does not run what is no shim', async () => {
    const { workspace, place } = setUp();
    const path = program(join(workspace, 'shims/bin/python3'), '#!/bin/sh\nprintf /bin/sh\n');
    expect(await ask(path, place)).toBe(path);
  });
});
