// Needs shell scripts and signals.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pipOf } from '../../../src/pip/pip.js';
import { run } from '../../../src/pip/process.js';
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

  it('tells a signal by an exit code of null', async () => {
    const ended = await run(program('p', 'echo out; kill -KILL $$'), [], options());
    expect(ended).toMatchObject({ code: null, stdout: 'out\n' });
    expect(ended).not.toHaveProperty('failedToStart');
  });

  it.each([
    [
      'is not executable',
      () => {
        const path = program('p', '');
        chmodSync(path, 0o644);
        return path;
      },
      /Unable to locate/,
    ],
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

  it('does not wait long for a grandchild that holds the streams', async () => {
    const ended = await run(program('p', 'sleep 60 & echo $!'), [], options());
    process.kill(Number(ended.stdout), 'SIGKILL');
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.milliseconds).toBeLessThan(5000);
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
