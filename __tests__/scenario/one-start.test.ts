import { afterAll, describe, expect, it } from 'vitest';
import { type Fixture, fixture } from '../support/fixture.js';
import { countingInterpreter } from '../support/interpreter-scripts.js';
import { runMainStep, runPostStep } from '../support/on-failure.js';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const posix = process.platform !== 'win32';

/** An interpreter that counts its starts, in a fixture's interpreter's place. */
function counted(cache: Fixture) {
  const python = countingInterpreter(cache.python.command);
  return { python, given: { 'python-path': python.path } };
}

describe.runIf(posix)('the interpreter is started once', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['reset', {}, {}],
    ['reset', { mode: 'remove', package: 'pyyaml, alpha' }, {}],
    ['reset', { mode: 'remove', package: 'pyyaml', 'built-wheels-only': 'true' }, {}],
    ['nothing-to-do', { mode: 'remove', package: 'nosuch' }, {}],
    ['inspected', { mode: 'inspect' }, {}],
    ['dry-run', { 'dry-run': 'true' }, {}],
    ['skipped', { 'min-size': '1TB' }, {}],
    ['disabled', {}, { PIP_NO_CACHE_DIR: '1' }],
  ])('for outcome %s with %j %j', async (outcome, inputs, env) => {
    const cache = fixture();
    const { python, given } = counted(cache);
    const run = await cache.step({ ...inputs, ...given }, { env });
    expect(run.annotations).toEqual([]);
    expect(run.outputs.outcome).toBe(outcome);
    expect(python.starts()).toEqual([expect.stringContaining('run_pip.py')]);
  });

  it('for each step of on-failure', async () => {
    const cache = fixture();
    const { python, given } = counted(cache);
    const main = await runMainStep(cache, given);
    expect(python.starts()).toEqual([expect.stringContaining('run_pip.py')]);
    await runPostStep(cache, main);
    expect(python.starts()).toHaveLength(2);
    expect(cache.count().files).toBe(0);
  });
});
