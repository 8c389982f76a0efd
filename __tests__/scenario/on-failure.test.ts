import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { builtWheels, errorOf, type Fixture, fixture } from '../support/fixture.js';
import { beforeCommands, countingInterpreter, ONE_BY_ONE } from '../support/interpreter-scripts.js';
import { runMainStep, runPostStep } from '../support/on-failure.js';
import type { RunOptions, RunResult } from '../support/runner.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { IN_VENV, virtualEnvironment } from '../support/virtual-environment.js';

afterAll(removeTemporaryDirectories);

const NOTE = 'This was done at the end of the job, since the job failed.';

/** Returns the only annotation, a warning, of a step that succeeded and set neither outputs nor state. */
function warningOf(run: RunResult): string {
  expect(run).toMatchObject({ code: 0, outputs: {}, state: {} });
  expect(run.annotations.map(({ level }) => level)).toEqual(['warning']);
  return run.annotations[0]?.message ?? '';
}

/** Runs a post step that must delete nothing and explain why in one warning. */
async function refused(cache: Fixture, main: Pick<RunResult, 'state'>, options: Partial<RunOptions> = {}) {
  const before = cache.count();
  const run = await runPostStep(cache, main, options);
  expect(cache.count()).toEqual(before);
  expect(run.summary).toBe('');
  return warningOf(run);
}

describe('the main step of on-failure', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'If the job fails, this goes from <cache> at its end: everything that pip cached. Nothing is deleted now.'],
    [
      { mode: 'remove', package: 'scikit-learn, numpy==1.2' },
      'If the job fails, this goes from <cache> at its end: all of scikit-learn, numpy==1.2. Nothing is deleted now.',
    ],
    [
      { mode: 'remove', package: 'numpy', 'built-wheels-only': 'true' },
      'If the job fails, this goes from <cache> at its end: locally built wheels of numpy. Nothing is deleted now.',
    ],
    [{ mode: 'inspect' }, 'If the job fails, its summary tells at its end what <cache> holds. Nothing is deleted.'],
    [
      { 'min-size': '2GB', 'dry-run': 'true' },
      'If the job fails with at least 2 GB in the cache, this would go from <cache> at its end: ' +
        'everything that pip cached. Nothing is deleted in a dry run.',
    ],
  ])('with %j deletes nothing, and announces what will be removed and when', async (inputs, line) => {
    const cache = fixture();
    const before = cache.count();
    const run = await runMainStep(cache, inputs);
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: {}, summary: '' });
    expect(run.log).toContain(line.replace('<cache>', cache.cacheDir));
    expect(run.groups.map(({ title }) => title)).toEqual([expect.stringMatching(/ -m pip cache dir \(/)]);
    expect(run.groups[0]?.lines).toContain(cache.cacheDir);
    expect(cache.count()).toEqual(before);
  });

  it('saves the inputs as written, the interpreter, and the cache directory', async () => {
    const cache = fixture();
    const { state } = await runMainStep(cache, { 'min-size': ' 1 kB ', 'expect-cache-dir': cache.cacheDir });
    expect(Object.keys(state)).toEqual(['registration']);
    expect(JSON.parse(state.registration ?? '')).toEqual({
      version: 1,
      inputs: {
        'python-path': cache.python.command,
        mode: '',
        package: '',
        'built-wheels-only': '',
        'dry-run': '',
        'min-size': '1 kB',
        'expect-cache-dir': cache.cacheDir,
        summary: '',
      },
      interpreter: cache.python.command,
      cacheDirectory: cache.cacheDir,
    });
  });

  it.runIf(process.platform !== 'win32')('runs pip cache dir, and nothing that takes longer', async () => {
    const cache = fixture();
    const python = countingInterpreter(cache.python.command, ONE_BY_ONE);
    const run = await runMainStep(cache, { 'python-path': python.path });
    expect(run.code).toBe(0);
    expect(python.starts().slice(1)).toEqual(['-m pip cache dir']);
  });

  it.each<[string, Record<string, string>, (cache: Fixture) => Record<string, string>, string]>([
    ['an input', { mode: 'clean' }, () => ({}), 'Input "mode": "clean" is unknown. Allowed: purge, remove, inspect.'],
    ['the interpreter', { 'python-path': 'no-such-python' }, () => ({}), 'no-such-python (not on PATH)'],
    ['the cache directory', { 'expect-cache-dir': '/elsewhere' }, () => ({}), 'not "/elsewhere"'],
    ['the home directory as a cache', {}, ({ home }) => ({ PIP_CACHE_DIR: home }), 'the home directory'],
    ["pip's configuration", {}, () => ({ PIP_TIMEOUT: 'abc' }), 'abc'],
  ])('refuses %s as the action does, and registers nothing', async (_what, inputs, env, message) => {
    const cache = fixture();
    const before = cache.count();
    const run = await runMainStep(cache, inputs, { env: env(cache) });
    expect(run).toMatchObject({ code: 1, outputs: {}, state: {}, summary: '' });
    const step = await cache.step(inputs, { env: env(cache) });
    expect(errorOf(run)).toBe(errorOf(step));
    expect(errorOf(run)).toContain(message);
    // The runner also starts the post step if the main step failed.
    const post = await runPostStep(cache, run);
    expect(post).toMatchObject({ code: 0, annotations: [], outputs: {}, summary: '' });
    expect(post.log).toEqual(['Nothing to do: the step that should have registered this reset did not register one.']);
    expect(cache.count()).toEqual(before);
  });

  it.each<[string, Record<string, string>, (home: string) => Record<string, string>, RegExp]>([
    ['there is no file for it', {}, (home) => ({ GITHUB_STATE: join(home, 'no', 'file') }), /ENOENT/],
    ['there is no runner', {}, () => ({ GITHUB_STATE: '' }), /there is no GITHUB_STATE/],
    [
      'it is too long for a variable',
      { mode: 'remove', package: Array.from({ length: 4000 }, (_none, index) => `name-${index}`).join('\n') },
      () => ({}),
      /\d{5} characters are too many/,
    ],
  ])('warns when the state can not be saved, because %s', async (_what, inputs, env, why) => {
    const cache = fixture();
    const warning = warningOf(await runMainStep(cache, inputs, { env: env(cache.home) }));
    expect(warning).toMatch(/^Nothing will be reset when the job fails, since it could not be remembered: ./);
    expect(warning).toMatch(why);
  });
});

describe('the post step of on-failure', () => {
  it('resets the cache as the action does, sets no outputs, and says when it ran', async () => {
    const cache = fixture();
    const before = cache.count();
    const run = await runPostStep(cache, await runMainStep(cache));
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: {}, state: {} });
    expect(cache.count().files).toBe(0);
    expect(existsSync(join(cache.cacheDir, 'http-v2'))).toBe(false);
    expect(run.groups.map(({ title }) => / -m pip cache (\w+) \(/.exec(title)?.[1])).toEqual([
      'dir',
      'info',
      'purge',
      'info',
    ]);
    expect(run.log).toContain(NOTE);
    expect(run.summary).toContain(`<p>${NOTE}</p>`);
    const path = run.log.flatMap((line) => /^Report: (.+)$/.exec(line)?.[1] ?? [])[0] ?? '';
    expect(dirname(path)).toBe(run.runnerTemp);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      outcome: 'reset',
      total: { removed: { files: before.files, bytes: before.bytes, directories: before.directories } },
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a dry run', { 'dry-run': 'true' }, 'Dry run: '],
    ['a cache below the threshold', { 'min-size': '1TB' }, "pip's cache is below the threshold, and stays"],
    ['nothing that matches', { mode: 'remove', package: 'numpy' }, "Nothing to remove from pip's cache"],
  ])('deletes nothing after %s', async (_what, inputs, headline) => {
    const cache = fixture();
    const main = await runMainStep(cache, inputs);
    const before = cache.count();
    const run = await runPostStep(cache, main);
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: {} });
    expect(run.log.some((line) => line.startsWith(headline))).toBe(true);
    expect(run.summary).toContain(NOTE);
    expect(cache.count()).toEqual(before);
  });

  it('uses the inputs of the main step, not their new values', async () => {
    const cache = fixture();
    const main = await runMainStep(cache, { mode: 'remove', package: 'scikit-learn', summary: 'false' });
    const before = builtWheels(cache.cacheDir);
    const inputs = { mode: 'purge', package: '', summary: 'true', 'python-path': 'no-such-python' };
    const run = await runPostStep(cache, main, { inputs });
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: {}, summary: '' });
    expect(builtWheels(cache.cacheDir)).toEqual(before.filter((name) => !name.startsWith('scikit_learn')));
  });

  it('uses the interpreter that the main step found, not the one that PATH now leads to', async () => {
    const cache = fixture();
    const [earlier, later] = ['earlier', 'later'].map((name) =>
      virtualEnvironment(cache.python.command, join(temporaryDirectory(name), 'venv')),
    ) as [string, string];
    const path = (python: string) => ({ PATH: `${dirname(python)}${delimiter}${process.env.PATH}` });
    const main = await runMainStep(cache, { 'python-path': '' }, { env: path(earlier) });
    const run = await runPostStep(cache, main, { env: { ...path(later), pythonLocation: dirname(dirname(later)) } });
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.stdout).toContain(dirname(earlier));
    expect(run.stdout).not.toContain(dirname(later));
    expect(cache.count().files).toBe(0);
  });

  it('deletes nothing when pip now reports another directory', async () => {
    const cache = fixture();
    const other = fixture();
    const before = other.count();
    const main = await runMainStep(cache);
    const warning = await refused(cache, main, { env: { PIP_CACHE_DIR: other.cacheDir } });
    expect(warning).toContain(
      `pip's cache directory is "${other.cacheDir}" now; when this was registered, it was "${cache.cacheDir}". ` +
        'Nothing was deleted.',
    );
    expect(other.count()).toEqual(before);
  });

  it('checks the guards again: deletes nothing if the cache directory is now the workspace', async () => {
    const cache = fixture();
    const before = cache.count();
    const main = await runMainStep(cache);
    expect(await refused(cache, main, { env: { GITHUB_WORKSPACE: cache.cacheDir } })).toContain(
      ', which is the workspace.',
    );
    expect(cache.count()).toEqual(before);
  });

  it('deletes nothing when the cache was disabled at first, and is enabled now', async () => {
    const cache = fixture();
    const main = await runMainStep(cache, {}, { env: { PIP_NO_CACHE_DIR: '1' } });
    expect(await refused(cache, main)).toContain(
      'when this was registered, the cache was turned off. Nothing was deleted.',
    );
  });

  it.each([
    ['in both steps', { PIP_NO_CACHE_DIR: '1' }, 'Nothing is deleted now, nor when the job fails.'],
    ['only in the post step', {}, 'Nothing is deleted now.'],
  ])('deletes nothing, and says so, when the cache is disabled %s', async (_when, env, ending) => {
    const cache = fixture();
    const before = cache.count();
    const main = await runMainStep(cache, {}, { env });
    expect(main).toMatchObject({ code: 0, annotations: [] });
    expect(main.log.some((line) => line.endsWith(ending))).toBe(true);
    const run = await runPostStep(cache, main, { env: { PIP_NO_CACHE_DIR: '1' } });
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: {} });
    expect(run.summary).toContain('cache is turned off');
    expect(cache.count()).toEqual(before);
  });

  it('warns when the interpreter has vanished', async () => {
    const cache = fixture();
    const venv = join(temporaryDirectory('venv'), 'venv');
    const python = virtualEnvironment(cache.python.command, venv);
    const main = await runMainStep(cache, { 'python-path': python });
    expect(main.code).toBe(0);
    rmSync(venv, { recursive: true });
    expect(await refused(cache, main)).toBe(
      `The interpreter ${JSON.stringify(join(venv, IN_VENV))}, found when this was registered, ` +
        'does not run any more (no such file). Nothing was deleted.',
    );
  });

  it("warns, with pip's message, when pip now fails", async () => {
    const cache = fixture();
    const main = await runMainStep(cache);
    expect(await refused(cache, main, { env: { PIP_TIMEOUT: 'abc' } })).toMatch(
      /pip cache dir" ended with exit code \d/,
    );
  });

  it.each(['no JSON', '{}', '[]', '{"version":2}', '::error::x'])(
    'warns when the state is %j',
    async (registration) => {
      const warning = await refused(fixture(), { state: { registration } });
      expect(warning).toMatch(/^What was remembered for the end of the job can't be read: /);
    },
  );

  it('warns when the state has an invalid input', async () => {
    const cache = fixture();
    const { state } = await runMainStep(cache);
    const registration = (state.registration ?? '').replace('"mode":""', '"mode":"everything"');
    expect(await refused(cache, { state: { registration } })).toContain('Input "mode": "everything" is unknown.');
  });

  it('resets when RUNNER_TEMP no longer exists', async () => {
    const cache = fixture();
    const main = await runMainStep(cache);
    const run = await runPostStep(cache, main, { env: { RUNNER_TEMP: join(cache.home, 'gone') } });
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: {} });
    rmSync(/^Report: (.+)$/m.exec(run.stdout)?.[1] ?? '');
    expect(cache.count().files).toBe(0);
  });

  it('warns when there is no directory in which pip can be run', async () => {
    const cache = fixture();
    const main = await runMainStep(cache);
    const gone = join(cache.home, 'gone');
    const env = { RUNNER_TEMP: gone, TMPDIR: gone, TMP: gone, TEMP: gone };
    expect(await refused(cache, main, { env })).toContain("pip can't be run in an empty directory");
  });
});

describe('two registrations', () => {
  it('of one cache: both are done in turn, and the second finds nothing', async () => {
    const cache = fixture();
    const mains = [await runMainStep(cache), await runMainStep(cache)];
    const runs: RunResult[] = [];
    for (const main of mains.reverse()) runs.push(await runPostStep(cache, main));
    for (const run of runs) expect(run).toMatchObject({ code: 0, annotations: [], outputs: {} });
    expect(runs.map(({ summary }) => /<h3>(.*)<\/h3>/.exec(summary)?.[1])).toEqual([
      expect.stringMatching(/^Freed /),
      'pip&#39;s cache is already empty',
    ]);
  });

  it('of two caches: each resets only its own', async () => {
    const [one, other] = [fixture(), fixture()];
    const mains = [await runMainStep(one), await runMainStep(other, { mode: 'remove', package: 'pyyaml' })] as const;
    const before = countCache(one.cacheDir);
    const last = await runPostStep(other, mains[1]);
    expect(countCache(one.cacheDir)).toEqual(before);
    const first = await runPostStep(one, mains[0]);
    for (const run of [last, first]) expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(one.count().files).toBe(0);
    expect(builtWheels(other.cacheDir).filter((name) => name.startsWith('PyYAML'))).toEqual([]);
    expect(builtWheels(other.cacheDir)).not.toEqual([]);
  });
});

describe.runIf(process.platform !== 'win32')('a job that is cancelled', () => {
  /** Returns an environment in which one command of pip never ends. */
  const holding = (command: string) =>
    beforeCommands(`if command == "cache ${command}":\n    os.kill(os.getpid(), signal.SIGSTOP)`);

  it.each([
    ['dir', 'The job was cancelled. Nothing was deleted.'],
    ['purge', 'The job was cancelled midway. Nothing removed from '],
  ])('while the post step runs pip cache %s: a warning', async (command, sentence) => {
    const cache = fixture();
    const main = await runMainStep(cache);
    const before = cache.count();
    const run = await runPostStep(cache, main, {
      env: holding(command),
      onLine(line, child) {
        if (new RegExp(`cache ${command}: \\d+ s so far`).test(line)) child.kill('SIGINT');
      },
    });
    expect(warningOf(run)).toContain(sentence);
    expect(cache.count()).toEqual(before);
  });

  it('while the main step runs pip cache dir: an error, and nothing is registered', async () => {
    const cache = fixture();
    const run = await runMainStep(
      cache,
      {},
      {
        env: holding('dir'),
        onLine: (line, child) => line.startsWith('Waiting for pip cache dir') && child.kill('SIGTERM'),
      },
    );
    expect(run).toMatchObject({ code: 1, state: {}, outputs: {} });
    expect(errorOf(run)).toBe('The job was cancelled. Nothing was deleted.');
  });
});
