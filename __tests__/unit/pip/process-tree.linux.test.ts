// Needs /proc.
import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { processTree, signalEach } from '../../../src/pip/process-tree.js';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) if (child.pid) signalEach(processTree(child.pid), 'SIGKILL');
});

// A process with a strange name, its child, and that one's child.
const NESTED = `
process.title = 'a) R 1 (b';
const { spawn } = require('node:child_process');
if (process.argv[1] !== '0') spawn(process.execPath, ['-e', process.env.NESTED, String(process.argv[1] - 1)], { stdio: 'ignore' });
setInterval(() => {}, 1000);
`;

/** Starts a process with so many generations below it, and waits until all are there. */
async function nested(generations: number): Promise<number> {
  const child = spawn(process.execPath, ['-e', NESTED, String(generations)], {
    stdio: 'ignore',
    env: { ...process.env, NESTED },
  });
  started.push(child);
  const pid = child.pid as number;
  await vi.waitUntil(() => processTree(pid).length === generations + 1, { timeout: 20_000 });
  return pid;
}

describe('a tree of processes', () => {
  it('is a process and all below it, parents first', async () => {
    const pid = await nested(2);
    const [first, second, third] = processTree(pid);
    expect(first).toMatchObject({ pid, parent: process.pid });
    expect(second).toMatchObject({ parent: pid });
    expect(third).toMatchObject({ parent: second?.pid });
  });

  it('gets a signal, each that still is what it was', async () => {
    const tree = processTree(await nested(1));
    signalEach(
      tree.map((one) => ({ ...one, started: '1' })),
      'SIGKILL',
    );
    expect(tree.map(({ pid }) => processTree(pid).length)).toEqual([2, 1]);
    signalEach(tree, 'SIGKILL');
    await vi.waitUntil(() => tree.every(({ pid }) => processTree(pid).length === 0), { timeout: 20_000 });
    signalEach(tree, 'SIGKILL');
  });
});
