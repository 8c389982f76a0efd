// @ts-check
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { lineSplitter } from './lines.mjs';
import { watchMemory } from './memory.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * @typedef {object} ProcessOptions
 * @property {Record<string, string>} env the whole environment
 * @property {string} cwd
 * @property {number} timeoutMs
 * @property {boolean} measureMemory
 * @property {((line: string, child: ChildProcess) => void) | undefined} onLine called for each line when it is printed
 */

/**
 * @typedef {object} FinishedProcess
 * @property {number | null} code null if a signal ended the process
 * @property {NodeJS.Signals | null} signal
 * @property {string} stdout
 * @property {string} stderr
 * @property {string[]} lines the lines of both streams, in the order in which they were received
 * @property {number} durationMs milliseconds from the start until the process has exited and its streams are closed
 * @property {number} [maxRssKb] peak resident memory in KiB, without children; Linux only, and only if requested
 */

/**
 * Runs a program with closed stdin and waits for it to end. If it does not end in time, it is killed, together with its
 * children except on Windows.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {ProcessOptions} options
 * @returns {Promise<FinishedProcess>}
 * @throws {Error} if the program can't be started or does not end in time
 */
export function runProcess(command, args, { env, cwd, timeoutMs, measureMemory, onLine }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // In a process group of its own, so that a timeout kills grandchildren too.
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { env, cwd, detached, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const memory = measureMemory && child.pid ? watchMemory(child.pid) : undefined;
    let timedOut = false;

    function kill() {
      try {
        if (child.pid) process.kill(detached ? -child.pid : child.pid, 'SIGKILL');
      } catch {
        // The process has ended already.
      }
    }
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    process.once('exit', kill);

    /** @type {string[]} */
    const lines = [];
    /** @param {import('node:stream').Readable} stream */
    function read(stream) {
      /** @type {string[]} */
      const chunks = [];
      const splitter = lineSplitter((line) => {
        lines.push(line);
        onLine?.(line, child);
      });
      stream.setEncoding('utf8');
      stream.on('data', (/** @type {string} */ text) => {
        memory?.sample();
        chunks.push(text);
        splitter.push(text);
      });
      stream.on('end', splitter.end);
      return chunks;
    }
    const stdout = read(child.stdout);
    const stderr = read(child.stderr);

    function stopWatching() {
      clearTimeout(timer);
      process.removeListener('exit', kill);
      return memory?.stop();
    }
    child.once('error', (error) => {
      stopWatching();
      reject(error);
    });
    child.once('close', (code, signal) => {
      const durationMs = performance.now() - start;
      const maxRssKb = stopWatching();
      if (timedOut) {
        reject(new Error(`not finished after ${timeoutMs} ms; it had printed:\n${lines.join('\n')}`));
        return;
      }
      const finished = { code, signal, stdout: stdout.join(''), stderr: stderr.join(''), lines, durationMs };
      resolve(maxRssKb === undefined ? finished : { ...finished, maxRssKb });
    });
  });
}
