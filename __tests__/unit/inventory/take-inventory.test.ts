import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Listing, listingWriter } from '../../../src/cache/listing.js';
import { labelAt } from '../../../src/inventory/label.js';
import { takeInventory } from '../../../src/inventory/take-inventory.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';

afterAll(removeTemporaryDirectories);

const never = new AbortController().signal;
const WHEEL = 'foo-1.0-py3-none-any.whl';

/** A listing of one built wheel, and of so many files that nobody knows, none of which is there. */
function listingOf(files: number, responses = 0): Listing {
  const writer = listingWriter('/nowhere');
  const common = { kind: 'file', bytes: 1, diskBytes: 0, born: 0, modified: 0 } as const;
  if (responses > 0) {
    writer.add({ ...common, depth: 0, kind: 'directory', name: 'http' });
    for (const [at, digit] of [...'aaaaa'].entries()) {
      writer.add({ ...common, depth: at + 1, kind: 'directory', name: digit });
    }
    for (let index = 0; index < responses; index += 1) {
      writer.add({ ...common, depth: 6, name: `aaaaa${String(index).padStart(51, '0')}` });
    }
  }
  writer.add({ ...common, depth: 0, kind: 'directory', name: 'wheels' });
  for (let index = 0; index < files; index += 1) writer.add({ ...common, depth: 1, name: `a-${index}` });
  writer.add({ ...common, depth: 1, name: WHEEL });
  return writer.done();
}

/** A worker thread that runs these lines, with `job` and `parentPort`. */
function worker(lines: string): URL {
  const file = join(temporaryDirectory('worker'), 'worker.mjs');
  writeFileSync(file, `import { parentPort, workerData as job } from 'node:worker_threads';\n${lines}\n`);
  return pathToFileURL(file);
}

const MANY = 60_000;
const VERY_MANY = 160_000;
const BY_THREADS = `
const { thread, threads } = job;
const projects = [];
projects[1 + thread] = 'by-' + thread + '-of-' + threads;
job.kindOf[thread] = 0;
job.projectOf[thread] = 1 + thread;
parentPort.postMessage({ projects, versions: [] });`;

describe('takeInventory', () => {
  it('is done by this thread for a small listing', async () => {
    const listing = listingOf(10);
    const workerFile = worker(BY_THREADS);
    const inventory = await takeInventory(listing, { pace: unhurried, signal: never, workerFile });
    const label = inventory && labelAt(inventory, listing.length - 1);
    expect(label).toEqual({ kind: 'built wheel', project: 'foo', version: '1.0' });
  });

  it('is shared with a worker for a large one', async () => {
    const listing = listingOf(MANY);
    const workerFile = worker(BY_THREADS);
    const inventory = await takeInventory(listing, { pace: unhurried, signal: never, workerFile });
    const labels = [0, 1, listing.length - 1].map((index) => inventory && labelAt(inventory, index));
    expect(labels).toEqual([
      { kind: 'unknown' },
      { kind: 'index page', project: 'by-1-of-2' },
      { kind: 'built wheel', project: 'foo', version: '1.0' },
    ]);
  });

  it('is shared by two workers for a very large one', async () => {
    const listing = listingOf(VERY_MANY);
    const workerFile = worker(BY_THREADS);
    const inventory = await takeInventory(listing, { pace: unhurried, signal: never, workerFile });
    const labels = [0, 1, listing.length - 1].map((index) => inventory && labelAt(inventory, index));
    expect(labels).toEqual([
      { kind: 'index page', project: 'by-0-of-2' },
      { kind: 'index page', project: 'by-1-of-2' },
      { kind: 'unknown' },
    ]);
  });

  it.each([
    ['fails', "throw new Error('no')"],
    ['ends without a word', ''],
    ['can not load its program', "await import('./nowhere.mjs')"],
  ])('is done by this thread alone when a worker %s', async (_, lines) => {
    for (const files of [MANY, VERY_MANY]) {
      const listing = listingOf(files);
      const workerFile = worker(`if (job.thread === 1) { ${lines} } else {${BY_THREADS}}`);
      const inventory = await takeInventory(listing, { pace: unhurried, signal: never, workerFile });
      expect(inventory && labelAt(inventory, listing.length - 1)).toMatchObject({ project: 'foo' });
      expect(inventory && labelAt(inventory, 0)).toEqual({ kind: 'unknown' });
    }
  });

  it('is done by this thread alone when a worker wants more memory than it gets', async () => {
    const greedy = 'const all = []; for (let at = 0; at < 3e7; at += 1) all.push({ at });';
    const listing = listingOf(MANY);
    const workerFile = worker(`${greedy}${BY_THREADS}`);
    const inventory = await takeInventory(listing, { pace: unhurried, signal: never, workerFile });
    expect(inventory && labelAt(inventory, 1)).toEqual({ kind: 'unknown' });
  });

  it('leaves no worker behind when another has failed', async () => {
    const file = join(temporaryDirectory('worker'), 'alive');
    writeFileSync(file, '');
    const fs = "const { appendFileSync, statSync } = await import('node:fs');";
    const pause = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);';
    const name = JSON.stringify(file);
    const alive = `for (;;) { appendFileSync(${name}, '.'); ${pause} }`;
    const failing = `while (statSync(${name}).size === 0) ${pause} throw new Error('no');`;
    const workerFile = worker(`${fs} if (job.thread === 0) ${alive} ${failing}`);
    await takeInventory(listingOf(VERY_MANY), { pace: unhurried, signal: never, workerFile });
    await vi.waitFor(
      async () => {
        const { size } = statSync(file);
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(statSync(file).size).toBe(size);
      },
      { timeout: 10_000 },
    );
  });

  it('tells how far workers are, too', async () => {
    const told: string[] = [];
    const pace = (progress: () => string) => void told.push(progress());
    const workerFile = worker(`Atomics.store(job.taken, 0, 1); setTimeout(() => {${BY_THREADS}}, 1200);`);
    await takeInventory(listingOf(VERY_MANY), { pace, signal: never, workerFile });
    // The worker may not have begun when the first is told.
    expect(told.filter((line) => line !== '0 % looked into').at(-1)).toBe('100 % looked into');
  });

  it.each([
    ['one area alone', 'wheels', { kind: 'built wheel', project: 'foo', version: '1.0' }],
    ['another', 'http', { kind: 'unknown' }],
  ] as const)('is of %s', async (_, area, expected) => {
    const listing = listingOf(1, 3);
    const options = { pace: unhurried, signal: never, allOrNone: area === 'wheels', area };
    const inventory = await takeInventory(listing, options);
    expect(inventory && labelAt(inventory, listing.length - 1)).toEqual(expected);
  });

  it('is none when one of them gives up', async () => {
    const workerFile = worker('parentPort.postMessage(undefined)');
    const options = { pace: unhurried, signal: never, workerFile, allOrNone: true };
    expect(await takeInventory(listingOf(MANY), options)).toBeUndefined();
  });

  it('is none, and its threads are ended, when nobody wants it any more', async () => {
    const enough = new AbortController();
    const workerFile = worker('for (;;);');
    const taking = takeInventory(listingOf(MANY), { pace: unhurried, signal: enough.signal, workerFile });
    setImmediate(() => enough.abort());
    expect(await taking).toBeUndefined();
  });

  it('is none when this thread is told so', async () => {
    const options = { pace: unhurried, signal: AbortSignal.abort() };
    expect(await takeInventory(listingOf(1, 3), options)).toBeUndefined();
  });

  it('takes what has vanished for unknown, or gives up', async () => {
    const listing = listingOf(1, 3);
    const inventory = await takeInventory(listing, { pace: unhurried, signal: never });
    expect(inventory && labelAt(inventory, 6)).toEqual({ kind: 'unknown' });
    expect(await takeInventory(listing, { pace: unhurried, signal: never, allOrNone: true })).toBeUndefined();
  });

  it('lets others have a turn, and tells how far it is', async () => {
    const told: string[] = [];
    const pace = (progress: () => string) => {
      told.push(progress());
      return Promise.resolve();
    };
    await takeInventory(listingOf(0, 2), { pace, signal: never });
    expect(told).toEqual(['60 % looked into', '70 % looked into', '90 % looked into']);
  });
});
