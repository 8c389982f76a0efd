import { linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { KINDS, UNKNOWN_KIND } from '../../../../src/cache/inventory/label.js';
import type { Job, Names } from '../../../../src/cache/inventory/take-inventory.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../../support/temporary-directory.mjs';
import { look } from '../../trees.js';
import { placeOf, putResponse } from './responses.js';

const PROGRAM = new URL('../../../../dist/bundle/inventory-worker.js', import.meta.url);
const RESPONSES = 8000;

afterAll(removeTemporaryDirectories);

it('a worker gives back the memory of pages that are damaged while it goes on', async () => {
  const root = temporaryDirectory('worker');
  const page = gzipSync(`{"files":[${'{},'.repeat(500)}{}],"name":"foo"}`);
  page.fill(0xff, 12, 16);
  const headers = { 'Content-Encoding': 'gzip' };
  const [first = ''] = putResponse(root, 'https://index.example/simple/0/', page, { headers }, ['http']);
  // The same file under many names.
  for (let index = 1; index < RESPONSES; index += 1) {
    const path = join(root, placeOf('http', `https://index.example/simple/${index}/`));
    mkdirSync(dirname(path), { recursive: true });
    linkSync(join(root, first), path);
  }
  putResponse(root, 'https://index.example/simple/foo/', gzipSync('{"files":[],"name":"foo"}'), { headers });
  const { listing } = await look(root);
  const shared = (bytes: number) => new SharedArrayBuffer(listing.length * bytes);
  const workerData: Job = {
    listing,
    share: { worker: 0, workers: 1 },
    allOrNone: false,
    kindOf: new Uint8Array(shared(1)).fill(UNKNOWN_KIND),
    projectOf: new Uint32Array(shared(4)),
    versionOf: new Uint32Array(shared(4)),
  };
  const thread = new Worker(PROGRAM, {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 16 },
  });
  const names = await new Promise<Names>((resolve, reject) => thread.once('message', resolve).once('error', reject));
  await thread.terminate();
  expect(names.projects.filter(Boolean)).toEqual(['foo']);
  expect(workerData.kindOf.filter((kind) => kind === KINDS.indexOf('index page')).length).toBe(3);
});
