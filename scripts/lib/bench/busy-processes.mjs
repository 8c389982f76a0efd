// @ts-check
import { spawn } from 'node:child_process';

// It ends when its parent is gone, whatever ended the parent.
const LOOP = `require('node:fs').writeSync(1, 'busy');
const parent = Number(process.argv[1]);
while (process.ppid === parent) for (let count = 0; count < 1e7; count++);`;

/**
 * Starts processes that each keep a processor busy, and waits until all of them do. They end when the returned function
 * is called, and by themselves when this process ends or is killed.
 * @param {number} count
 * @returns {Promise<{ pids: number[], end: () => Promise<void> }>}
 */
export async function startBusyProcesses(count) {
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', LOOP, String(process.pid)], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const exits = children.map((child) => new Promise((resolve) => child.once('exit', resolve).once('error', resolve)));
  const end = async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(exits);
  };
  try {
    await Promise.all(children.map(busy));
  } catch (thrown) {
    await end();
    throw thrown;
  }
  return { pids: children.map(({ pid = 0 }) => pid), end };
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} child */
function busy(child) {
  return new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`a busy process ended with ${code ?? signal}`)));
  });
}
