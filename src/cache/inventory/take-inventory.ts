import { availableParallelism } from 'node:os';
import type { Pace } from '../../pace.js';
import type { Listing } from '../listing.js';
import { type Inventory, KINDS, UNKNOWN_KIND } from './label.js';
import { labelEntries, type Share } from './label-entries.js';

/** What a worker is given: the arrays are of the whole listing and shared by all, and each writes what falls to it. */
export interface Job extends Pick<Inventory, 'listing' | 'kindOf' | 'projectOf' | 'versionOf'> {
  readonly share: Share;
  readonly allOrNone: boolean;
}

/** The names that a worker has found, with gaps where those of other workers are. */
export type Names = Pick<Inventory, 'projects' | 'versions'>;

/** Entries from which on more threads gain more than their start takes. */
const MANY_ENTRIES = 50_000;
const MOST_WORKERS = 2;
/** A worker's memory, in MiB: one that wants more has been given names that are nobody's, and this thread goes on alone. */
const MEMORY = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 };

/** What taking an inventory needs from outside. */
export interface Tools {
  readonly pace: Pace;
  /** Aborted: nobody wants it any more. */
  readonly signal: AbortSignal;
  /** The program of a worker thread; without it, or where threads can't be had, this thread does it all. */
  readonly workerFile?: URL | undefined;
  /** Whether to give up when a file has gone meanwhile; else it counts as unknown. */
  readonly allOrNone?: boolean;
}

/**
 * Looks into every entry of a listing for what it is.
 *
 * @returns undefined when it gave up, or the signal was aborted before the end.
 */
export async function takeInventory(
  listing: Listing,
  { pace, signal, workerFile, allOrNone = false }: Tools,
): Promise<Inventory | undefined> {
  const workers = Math.min(MOST_WORKERS, availableParallelism());
  if (workerFile && workers > 1 && listing.length >= MANY_ENTRIES) {
    const job = newJob(listing, { worker: 0, workers }, allOrNone);
    const names = await byWorkers(job, workerFile, signal).catch(() => FAILED);
    if (names !== FAILED || signal.aborted) return names && !signal.aborted ? { ...job, ...names } : undefined;
  }
  const job = newJob(listing, { worker: 0, workers: 1 }, allOrNone);
  const names = await label(job, pace, signal);
  return names && { ...job, ...names };
}

const FAILED: Names = { projects: [], versions: [] };

function newJob(listing: Listing, share: Share, allOrNone: boolean): Job {
  const shared = (bytes: number) => new SharedArrayBuffer(listing.length * bytes);
  return {
    listing,
    share,
    allOrNone,
    kindOf: new Uint8Array(shared(Uint8Array.BYTES_PER_ELEMENT)).fill(UNKNOWN_KIND),
    projectOf: new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT)),
    versionOf: new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT)),
  };
}

/**
 * Does one share.
 *
 * @returns the names; undefined when it gave up, or the signal was aborted.
 */
export async function label(job: Job, pace: Pace, signal?: AbortSignal): Promise<Names | undefined> {
  const { listing, share, allOrNone, kindOf, projectOf, versionOf } = job;
  const projects = numbered(share);
  const versions = numbered(share);
  let done = 0;
  let vanished = false;
  const work = labelEntries(listing, share, {
    mark(index, { kind, project, version }) {
      kindOf[index] = KINDS.indexOf(kind);
      projectOf[index] = projects.numberOf(project);
      versionOf[index] = versions.numberOf(version);
      done = index;
    },
    gone() {
      vanished = allOrNone;
    },
  });
  for (const _ of work) {
    const pause = pace(() => `${Math.round((100 * done) / listing.length)} % looked into`);
    if (pause) await pause;
    if (vanished || signal?.aborted) return undefined;
  }
  return { projects: projects.names, versions: versions.names };
}

// Each worker has numbers of its own. 0 is for none.
function numbered({ worker, workers }: Share) {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    numberOf(name: string | undefined): number {
      if (name === undefined) return 0;
      let number = numbers.get(name);
      if (number === undefined) {
        number = 1 + numbers.size * workers + worker;
        numbers.set(name, number);
        names[number] = name;
      }
      return number;
    },
  };
}

async function byWorkers(job: Job, workerFile: URL, signal: AbortSignal): Promise<Names | undefined> {
  const { Worker } = await import('node:worker_threads');
  const { workers } = job.share;
  const over = new AbortController();
  const ending = AbortSignal.any([signal, over.signal]);
  const works = Array.from(
    { length: workers },
    (_, worker) =>
      new Promise<Names | undefined>((resolve, reject) => {
        const workerData: Job = { ...job, share: { worker, workers } };
        const thread = new Worker(workerFile, { workerData, resourceLimits: MEMORY });
        const end = () => void thread.terminate();
        thread
          .once('message', resolve)
          .once('error', reject)
          .once('exit', () => reject(new Error('ended')));
        ending.addEventListener('abort', end, { once: true });
        if (ending.aborted) end();
      }),
  );
  // One may fail while another is waited for.
  for (const work of works) work.catch(() => {});
  try {
    const projects: string[] = [];
    const versions: string[] = [];
    for (const work of works) {
      const names = await work;
      if (!names) return undefined;
      Object.assign(projects, names.projects);
      Object.assign(versions, names.versions);
    }
    return { projects, versions };
  } finally {
    over.abort();
  }
}
