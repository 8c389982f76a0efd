import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Area } from '../cache/areas.js';
import type { Listing } from '../cache/listing.js';
import type { Failure } from '../cache/survey.js';
import type { Pace } from '../util/pace.js';
import { type Inventory, KINDS, UNKNOWN_KIND } from './label.js';
import { type Finds, labelEntries, partsOf } from './label-entries.js';

/**
 * The work that threads share: each takes the next part that none has taken, and writes what it finds into the same
 * arrays.
 */
export interface Job extends Pick<Inventory, 'listing' | 'kindOf' | 'projectOf' | 'versionOf'> {
  readonly allOrNone: boolean;
  readonly area: Area | undefined;
  /** At 0, how many parts are taken. */
  readonly taken: Uint32Array;
  /** Which of the threads this is, from 0, … */
  readonly thread: number;
  /** … and how many there are. */
  readonly threads: number;
}

/**
 * The names that a thread has found, with gaps where those of others are, and the first file that it could not read.
 */
export type Names = Pick<Inventory, 'projects' | 'versions' | 'unread'>;

const THREADS = 2;
/** Entries from which on another thread gains more than its start takes. */
const MANY_ENTRIES = 20_000;
/**
 * Entries from which on both threads are workers, whose memory has a limit: this one would take 60 MB more for what is
 * short-lived.
 */
const VERY_MANY_ENTRIES = 150_000;
/** How often this thread asks the pace whether to tell how far the workers are. */
const TOLD_EVERY_MS = 500;
/**
 * A worker's memory, in MiB: one that wants more has been given names that are nobody's, and this thread goes on alone.
 */
const MEMORY = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 128 };

/** What taking an inventory needs from outside. */
export interface InventoryOptions {
  readonly pace: Pace;
  /** Aborted: nobody wants it any more. */
  readonly signal: AbortSignal;
  /** The program of a worker thread; without it, or where threads can't be had, this thread does it all. */
  readonly workerFile?: URL | undefined;
  /** Whether to give up when a file has gone meanwhile; else it counts as unknown. */
  readonly allOrNone?: boolean;
  /** The only area to look into; what is in the others counts as unknown. All when it is left out. */
  readonly area?: Area | undefined;
}

/**
 * Looks into every entry of a listing for what it is: in this thread and, where there are many, in workers.
 *
 * @returns undefined when it gave up, or the signal was aborted before the end.
 */
export async function takeInventory(
  listing: Listing,
  { pace, signal, workerFile, allOrNone = false, area }: InventoryOptions,
): Promise<Inventory | undefined> {
  if (workerFile && listing.length >= MANY_ENTRIES && availableParallelism() >= THREADS) {
    const job = newJob(listing, { threads: THREADS, allOrNone, area });
    const names = await byThreads(job, { workerFile, pace, signal }).catch(() => FAILED);
    if (signal.aborted) return undefined;
    if (names !== FAILED) return names && { ...job, ...names };
  }
  const job = newJob(listing, { threads: 1, allOrNone, area });
  const names = await label(job, pace, signal);
  return names && { ...job, ...names };
}

const FAILED: Names = { projects: [], versions: [] };

function newJob(listing: Listing, { threads, allOrNone, area }: Pick<Job, 'threads' | 'allOrNone' | 'area'>): Job {
  const shared = (items: number, bytes: number) => new SharedArrayBuffer(items * bytes);
  return {
    listing,
    allOrNone,
    area,
    thread: 0,
    threads,
    taken: new Uint32Array(shared(1, Uint32Array.BYTES_PER_ELEMENT)),
    kindOf: new Uint8Array(shared(listing.length, Uint8Array.BYTES_PER_ELEMENT)).fill(UNKNOWN_KIND),
    projectOf: new Uint32Array(shared(listing.length, Uint32Array.BYTES_PER_ELEMENT)),
    versionOf: new Uint32Array(shared(listing.length, Uint32Array.BYTES_PER_ELEMENT)),
  };
}

/**
 * Takes part after part until none is left.
 *
 * @returns the names; undefined when it gave up, or the signal was aborted.
 */
export async function label(job: Job, pace: Pace, signal?: AbortSignal): Promise<Names | undefined> {
  const { listing, allOrNone, area, kindOf, projectOf, versionOf, taken, thread, threads } = job;
  const projects = numbered(thread, threads);
  const versions = numbered(thread, threads);
  let done = 0;
  let vanished = false;
  let unread: Failure | undefined;
  const finds: Finds = {
    mark(index, { kind, project, version }) {
      kindOf[index] = KINDS.indexOf(kind);
      projectOf[index] = projects.numberOf(project);
      versionOf[index] = versions.numberOf(version);
      done = index;
    },
    gone() {
      vanished = allOrNone;
    },
    unreadable(failure) {
      unread ??= failure;
    },
  };
  const progress = () => `${Math.round((100 * done) / listing.length)} % looked into`;
  const parts = partsOf(listing, area);
  const next = () => parts[Atomics.add(taken, 0, 1)];
  for (let part = next(); part; part = next()) {
    for (const page of labelEntries(listing, part, { finds, pace, signal, progress })) {
      if (page) await page;
      const pause = pace(progress);
      if (pause) await pause;
      if (vanished || signal?.aborted) return undefined;
    }
    // What comes last in a part may have vanished, too.
    if (vanished) return undefined;
  }
  return { projects: projects.names, versions: versions.names, unread };
}

// Each thread has numbers of its own. 0 is for none.
function numbered(thread: number, threads: number) {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    numberOf(name: string | undefined): number {
      if (name === undefined) return 0;
      const known = numbers.get(name);
      if (known !== undefined) return known;
      const number = 1 + numbers.size * threads + thread;
      // Found in a text, it may be a view of all of that text, and keep it.
      const copy = Buffer.from(name).toString();
      numbers.set(copy, number);
      names[number] = copy;
      return number;
    },
  };
}

async function byThreads(
  job: Job,
  { workerFile, pace, signal }: { workerFile: URL; pace: Pace; signal: AbortSignal },
): Promise<Names | undefined> {
  const over = new AbortController();
  const ending = AbortSignal.any([signal, over.signal]);
  const first = job.listing.length < VERY_MANY_ENTRIES ? 1 : 0;
  const works = Array.from({ length: job.threads - first }, (_, index) =>
    work({ ...job, thread: first + index }, workerFile, ending),
  );
  if (first === 1) works.unshift(label(job, pace, ending));
  const parts = partsOf(job.listing, job.area).length;
  const progress = () => `${Math.round((100 * Math.min(parts, job.taken[0] as number)) / parts)} % looked into`;
  const timer = setInterval(() => void pace(progress), TOLD_EVERY_MS);
  try {
    const projects: string[] = [];
    const versions: string[] = [];
    let unread: Failure | undefined;
    // One that fails ends the waiting for all.
    for (const names of await Promise.all(works)) {
      if (!names) return undefined;
      Object.assign(projects, names.projects);
      Object.assign(versions, names.versions);
      unread ??= names.unread;
    }
    return { projects, versions, unread };
  } finally {
    clearInterval(timer);
    over.abort();
  }
}

function work(workerData: Job, workerFile: URL, ending: AbortSignal): Promise<Names | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData, resourceLimits: MEMORY });
    const end = () => void worker.terminate();
    worker
      .once('message', resolve)
      .once('error', reject)
      .once('exit', () => reject(new Error('ended')));
    ending.addEventListener('abort', end, { once: true });
    if (ending.aborted) end();
  });
}

/** The program of a worker thread, which stands beside the bundle in dist/; undefined where there is none. */
export function workerFile(): URL | undefined {
  // Built from a literal, ncc would take the address for that of an asset.
  const file = new URL(import.meta.url.replace(/[^/]*$/, 'inventory-worker.js'));
  return existsSync(file) ? file : undefined;
}
