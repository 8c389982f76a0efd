import { linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { KINDS, labelAt } from '../../src/inventory/label.js';
import { type Names, takeInventory } from '../../src/inventory/take-inventory.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';
import { unhurried } from '../support/unhurried.js';
import { jobOf, placeOf, put, putResponse } from '../unit/inventory/responses.js';
import { look } from '../unit/trees.js';

const PROGRAM = new URL('../../dist/bundle/inventory-worker.js', import.meta.url);
const RESPONSES = 8000;
const LABELS = 10_000;

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
  const workerData = jobOf(listing);
  const thread = new Worker(PROGRAM, {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 16 },
  });
  const names = await new Promise<Names>((resolve, reject) => thread.once('message', resolve).once('error', reject));
  await thread.terminate();
  expect(names.projects.filter(Boolean)).toEqual(['foo']);
  expect(workerData.kindOf.filter((kind) => kind === KINDS.indexOf('index page')).length).toBe(3);
});

it('a worker keeps the names that it finds, and not the texts that they were in', async () => {
  const root = temporaryDirectory('worker');
  const headers = { 'Content-Encoding': 'gzip' };
  const count = 4000;
  for (let index = 0; index < count; index += 1) {
    const version = `1.0.dev1${String(index).padStart(12, '0')}`;
    // A version of so many characters is a view of the text it was found in: 8 kB of these, of a hundred bytes in the file.
    const body = gzipSync(`Metadata-Version: 2.1\nName: foo\nVersion: ${version}\n\n${'a'.repeat(10_000)}`);
    putResponse(root, `https://index.example/${index}`, body, { headers }, ['http']);
  }
  const { listing } = await look(root);
  const workerData = jobOf(listing);
  const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 16 };
  const thread = new Worker(PROGRAM, { workerData, resourceLimits });
  const names = await new Promise<Names>((resolve, reject) => thread.once('message', resolve).once('error', reject));
  await thread.terminate();
  expect(names.versions.filter(Boolean)).toHaveLength(count);
});

it('a worker and this thread find what this thread finds alone', async () => {
  const root = temporaryDirectory('worker');
  const originals = Array.from({ length: 20 }, (_, index) => {
    const address = `https://index.example/simple/project-${index}/`;
    return putResponse(root, address, `{"files":[],"name":"project-${index}"}`).map((path) => join(root, path));
  });
  for (let index = 0; index < LABELS; index += 1) {
    const place = placeOf('http-v2', `https://index.example/${index}/`);
    mkdirSync(join(root, dirname(place)), { recursive: true });
    const [, metadata = '', body = ''] = originals[index % originals.length] ?? [];
    linkSync(metadata, join(root, place));
    linkSync(body, join(root, `${place}.body`));
  }
  for (let index = 0; index < 100; index += 1)
    put(root, `wheels/${index}/built_${index}-1.${index}-py3-none-any.whl`, '');
  const { listing } = await look(root);
  const take = async (workerFile?: URL) => {
    const inventory = await takeInventory(listing, {
      pace: unhurried,
      signal: new AbortController().signal,
      workerFile,
    });
    return inventory && Array.from({ length: listing.length }, (_, index) => labelAt(inventory, index));
  };
  const alone = await take();
  expect(alone?.filter(({ project }) => project).length).toBe(20 * 3 + LABELS * 2 + 100);
  expect(await take(PROGRAM)).toEqual(alone);
});
