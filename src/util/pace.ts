/**
 * Called at short intervals by work that keeps the thread busy, with a function that describes the progress so far.
 * Returns a promise if it is time to let the event loop run, so that signals are handled and progress is logged;
 * otherwise undefined.
 */
export type Pace = (progress: () => string) => Promise<void> | undefined;

/** Milliseconds of work before the event loop gets a turn. */
const TURN_MS = 50;
/** Milliseconds between the lines of progress of one phase, and before the first of them. */
export const PROGRESS_MS = 2000;

/**
 * Starts the pace of one phase of the work.
 *
 * @param say logs a line of progress.
 * @param now the clock, in milliseconds.
 */
export function startPace(say: (line: string) => void, now: () => number = () => performance.now()): Pace {
  let lastTurn = now();
  let lastLine = lastTurn;
  return (progress) => {
    const time = now();
    if (time - lastTurn < TURN_MS) return undefined;
    lastTurn = time;
    if (time - lastLine >= PROGRESS_MS) {
      lastLine = time;
      say(progress());
    }
    return nextTurn();
  };
}

/** Resolves after the event loop has run once, so that a pending signal has been handled. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Waits for work that does not keep this thread busy.
 *
 * @param say called every two seconds until the work ends, with the milliseconds that have passed.
 * @returns the result of the work.
 * @throws the error that the work rejects with.
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

/** Returns a function that returns the milliseconds since the signal was aborted, and 0 before that. */
export function timeSince(signal: AbortSignal): () => number {
  let abortedAt = signal.aborted ? performance.now() : undefined;
  signal.addEventListener('abort', () => {
    abortedAt = performance.now();
  });
  return () => (abortedAt === undefined ? 0 : performance.now() - abortedAt);
}
