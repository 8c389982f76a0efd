/**
 * Called now and then by work that keeps the thread busy, with words for how far it is. Returns a promise when it is
 * time to let the event loop run, so that signals are seen and the log shows progress.
 */
export type Pace = (progress: () => string) => Promise<void> | undefined;

/** Milliseconds of work before the event loop gets a turn. */
const TURN_MS = 50;
/** Milliseconds of one phase before, and between, lines that say that it goes on. */
export const PROGRESS_MS = 2000;

/**
 * A pace for one phase of the work.
 *
 * @param say takes a line of progress.
 * @param now the clock, in milliseconds.
 */
export function startPace(say: (line: string) => void, now: () => number = () => performance.now()): Pace {
  let turn = now();
  let said = turn;
  return (progress) => {
    const time = now();
    if (time - turn < TURN_MS) return undefined;
    turn = time;
    if (time - said >= PROGRESS_MS) {
      said = time;
      say(progress());
    }
    return nextTurn();
  };
}

/** Lets the event loop run once, so that a signal that has come is seen. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Waits for work that others do, and calls `say` with the milliseconds so far every two seconds until it ends.
 */
export async function watched<T>(work: Promise<T>, say: (milliseconds: number) => void): Promise<T> {
  const started = performance.now();
  const timer = setInterval(() => say(performance.now() - started), PROGRESS_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** Tells how many milliseconds ago a signal was aborted; 0 as long as it isn't. */
export function timeSince(signal: AbortSignal): () => number {
  let aborted = signal.aborted ? performance.now() : undefined;
  signal.addEventListener('abort', () => {
    aborted = performance.now();
  });
  return () => (aborted === undefined ? 0 : performance.now() - aborted);
}
