import { getEventListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commandLineWord, type ProcessOptions, run } from '../../../src/pip/process.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const options = () => ({
  cwd: temporaryDirectory('cwd'),
  env: { PATH: process.env.PATH ?? '' },
  signal: new AbortController().signal,
});

/** Runs a program in JavaScript. */
function runNode(source: string, args: readonly string[] = [], given: ProcessOptions = options()) {
  return run(process.execPath, ['-e', source, '--', ...args], given);
}

const PRINTS = "console.log('out'); console.error('err'); process.exitCode = 3;";

describe('run', () => {
  it('gives a program its arguments untouched', async () => {
    const args = [
      '-m',
      '',
      ' a ',
      '"',
      '\\',
      'a\\',
      'a b\\',
      "it's",
      '--',
      '$HOME',
      '%PATH%',
      '^',
      '&',
      '*',
      '☃',
      'a\nb',
    ];
    const ended = await runNode('console.log(JSON.stringify(process.argv.slice(1)))', args);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout)).toEqual(args);
  });

  it('starts it in the directory and the environment given, and in no other', async () => {
    vi.stubEnv('NOT_GIVEN', 'this');
    const given = { ...options(), env: { ONLY: 'this' } };
    const ended = await runNode(
      'const { ONLY, NOT_GIVEN } = process.env; console.log(process.cwd(), ONLY, NOT_GIVEN)',
      [],
      given,
    );
    vi.unstubAllEnvs();
    expect(ended.stdout).toBe(`${given.cwd} this undefined\n`);
  });

  it('closes its input', async () => {
    const ended = await runNode("process.stdin.on('end', () => console.log('end')).resume()");
    expect(ended).toMatchObject({ code: 0, stdout: 'end\n' });
  });

  it('tells both streams, the exit code and the time it took', async () => {
    const ended = await runNode(PRINTS);
    expect(ended).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', milliseconds: expect.any(Number) });
    expect(ended.milliseconds).toBeGreaterThan(0);
  });

  it('prints nothing, and listens no longer', async () => {
    const printed: unknown[] = [];
    const streams = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(text) > 0),
    );
    const cancelled = new AbortController();
    await runNode(PRINTS, [], { ...options(), signal: cancelled.signal });
    for (const stream of streams) stream.mockRestore();
    expect(printed).toEqual([]);
    expect(getEventListeners(cancelled.signal, 'abort')).toEqual([]);
  });

  it.each([
    ['is not there', () => join(temporaryDirectory('nowhere'), 'at all', 'python3')],
    ['is a directory', () => temporaryDirectory('directory')],
  ])('says why a program that %s does not start', async (_what, path) => {
    const ended = await run(path(), ['-m'], options());
    expect(ended).toMatchObject({ code: null, stdout: '', stderr: '' });
    expect(ended.failedToStart).toMatch(/Unable to locate/);
  });

  it('says so when the directory to start it in is gone', async () => {
    const ended = await runNode('', [], { ...options(), cwd: join(temporaryDirectory('cwd'), 'nowhere') });
    expect(ended.failedToStart).toMatch(/nowhere/);
  });

  it('keeps 1 MiB of each stream, its beginning', async () => {
    const ended = await runNode(`
      process.stdout.write('first\\n' + 'x'.repeat(1200000));
      process.stderr.write('y'.repeat(1048576) + 'z');`);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toHaveLength(1_048_576);
    expect(ended.stdout.startsWith('first\nxxx')).toBe(true);
    expect(ended.stderr).toBe('y'.repeat(1_048_576));
  });

  it('ends a program that prints without end', async () => {
    const ended = await runNode(`
      const text = '0123456789'.repeat(1000);
      const print = () => process.stdout.write(text, print);
      print();`);
    expect(ended.code).toSatisfy((code) => code !== 0);
    expect(ended.stdout).toHaveLength(1_048_576);
  });

  it('starts nothing when the job is cancelled', async () => {
    const given = { ...options(), signal: AbortSignal.abort() };
    const ended = await runNode("require('node:fs').writeFileSync('ran', '')", [], given);
    expect(ended).toMatchObject({ code: null, stdout: '' });
    expect(ended).not.toHaveProperty('failedToStart');
    expect(existsSync(join(given.cwd, 'ran'))).toBe(false);
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
