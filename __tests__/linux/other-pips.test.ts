import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { builtWheels, type Fixture, fixture } from '../support/fixture.js';
import { startClosedGate } from '../support/gate.mjs';
import { beforeCommands } from '../support/interpreter-scripts.js';
import { startPackageIndex } from '../support/package-index.mjs';
import { type Finished, runPip } from '../support/python.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(removeTemporaryDirectories);

const BUILT = 'slow_to_build-1.0-py3-none-any.whl';

/** Returns an install whose build waits at a closed gate. */
async function heldInstall({ python, home, env }: Fixture, changes: Record<string, string> = {}) {
  const gate = await startClosedGate();
  const index = await startPackageIndex({
    projects: [
      { name: 'ready-made', versions: ['1.0'] },
      { name: 'slow-to-build', versions: ['1.0'], kind: 'sdist', gate: gate.url },
    ],
  });
  servers.push(gate, index);
  const source = ['--no-deps', '--index-url', index.url, '--trusted-host', index.trustedHost];
  const args = ['install', '--target', join(home, 'installed'), ...source, 'ready-made', 'slow-to-build'];
  const options = { env: { ...(env as Record<string, string>), ...changes }, cwd: join(home, 'beside') };
  return { gate, start: () => runPip(python, args, options) };
}

describe('an install that builds a wheel when the reset starts', () => {
  it.each([
    { mode: 'purge', package: '', kept: false },
    { mode: 'remove', package: 'scikit-learn', kept: true },
  ])('is waited for, and does not fail: $mode', async ({ kept, ...inputs }) => {
    const beside = fixture();
    const { gate, start } = await heldInstall(beside);
    const installed = start();
    await gate.reached;
    const before = beside.count();
    const filesWhileWaiting: number[] = [];
    const run = await beside.step(inputs, {
      onLine: (line) => {
        if (!line.startsWith('Waiting for pip install (process ')) return;
        filesWhileWaiting.push(beside.count().files);
        gate.open();
      },
    });
    expect(await installed).toMatchObject({ code: 0 });
    expect(filesWhileWaiting[0]).toBe(before.files);
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'reset' } });
    expect(run.stdout).toMatch(/^At work on this cache: pip install \(process \d+\)\. .+ waiting for its end\.$/m);
    const wheels = builtWheels(beside.cacheDir);
    expect(wheels.includes(BUILT)).toBe(kept);
    expect(wheels).not.toContain('scikit_learn-1.5.0-py3-none-any.whl');
  });
});

describe('an install that starts while pip purges', () => {
  it('ends that purge and does not fail; then the step deletes the rest', async () => {
    const beside = fixture();
    const before = beside.count();
    const { gate, start } = await heldInstall(beside);
    const pidFile = join(beside.home, 'pid');
    // A purge that never ends by itself.
    const stopping =
      'if command == "cache purge":\n    open(os.environ["PID_FILE"], "w").write(str(os.getpid()))\n    ';
    const env = { ...beforeCommands(`${stopping}os.kill(os.getpid(), signal.SIGSTOP)`), PID_FILE: pidFile };
    let installed: Promise<Finished> | undefined;
    const run = await beside.step(
      {},
      {
        env,
        onLine: (line) => {
          if (line.startsWith('pip cache purge: ')) installed ??= start();
          if (line.startsWith('Waiting for pip install (process ')) gate.open();
        },
      },
    );
    expect(await installed).toMatchObject({ code: 0 });
    expect(run.stdout).toMatch(/^pip cache purge was ended, since pip install \(process \d+\) has begun\.$/m);
    const report = JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'));
    expect(report).toMatchObject({ inUseBy: [], endedFor: [{ command: 'install', process: expect.any(Number) }] });
    expect(run.summary).toMatch(/cache purge<\/code> was ended, since pip install \(process \d+\) had begun\./);
    expect(() => process.kill(Number(readFileSync(pidFile, 'utf8')), 0)).toThrow('ESRCH');
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'reset', 'files-removed': String(before.files) } });
    expect(builtWheels(beside.cacheDir)).toEqual([BUILT]);
  });
});

describe('an install that does not use this cache', () => {
  it.each([
    { name: 'it uses another', changes: () => ({ PIP_CACHE_DIR: temporaryDirectory('another') }) },
    { name: 'it uses none', changes: () => ({ PIP_NO_CACHE_DIR: '1' }) },
  ])('is not waited for: $name', async ({ changes }) => {
    const beside = fixture();
    const { gate, start } = await heldInstall(beside, changes());
    const installed = start();
    await gate.reached;
    const run = await beside.step({});
    gate.open();
    expect(await installed).toMatchObject({ code: 0 });
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'reset', 'files-after': '0' } });
    expect(run.stdout).not.toContain('At work on this cache');
  });
});
