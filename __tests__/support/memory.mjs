// @ts-check
import { readFileSync } from 'node:fs';

const INTERVAL_MS = 5;

/**
 * Watches a process's peak resident memory from outside, by asking Linux every 5 ms and whenever `look` is called.
 * The kernel keeps the peak, so only what the process takes after the last look is not seen.
 * @param {number} pid
 * @returns {{ look: () => void, stop: () => number | undefined }} `stop` gives KiB, or undefined where nothing could
 *   be read
 */
export function watchMemory(pid) {
  /** @type {number | undefined} */
  let peak;
  function look() {
    try {
      const [, size] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      if (size !== undefined) peak = Number(size);
    } catch {
      // it has ended, or this is no Linux
    }
  }
  const timer = setInterval(look, INTERVAL_MS);
  return {
    look,
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}
