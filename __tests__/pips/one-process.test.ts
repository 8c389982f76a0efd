import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { pipEnvironment } from '../../src/pip/environment.js';
import { type Pip, type PipRun, pipOf } from '../../src/pip/pip.js';
import { startSession } from '../../src/pip/python-session.js';
import { changed } from '../support/environment.mjs';
import { fingerprint } from '../support/fingerprint.mjs';
import { cleanPipEnvironment } from '../support/python.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

// Each as one would type it behind `python -m pip`, one after the other on the same cache.
const COMMANDS = [
  'cache dir',
  'cache info',
  'config list',
  'cache list',
  'cache remove PyYAML',
  'cache remove nosuch',
  'cache nosuch',
  'cache',
  'cache purge',
  'cache purge',
  'cache info',
  'nosuch',
  '--version',
].map((command) => command.split(' '));

const SETTINGS: [string, Record<string, string>][] = [
  ['with verbose output and colours', { PIP_VERBOSE: '1', FORCE_COLOR: '1' }],
  ['with a quiet pip', { PIP_QUIET: '2' }],
  ['with the cache turned off', { PIP_NO_CACHE_DIR: '1' }],
  ['with a setting that it does not understand', { PIP_TIMEOUT: 'abc' }],
];

const pips = inject('pips');
const cases = [
  ...pips.map((python) => ({ python, what: 'without settings', settings: {} })),
  ...SETTINGS.flatMap(([what, settings]) =>
    [pips[0], pips.find(({ pipVersion }) => pipVersion === '24.0'), pips.at(-2)].flatMap((python) =>
      python ? [{ python, what, settings }] : [],
    ),
  ),
];

describe.concurrent('one process for all commands', () => {
  it.each(cases)('gives what many give: pip $python.pipVersion $what', async ({ python, settings }) => {
    const home = temporaryDirectory('one-process');
    const cacheDir = join(home, 'cache');
    const env = pipEnvironment({ ...cleanPipEnvironment({ home, cacheDir }), ...settings }, home);
    const options = { cwd: home, env: changed({}, env), signal: new AbortController().signal };
    const debugged: string[] = [];

    const ran = async (pip: Pip) => {
      rmSync(cacheDir, { recursive: true, force: true });
      cpSync(inject('everyPipsCache'), cacheDir, { recursive: true, preserveTimestamps: true });
      const runs: (Pick<PipRun, 'code' | 'stdout' | 'stderr' | 'command'> & { left: string[] })[] = [];
      for (const args of COMMANDS) {
        const { code, stdout, stderr, command } = await pip.run(args);
        runs.push({ command, code, stdout, stderr, left: fingerprint(cacheDir, []) });
      }
      await pip.close();
      return runs;
    };

    const session = await startSession(python.command, { ...options, debug: (message) => debugged.push(message) });
    const inOne = await ran(pipOf(python.command, { ...options, session }));
    const separately = await ran(pipOf(python.command, options));
    expect(inOne).toEqual(separately);
    expect(debugged).toEqual([]);
    expect(inOne).toHaveLength(COMMANDS.length);
  });
});
