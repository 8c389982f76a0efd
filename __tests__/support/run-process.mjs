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
 * @property {((line: string, child: ChildProcess) => void) | undefined} onLine called for each line as it comes
 */

/**
 * @typedef {object} FinishedProcess
 * @property {number | null} code null when a signal ended the process
 * @property {NodeJS.Signals | null} signal
 * @property {string} stdout
 * @property {string} stderr
 * @property {string[]} lines those of both streams, in the order in which they came
 * @property {number} durationMs from start to exit and closed streams
 * @property {number} [maxRssKb] peak resident memory in KiB, children not included; Linux only, when asked for
 */

/**
 * Runs a program to its end, with closed stdin. Rejects when it doesn't start, and when it isn't finished in time: then
 * it is killed (not on Windows: its children too).
 * @param {string} command
 * @param {string[]} args
 * @param {ProcessOptions} options
 * @returns {Promise<FinishedProcess>}
 */
export function runProcess(command, args, { env, cwd, timeoutMs, measureMemory, onLine }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // In a process group of its own, so that a timeout reaches grandchildren too.
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { env, cwd, detached, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const memory = measureMemory && child.pid ? watchMemory(child.pid) : undefined;
    let timedOut = false;

    function kill() {
      try {
        if (child.pid) process.kill(detached ? -child.pid : child.pid, 'SIGKILL');
      } catch {
        // it has ended
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
        memory?.look();
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
