import { availableParallelism } from 'node:os';
import type { Pace } from '../../pace.js';
import type { Listing } from '../listing.js';
import { type Inventory, type Label, UNKNOWN } from './label.js';
import { labelEntries, type Share } from './label-entries.js';

/** What a worker is given. */
export interface Job {
  readonly listing: Listing;
  readonly share: Share;
  /** Of the whole listing, shared by all workers: each writes what falls to it. */
  readonly labelOf: Uint32Array;
}

/** Entries from which on a second thread gains more than its start takes. */
const MANY_ENTRIES = 20_000;
const MOST_WORKERS = 2;

/** What taking an inventory needs from outside. */
export interface Tools {
  readonly pace: Pace;
  /** Aborted: nobody wants it any more. */
  readonly signal: AbortSignal;
  /** The program of a worker thread; without it, or where threads can't be had, this thread does it all. */
  readonly workerFile?: URL | undefined;
}

/**
 * Looks into every entry of a listing for what it is.
 *
 * @returns undefined when the signal was aborted before the end.
 */
export async function takeInventory(
  listing: Listing,
  { pace, signal, workerFile }: Tools,
): Promise<Inventory | undefined> {
  if (workerFile && listing.length >= MANY_ENTRIES && availableParallelism() > 1) {
    const inventory = await byWorkers(listing, workerFile, signal).catch(() => undefined);
    if (inventory || signal.aborted) return inventory;
  }
  const labelOf = new Uint32Array(listing.length);
  const labels = await label({ listing, share: { worker: 0, workers: 1 }, labelOf }, pace, signal);
  return labels && { listing, labels, labelOf };
}

/**
 * Does one share.
 *
 * @returns the labels, with gaps where those of other workers are; undefined when the signal was aborted.
 */
export async function label(job: Job, pace: Pace, signal?: AbortSignal): Promise<Label[] | undefined> {
  const { listing, share, labelOf } = job;
  const labels = [UNKNOWN];
  const numbers = new Map<string, number>();
  let done = 0;
  const mark = (index: number, label: Label) => {
    const key = `${label.kind}/${label.project}/${label.version}`;
    let number = numbers.get(key);
    if (number === undefined) {
      // Each worker has numbers of its own.
      number = 1 + numbers.size * share.workers + share.worker;
      numbers.set(key, number);
      labels[number] = label;
    }
    labelOf[index] = number;
    done = index;
  };
  for (const _ of labelEntries(listing, share, mark)) {
    const pause = pace(() => `${Math.round((100 * done) / listing.length)} % looked into`);
    if (pause) await pause;
    if (signal?.aborted) return undefined;
  }
  return labels;
}

async function byWorkers(listing: Listing, workerFile: URL, signal: AbortSignal): Promise<Inventory | undefined> {
  const { Worker } = await import('node:worker_threads');
  const labelOf = new Uint32Array(new SharedArrayBuffer(listing.length * Uint32Array.BYTES_PER_ELEMENT));
  const workers = Math.min(MOST_WORKERS, availableParallelism());
  const over = new AbortController();
  const works = Array.from(
    { length: workers },
    (_, worker) =>
      new Promise<Label[]>((resolve, reject) => {
        const job: Job = { listing, share: { worker, workers }, labelOf };
        const thread = new Worker(workerFile, { workerData: job, stdin: false });
        const end = () => void thread.terminate();
        thread
          .once('message', resolve)
          .once('error', reject)
          .once('exit', () => reject(new Error('ended')));
        for (const ending of [signal, over.signal]) ending.addEventListener('abort', end, { once: true });
        if (signal.aborted) end();
      }),
  );
  try {
    const labels: Label[] = [UNKNOWN];
    for (const found of await Promise.all(works)) Object.assign(labels, found);
    return signal.aborted ? undefined : { listing, labels, labelOf };
  } finally {
    over.abort();
  }
}
