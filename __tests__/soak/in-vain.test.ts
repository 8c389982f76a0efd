import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { syntheticResponses } from '../support/fill-cache.mjs';
import { entry, errorOf } from '../support/fixture.js';
import { startClosedGate } from '../support/gate.mjs';
import { startPackageIndex } from '../support/package-index.mjs';
import { cleanPipEnvironment, findPython, runPip } from '../support/python.mjs';
import { runAction } from '../support/runner.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

it('an install that takes longer than the wait is reported, keeps what it may use, and does not fail', async () => {
  const temp = temporaryDirectory('in-vain');
  const home = join(temp, 'home');
  const cacheDir = join(home, 'cache');
  const env = cleanPipEnvironment({ home, cacheDir });
  const python = await findPython();
  const gate = await startClosedGate();
  const index = await startPackageIndex({
    projects: [{ name: 'slow-to-build', versions: ['1.0'], kind: 'sdist', gate: gate.url }],
  });
  try {
    const source = ['--no-deps', '--index-url', index.url, '--trusted-host', index.trustedHost];
    const args = ['install', '--target', join(temp, 'target'), ...source, 'slow-to-build'];
    const installed = runPip(python, args, { env, cwd: join(temp, 'beside') });
    await gate.reached;
    syntheticResponses(cacheDir, 20);
    const before = countCache(cacheDir);
    const inputs = { 'python-path': python.command };
    const run = await runAction({ entry, home, temp, env, inputs, timeoutMs: 120_000 });
    expect(countCache(cacheDir)).toEqual(before);
    gate.open();
    expect(await installed).toMatchObject({ code: 0 });
    expect(run).toMatchObject({ code: 1, outputs: { outcome: 'incomplete', 'files-removed': '0' } });
    expect(errorOf(run)).toMatch(
      /Still at work on .+ after 60 s of waiting: pip install \(process \d+\)\. .+ Reset again when that has ended\./,
    );
    const report = JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'));
    expect(report).toMatchObject({ inUseBy: [{ command: 'install', process: expect.any(Number) }], endedFor: [] });
    expect(run.stdout.match(/^Waiting for pip install \(process \d+\): \d+ s so far\.$/gm)?.length).toBeGreaterThan(20);
  } finally {
    await index.close();
    await gate.close();
  }
});
