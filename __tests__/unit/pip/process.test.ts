import { getEventListeners } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { pipOf } from '../../../src/pip/pip.js';
import { commandLineWord, run } from '../../../src/pip/process.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const signal = new AbortController().signal;
const options = () => ({ cwd: temporaryDirectory('cwd'), env: { PATH: process.env.PATH ?? '' }, signal });

function program(name: string, words: string): string {
  const path = join(temporaryDirectory('program'), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${words}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('run', () => {
  it.each([
    'python3',
    'with a space/python',
    'two  spaces/py thon',
    ' first and last ',
    'tab\tand\ttab\t',
    '"quoted"',
    'one " quote',
    "it's",
    '"',
    'back\\slash',
    'back\\"slash and quote',
    'ends in a backslash\\',
    'ends in two, and a space \\\\ ',
    '$HOME;`id`&*?[a]|<>%PATH%',
    'ünïcode ☃',
    '-dash',
  ])('starts a program called %j, with its arguments untouched', async (name) => {
    const path = program(name, 'printf \'%s\\0\' "$0" "$@"');
    const args = ['-m', '', ' a ', '"', '\\', 'a\\', '--', '$HOME', '*', '☃', 'a\nb'];
    const ended = await run(path, args, options());
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout.split('\0')).toEqual([path, ...args, '']);
  });

  it('starts it in the directory and the environment given, and in no other', async () => {
    const given = options();
    const ended = await run(program('p', 'pwd; env'), [], { ...given, env: { ONLY: 'this' } });
    const [directory, ...variables] = ended.stdout.trimEnd().split('\n');
    expect(directory).toBe(given.cwd);
    expect(variables.filter((line) => !/^(PWD|OLDPWD|_|SHLVL)=/.test(line))).toEqual(['ONLY=this']);
  });

  it('closes its input', async () => {
    expect(await run(program('p', 'cat; echo end'), ['-'], options())).toMatchObject({ code: 0, stdout: 'end\n' });
  });

  it('tells both streams, the exit code and the time it took', async () => {
    const ended = await run(program('p', 'echo out; echo err >&2; exit 3'), [], options());
    expect(ended).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', milliseconds: expect.any(Number) });
    expect(ended.milliseconds).toBeGreaterThan(0);
  });

  it('prints nothing, and listens no longer', async () => {
    const printed: unknown[] = [];
    const streams = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(text) > 0),
    );
    const cancelled = new AbortController();
    await run(program('p', 'echo out; echo err >&2'), [], { ...options(), signal: cancelled.signal });
    for (const stream of streams) stream.mockRestore();
    expect(printed).toEqual([]);
    expect(getEventListeners(cancelled.signal, 'abort')).toEqual([]);
  });

  it('tells a signal by an exit code of null', async () => {
    const ended = await run(program('p', 'echo out; kill -KILL $$'), [], options());
    expect(ended).toMatchObject({ code: null, stdout: 'out\n' });
    expect(ended).not.toHaveProperty('failedToStart');
  });

  it.each([
    ['is not there', () => '/nowhere/at all/python3', /Unable to locate/],
    [
      'is not executable',
      () => {
        const path = program('p', '');
        chmodSync(path, 0o644);
        return path;
      },
      /Unable to locate/,
    ],
    ['is a directory', () => temporaryDirectory('directory'), /Unable to locate/],
    [
      'has an interpreter that is not there',
      () => {
        const path = program('p', '');
        writeFileSync(path, '#!/nowhere/at all\n');
        return path;
      },
      /ENOENT/,
    ],
  ])('says why a program that %s does not start', async (_what, path, why) => {
    const ended = await run(path(), ['-m'], options());
    expect(ended).toMatchObject({ code: null, stdout: '', stderr: '' });
    expect(ended.failedToStart).toMatch(why);
  });

  it('says so when the directory to start it in is gone', async () => {
    const ended = await run(program('p', ''), [], { ...options(), cwd: '/nowhere' });
    expect(ended.failedToStart).toMatch(/\/nowhere/);
  });

  it('keeps 1 MiB of each stream, its beginning', async () => {
    const words =
      'echo first; head -c 1200000 /dev/zero | tr "\\0" x; head -c 1048576 /dev/zero | tr "\\0" y >&2; echo z >&2';
    const ended = await run(program('p', words), [], options());
    expect(ended.code).toBe(0);
    expect(ended.stdout).toHaveLength(1_048_576);
    expect(ended.stdout.startsWith('first\nxxx')).toBe(true);
    expect(ended.stderr).toBe('y'.repeat(1_048_576));
  });

  it('ends a program that prints without end', async () => {
    const ended = await run(program('p', 'exec yes 0123456789'), [], options());
    expect(ended.code).toBeNull();
    expect(ended.stdout).toHaveLength(1_048_576);
  });

  it('does not wait long for a grandchild that holds the streams', async () => {
    const ended = await run(program('p', 'sleep 60 & echo $!'), [], options());
    process.kill(Number(ended.stdout), 'SIGKILL');
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.milliseconds).toBeLessThan(5000);
  });

  it('starts nothing when the job is cancelled', async () => {
    const ended = await run(program('p', 'echo out'), [], { ...options(), signal: AbortSignal.abort() });
    expect(ended).toMatchObject({ code: null, stdout: '' });
    expect(ended).not.toHaveProperty('failedToStart');
  });
});

describe('commandLineWord', () => {
  it.each([
    ['', ''],
    ['-m', '-m'],
    ['a b', 'a" "b'],
    ['a"b', 'a"\\""b'],
    ['a\\', 'a\\'],
  ])('of %j is %j', (word, quoted) => {
    expect(commandLineWord(word)).toBe(quoted);
  });
});

describe('pipOf', () => {
  it("runs the interpreter's own pip, and says the command as one would type it", async () => {
    const path = program('my python', 'printf \'%s,\' "$@"');
    const ended = await pipOf(path, options()).run(['cache', 'remove', '--', '[Aa]*']);
    expect(ended).toMatchObject({
      args: ['cache', 'remove', '--', '[Aa]*'],
      stdout: '-m,pip,cache,remove,--,[Aa]*,',
      command: `"${path}" -m pip cache remove -- "[Aa]*"`,
    });
    const plain = program('python3', '');
    expect(await pipOf(plain, options()).run(['cache', 'dir'])).toMatchObject({
      command: `${plain} -m pip cache dir`,
    });
    expect(pipOf(plain, options()).interpreter).toBe(plain);
  });

  it.each([
    ['echo 24.0', '24.0'],
    ['echo noise; echo 26.3.dev0', '26.3.dev0'],
    ['echo "No module named pip" >&2; exit 1', undefined],
    ['echo 24.0; exit 3', undefined],
    ['echo nonsense', undefined],
  ])('asks for the version: %s', async (words, version) => {
    expect(await pipOf(program('python3', words), options()).version()).toBe(version);
  });
});
