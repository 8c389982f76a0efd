import { parentPort, workerData } from 'node:worker_threads';
import { unhurried } from '../../pace.js';
import { type Job, label } from './take-inventory.js';

/** A worker thread's whole life: does its share of an inventory, and hands out the labels. */
export async function work(): Promise<void> {
  const { listing, share, labelOf } = workerData as Job;
  // A Buffer comes over as a plain array of bytes.
  const chunks = listing.chunks.map((chunk) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  parentPort?.postMessage(await label({ listing: { ...listing, chunks }, share, labelOf }, unhurried));
}
