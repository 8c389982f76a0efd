import { parentPort, workerData } from 'node:worker_threads';
import { startPace } from '../util/pace.js';
import { type Job, label } from './take-inventory.js';

/** A worker thread's whole life: takes its parts of an inventory, and hands out the names. */
export async function work(): Promise<void> {
  const job = workerData as Job;
  // A Buffer comes over as a plain array of bytes.
  const chunks = job.listing.chunks.map((chunk) => ({ ...chunk, packed: asBuffer(chunk.packed) }));
  // What zlib holds of a page that it couldn't decompress is given back only when the event loop gets a turn.
  const pace = startPace(() => {});
  parentPort?.postMessage(await label({ ...job, listing: { ...job.listing, chunks } }, pace));
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
