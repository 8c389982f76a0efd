// @ts-check
import { readFileSync } from 'node:fs';

const INTERVAL_MS = 5;

/**
 * Measures the peak resident memory of another process by reading /proc every 5 ms and whenever `sample` is called. The
 * kernel records the peak, so only an increase after the last sample is missed.
 *
 * @param {number} pid
 * @returns {{ sample: () => void, stop: () => number | undefined }} `stop` returns the peak in KiB, or undefined if it
 *   could not be read
 */
export function watchMemory(pid) {
  /** @type {number | undefined} */
  let peak;
  function sample() {
    try {
      const [, size] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      if (size !== undefined) peak = Number(size);
    } catch {
      // The process has ended, or this is not Linux.
    }
  }
  const timer = setInterval(sample, INTERVAL_MS);
  return {
    sample,
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}
