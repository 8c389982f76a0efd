import { setTimeout as after } from 'node:timers/promises';
import type { OtherPip } from '../pip/running-pips.js';
import { PROGRESS_MS } from '../util/pace.js';
import { waitingLine } from './progress.js';

/**
 * Milliseconds between two looks at who is at work: far less than a pip takes from its start to its first look into the
 * cache.
 */
const LOOK_MS = 50;
/** Milliseconds that a step waits for other pips in total. */
export const PATIENCE_MS = 60_000;

/** The other pips that use the cache: one that has found something there fails when that is gone a moment later. */
export interface OtherPips {
  /** Those at work now, as seen not long ago. */
  running(): readonly OtherPip[];
  /** Waits until none is at work. Gives those for which it will wait no longer. */
  waitUntilNone(): Promise<readonly OtherPip[]>;
  /** Does some work, and aborts the signal that it gets as soon as one begins. Gives those for whose sake it did. */
  untilOneStarts<T>(work: (begun: AbortSignal) => Promise<T>): Promise<{ result: T; begun: readonly OtherPip[] }>;
}

/** The time, for a test to put in its own. */
export interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
  /** Waits for some milliseconds, or until the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  async wait(milliseconds, signal) {
    try {
      await after(milliseconds, undefined, { signal });
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    }
  },
};

/**
 * @param look finds the other pips that are running.
 * @param options `say` receives lines of progress. When `signal` is aborted, nothing is waited for any longer.
 */
export function watchOtherPips(
  look: () => readonly OtherPip[],
  options: { readonly say: (line: string) => void; readonly signal: AbortSignal; readonly clock?: Clock },
): OtherPips {
  const { say, signal, clock = CLOCK } = options;
  const { now, wait } = clock;
  let seen: readonly OtherPip[] = [];
  let looked = Number.NEGATIVE_INFINITY;
  let waited = 0;
  const running = () => {
    const time = now();
    if (time - looked >= LOOK_MS) {
      seen = look();
      looked = time;
    }
    return seen;
  };
  return {
    running,
    async waitUntilNone() {
      if (running().length === 0 || waited >= PATIENCE_MS) return seen;
      say(`At work on this cache: ${names(seen)}. A pip fails when what it uses is deleted; waiting for its end.`);
      let last = now();
      let silent = 0;
      while (running().length > 0 && waited < PATIENCE_MS && !signal.aborted) {
        await wait(LOOK_MS, signal);
        const passed = now() - last;
        last += passed;
        waited += passed;
        silent += passed;
        if (silent >= PROGRESS_MS) {
          silent = 0;
          say(waitingLine(names(seen), waited));
        }
      }
      return seen;
    },
    async untilOneStarts(work) {
      const begun = new AbortController();
      let who: readonly OtherPip[] = [];
      const timer = setInterval(() => {
        if (begun.signal.aborted || running().length === 0) return;
        who = seen;
        begun.abort();
      }, LOOK_MS);
      try {
        const result = await work(begun.signal);
        return { result, begun: who };
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** `pip install (process 4711)`. */
export function names(pips: readonly OtherPip[]): string {
  return pips.map(({ command, process }) => `pip ${command} (process ${process})`).join(', ');
}
