// Needs POSIX: sh, bash, and signals.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startBusyProcesses } from '../../../scripts/lib/bench/busy-processes.mjs';
import { purgeByHand } from '../../../scripts/lib/bench/by-hand.mjs';
import { costOfTiming, hasBash, timedCommand } from '../../../scripts/lib/bench/cpu-time.mjs';
import { interpreterStarts } from '../../../scripts/lib/bench/interpreter-starts.mjs';
import { minimalEnvironment } from '../../support/environment.mjs';
import { runProcess } from '../../support/run-process.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const limits = { cwd: '/', timeoutMs: 30_000, measureMemory: false, onLine: undefined };

function environment() {
  return minimalEnvironment(temporaryDirectory('home'));
}

function executable(path: string, script: string): string {
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

describe('timedCommand', () => {
  const CPU_MS = 200;
  const work = `const before = process.cpuUsage();
    while (process.cpuUsage(before).user < ${1000 * CPU_MS}) for (let count = 0; count < 1e6; count++);`;

  async function run(command: [string, ...string[]], options: { bash?: boolean } = {}) {
    const timed = timedCommand(command, { script: join(temporaryDirectory("time's"), 'script'), ...options });
    const finished = await runProcess(timed.program, timed.args, { ...limits, env: environment() });
    return { finished, sample: timed.sample(finished.durationMs) };
  }

  it('measures the CPU time of descendants, and leaves streams and exit code alone', async () => {
    const script = `echo "it's $1"; echo error >&2; "$2" -e "$3"; exit 7`;
    const { finished, sample } = await run(['sh', '-c', script, 'sh', 'out', process.execPath, work]);
    expect(finished).toMatchObject({ code: 7, stdout: "it's out\n", stderr: 'error\n' });
    expect(sample.cpu).toBeGreaterThanOrEqual(CPU_MS);
    expect(sample.wall).toBeGreaterThanOrEqual(CPU_MS);
    expect(sample.wall).toBeLessThanOrEqual(finished.durationMs);
  });

  it('measures each run by itself', async () => {
    const folder = temporaryDirectory('time');
    const once = `if [ -e ran ]; then exit 0; fi; touch ran; "$0" -e "$1"`;
    const timed = timedCommand(['sh', '-c', once, process.execPath, work], { script: join(folder, 'script') });
    const cpu = [];
    for (let count = 0; count < 2; count++) {
      const options = { ...limits, cwd: folder, env: environment() };
      const { durationMs } = await runProcess(timed.program, timed.args, options);
      cpu.push(timed.sample(durationMs).cpu);
    }
    expect(cpu[0]).toBeGreaterThanOrEqual(CPU_MS);
    expect(cpu[1]).toBeLessThan(CPU_MS);
    expect(() => timed.sample(0)).toThrow('ENOENT');
  });

  it('has only the wall time, and a command of its own, without bash', async () => {
    const { finished, sample } = await run(['sh', '-c', 'exit 3'], { bash: false });
    expect(finished.code).toBe(3);
    expect(sample).toEqual({ wall: finished.durationMs, cpu: undefined });
    expect(hasBash(join(temporaryDirectory('none'), 'bash'))).toBe(false);
  });
});

describe('costOfTiming', () => {
  it('is that of a shell', async () => {
    const cost = await costOfTiming(join(temporaryDirectory('time'), 'script'), limits);
    expect(cost?.wall).toBeGreaterThanOrEqual(0);
    expect(cost?.cpu).toBeLessThan(200);
  });
});

describe('interpreterStarts', () => {
  it('are counted by whatever path Node starts an interpreter, and only when it does start', async () => {
    const folder = temporaryDirectory('starts');
    const python = executable(join(folder, 'python3.12'), 'exit 0');
    const other = executable(join(folder, 'other'), 'exit 0');
    const entry = join(folder, 'entry.mjs');
    const source = `
      import { execFile, spawn } from 'node:child_process';
      spawn(${JSON.stringify(python)}, ['-m', 'pip']);
      spawn(${JSON.stringify(other)}, ['python']);
      spawn('/nowhere/python').on('error', () => execFile('python3.12', ['-c', '1\\n2']));`;
    writeFileSync(entry, source);
    const list = join(folder, 'list');
    const starts = await interpreterStarts(list, async (variables) => {
      const env = { ...environment(), PATH: `${folder}${delimiter}${process.env.PATH}`, ...variables };
      expect(await runProcess(process.execPath, [entry], { ...limits, env })).toMatchObject({ code: 0, stderr: '' });
    });
    expect(starts).toEqual([
      [python, '-m', 'pip'],
      ['python3.12', '-c', '1\n2'],
    ]);
    expect(existsSync(list)).toBe(false);
  });
});

describe('busy processes', () => {
  const url = (path: string) => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);

  /** Signals a process that has two of them and a temporary directory. Returns when all of them have ended. */
  async function signalled(signal: NodeJS.Signals) {
    const folder = temporaryDirectory('busy');
    const temporary = join(folder, 'temporary');
    const entry = join(folder, 'entry.mjs');
    const source = `
      import { startBusyProcesses } from ${url('scripts/lib/bench/busy-processes.mjs')};
      import { exitOnSignals } from ${url('scripts/lib/bench/exit-on-signals.mjs')};
      import { temporaryDirectory } from ${url('__tests__/support/temporary-directory.mjs')};
      exitOnSignals();
      temporaryDirectory();
      await startBusyProcesses(2);
      console.log('ready');
      setInterval(() => {}, 1000);`;
    writeFileSync(entry, source);
    mkdirSync(temporary);
    const env = { ...environment(), TMPDIR: temporary };
    // The busy processes hold stderr open: this waits for them, too.
    const finished = await runProcess(process.execPath, [entry], {
      ...limits,
      env,
      onLine: (line, child) => line === 'ready' && child.kill(signal),
    });
    return { ...finished, left: readdirSync(temporary) };
  }

  it.each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('end with their parent on %s, and its temporary directories too', async (signal, code) => {
    expect(await signalled(signal)).toMatchObject({ code, stderr: '', left: [] });
  });

  it('end by themselves when their parent was killed', async () => {
    expect(await signalled('SIGKILL')).toMatchObject({ code: null, signal: 'SIGKILL' });
  });

  it('have ended when the call to end them returns', async () => {
    const { pids, end } = await startBusyProcesses(2);
    await end();
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

describe('purgeByHand', () => {
  it.each([
    ['24.0', false],
    ['26.3', true],
  ])('with pip %s, leaves the empty directories of an area: %s', async (version, left) => {
    const folder = temporaryDirectory('by-hand');
    const cache = join(folder, 'cache');
    executable(join(folder, 'python'), `echo "$*" >> ${JSON.stringify(join(folder, 'commands'))}`);
    for (const path of ['http/a/b', 'wheels/c']) mkdirSync(join(cache, path), { recursive: true });
    writeFileSync(join(cache, 'wheels', 'c', 'file'), '');
    const env = { ...environment(), PATH: `${folder}${delimiter}${process.env.PATH}`, PIP_CACHE_DIR: cache };
    const run = await runProcess('sh', ['-c', purgeByHand(version)], { ...limits, env });
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const commands = ['dir', 'info', 'purge', 'info'].map((command) => `-m pip cache ${command}\n`);
    expect(readFileSync(join(folder, 'commands'), 'utf8')).toBe(commands.join(''));
    expect(existsSync(join(cache, 'http'))).toBe(left);
    expect(existsSync(join(cache, 'wheels', 'c', 'file'))).toBe(true);
  });
});
