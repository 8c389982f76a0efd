import { availableParallelism } from 'node:os';
import type { Pace } from '../../pace.js';
import type { Listing } from '../listing.js';
import { type Inventory, KINDS, UNKNOWN_KIND } from './label.js';
import { labelEntries, type Share } from './label-entries.js';

/** What a worker is given: the arrays are of the whole listing and shared by all, and each writes what falls to it. */
export interface Job extends Pick<Inventory, 'listing' | 'kindOf' | 'projectOf' | 'versionOf'> {
  readonly share: Share;
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
  const workers = Math.min(MOST_WORKERS, availableParallelism());
  if (workerFile && workers > 1 && listing.length >= MANY_ENTRIES) {
    const inventory = await byWorkers(listing, workers, workerFile, signal).catch(() => undefined);
    if (inventory || signal.aborted) return inventory;
  }
  const job = newJob(listing, { worker: 0, workers: 1 });
  const names = await label(job, pace, signal);
  return names && { ...job, ...names };
}

function newJob(listing: Listing, share: Share): Job {
  const shared = (bytes: number) => new SharedArrayBuffer(listing.length * bytes);
  return {
    listing,
    share,
    kindOf: new Uint8Array(shared(Uint8Array.BYTES_PER_ELEMENT)).fill(UNKNOWN_KIND),
    projectOf: new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT)),
    versionOf: new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT)),
  };
}

/**
 * Does one share.
 *
 * @returns the names; undefined when the signal was aborted.
 */
export async function label(job: Job, pace: Pace, signal?: AbortSignal): Promise<Names | undefined> {
  const { listing, share, kindOf, projectOf, versionOf } = job;
  const projects = numbered(share);
  const versions = numbered(share);
  let done = 0;
  const work = labelEntries(listing, share, (index, { kind, project, version }) => {
    kindOf[index] = KINDS.indexOf(kind);
    projectOf[index] = projects.numberOf(project);
    versionOf[index] = versions.numberOf(version);
    done = index;
  });
  for (const _ of work) {
    const pause = pace(() => `${Math.round((100 * done) / listing.length)} % looked into`);
    if (pause) await pause;
    if (signal?.aborted) return undefined;
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

async function byWorkers(
  listing: Listing,
  workers: number,
  workerFile: URL,
  signal: AbortSignal,
): Promise<Inventory | undefined> {
  const { Worker } = await import('node:worker_threads');
  const job = newJob(listing, { worker: 0, workers });
  const over = new AbortController();
  const ending = AbortSignal.any([signal, over.signal]);
  const works = Array.from(
    { length: workers },
    (_, worker) =>
      new Promise<Names>((resolve, reject) => {
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
  try {
    const projects: string[] = [];
    const versions: string[] = [];
    for (const names of await Promise.all(works)) {
      Object.assign(projects, names.projects);
      Object.assign(versions, names.versions);
    }
    return signal.aborted ? undefined : { ...job, projects, versions };
  } finally {
    over.abort();
  }
}
