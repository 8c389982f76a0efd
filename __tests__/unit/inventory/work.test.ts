import { afterAll, expect, it, vi } from 'vitest';
import { entries } from '../../../src/cache/listing.js';
import { KINDS } from '../../../src/inventory/label.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { look } from '../trees.js';
import { jobOf, put, putResponse } from './responses.js';

const thread = vi.hoisted(() => ({ workerData: {}, parentPort: { postMessage: vi.fn() }, Worker: class {} }));
vi.mock('node:worker_threads', () => thread);

afterAll(removeTemporaryDirectories);

it('a worker does its part of a job that has come from another thread, and hands out the names', async () => {
  const root = temporaryDirectory('work');
  putResponse(root, 'https://index.example/simple/foo/', '{"files":[],"name":"foo"}', {}, ['http-v2']);
  put(root, 'wheels/a/bar-1.0-py3-none-any.whl', '');
  const { listing } = await look(root);
  const job = jobOf(listing, 1, 2);
  // As it comes over: a Buffer is a plain array of bytes then.
  thread.workerData = {
    ...job,
    listing: {
      ...listing,
      chunks: listing.chunks.map((chunk) => ({ ...chunk, packed: new Uint8Array(chunk.packed) })),
    },
  };
  const { work } = await import('../../../src/inventory/worker.js');
  await work();
  const [names] = thread.parentPort.postMessage.mock.calls[0] ?? [];
  expect(names.projects.filter(Boolean)).toEqual(['foo', 'bar']);
  const kinds = [...entries(listing)].flatMap(({ kind, index }) =>
    kind === 'directory' ? [] : [KINDS[job.kindOf[index] as number]],
  );
  expect(kinds).toEqual(['index page', 'index page', 'built wheel']);
  expect(job.taken[0]).toBeGreaterThan(1);
});
