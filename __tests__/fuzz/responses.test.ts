import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { responseLabel } from '../../src/inventory/formats/body.js';
import { readPage } from '../../src/inventory/formats/index-page.js';
import type { Source } from '../../src/inventory/formats/open-file.js';
import { storedResponse } from '../../src/inventory/formats/stored-response.js';
import { type Label, UNKNOWN } from '../../src/inventory/label.js';
import { withBody } from '../support/old-format.mjs';
import { seededNumbers } from '../support/seeded.mjs';
import { unhurried } from '../support/unhurried.js';
import { inAnyOrder } from './any-order.mjs';
import { isNamedBy } from './evidence.js';
import { mutated } from './mutations.js';
import { type Pair, realResponses } from './real-responses.js';

const SEED = process.env.FUZZ_SEED ?? 'inventory';
const CASES = 120_000;
/** What one response may take, in milliseconds of processor time. */
const MOST_TIME = 2000;
/** By how much this process may grow, in bytes. */
const MOST_MEMORY = 400e6;

const real = realResponses();

function inMemory(bytes: Buffer): Source {
  return {
    length: bytes.length,
    read(offset, length) {
      if (offset < 0 || length < 0) throw new Error(`reads ${length} bytes at ${offset}`);
      return bytes.subarray(offset, offset + length);
    },
  };
}

const OPTIONS = { pace: unhurried, progress: () => '' };

/** The label of a response, and its body as the inventory saw it. */
async function labelled(file: Buffer, beside: Buffer | undefined): Promise<{ label: Label; body: Buffer }> {
  const response = storedResponse(inMemory(file), beside && inMemory(beside));
  if (!response) return { label: UNKNOWN, body: Buffer.alloc(0) };
  const body = response.body.read(0, response.body.length);
  // What can't be decompressed is an error of zlib.
  const facts = () => readPage(response, OPTIONS, (link) => link.length > 0).catch(() => undefined);
  const label = responseLabel(response) ?? (await facts())?.label ?? UNKNOWN;
  if (label.kind === 'index page') await facts();
  return { label, body };
}

it('real responses are all known, in both formats, and with their keys in any order', async () => {
  const random = seededNumbers(SEED);
  const labels = await Promise.all(real.map(async ({ metadata, body }) => (await labelled(metadata, body)).label));
  for (const file of [withBody, (metadata: Buffer, body: Buffer) => inAnyOrder(metadata, body, random)]) {
    const others = real.map(async ({ metadata, body }) => (await labelled(file(metadata, body), undefined)).label);
    expect(await Promise.all(others)).toEqual(labels);
  }
  const kinds = new Set(labels.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['index page', 'sdist', 'wheel']));
  expect(kinds).not.toContain('unknown');
  for (const [index, label] of labels.entries())
    expect(isNamedBy((real[index] as Pair).body, label), label.project).toBe(true);
});

describe(`mutated responses, seed ${JSON.stringify(SEED)}`, () => {
  it(`${CASES} of them are read in bounded time and memory, and name nothing that they don't hold`, async () => {
    const kinds: Record<string, number> = {};
    let [slowest, most] = [0, 0];
    const random = seededNumbers(SEED);
    const before = process.memoryUsage.rss();
    for (let number = 0; number < CASES; number += 1) {
      const { file, beside } = mutant(random);
      const which = () =>
        `Case ${number} of seed ${SEED}, in base64 ${file.toString('base64')} and ${beside?.toString('base64')},`;
      const began = process.cpuUsage();
      let found: Awaited<ReturnType<typeof labelled>>;
      try {
        found = await labelled(file, beside);
      } catch (cause) {
        throw new Error(`${which()} ends in an error.`, { cause });
      }
      const { user, system } = process.cpuUsage(began);
      slowest = Math.max(slowest, (user + system) / 1000);
      const { label, body } = found;
      if (!isNamedBy(body, label)) throw new Error(`${which()} does not name ${JSON.stringify(label)}.`);
      kinds[label.kind] = (kinds[label.kind] ?? 0) + 1;
      if (number % 100 > 0) continue;
      // As the pace of an inventory does: only then is what zlib holds of a damaged page given back.
      await new Promise((resolve) => setImmediate(resolve));
      most = Math.max(most, process.memoryUsage.rss() - before);
    }
    console.log(
      `Seed ${SEED}: ${CASES} mutated responses; slowest ${Math.round(slowest)} ms; grew by ${Math.round(most / 1e6)} MB;`,
      kinds,
    );
    expect(slowest).toBeLessThan(MOST_TIME);
    expect(most).toBeLessThan(MOST_MEMORY);
    // It goes on far enough to matter, and not always as before.
    for (const kind of ['index page', 'wheel', 'sdist', 'unknown'])
      expect(kinds[kind], kind).toBeGreaterThan(CASES / 100);
  });

  it.each([
    [
      'a gigabyte of spaces',
      Buffer.concat([gzipSync('{"files":['), ...Array<Buffer>(20).fill(gzipSync(Buffer.alloc(50_000_000, ' ')))]),
    ],
    ['a gigabyte of nothing', Buffer.concat(Array<Buffer>(20).fill(gzipSync(Buffer.alloc(50_000_000))))],
    ['JSON in JSON', Buffer.from(`{"files":[],"name":${'['.repeat(40_000_000)}`)],
    ['objects', Buffer.from(`{"files":[{}],"name":"foo","more":[${'{},'.repeat(8_000_000)}1]}`)],
    ['entities', Buffer.from(`<html><a href="${'&amp;'.repeat(6_000_000)}`)],
    ['elements', Buffer.from(`<html>${'<b>'.repeat(5_000_000)}${'</i>'.repeat(5_000_000)}`)],
    ['anchors', Buffer.from(`<html>${'<a href="'.repeat(4_000_000)}`)],
    ['links', Buffer.from(`<html>${'<a href="foo.exe">'.repeat(1_800_000)}`)],
    ['names', Buffer.from(`{"files":[],${'"name":'.repeat(4_000_000)}`)],
    ['damage', gzipSync(Buffer.alloc(20_000_000, 'damage')).fill(0xff, 1000, 1100)],
  ])('a bomb of %s is as harmless', async (_, bytes) => {
    const encoded = real.find(({ metadata }) => metadata.includes('Content-Encoding')) as Pair;
    const before = process.memoryUsage.rss();
    const began = process.cpuUsage();
    const bomb = bytes.toString('latin1', 0, 2) === '\x1f\x8b' ? bytes : gzipSync(bytes, { level: 1 });
    await labelled(encoded.metadata, bomb);
    await labelled(encoded.metadata, bytes);
    await labelled((real.find(({ metadata }) => !metadata.includes('Content-Encoding')) as Pair).metadata, bomb);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(3 * MOST_TIME);
    expect(process.memoryUsage.rss() - before).toBeLessThan(MOST_MEMORY);
  });
});

/** The files of a response in one of the formats, of which one at least is changed. */
function mutant(random: () => number): { file: Buffer; beside: Buffer | undefined } {
  const any = () => real[Math.floor(random() * real.length)] as Pair;
  const [one, other] = [any(), any()];
  const which = random();
  const metadata = which < 0.25 || which > 0.95 ? mutated(one.metadata, random, other.metadata) : one.metadata;
  const body = which >= 0.25 ? mutated(one.body, random, other.body) : one.body;
  if (random() < 0.5) return { file: metadata, beside: body };
  // The whole file changed, or a part of it put together again.
  if (which < 0.25)
    return {
      file: mutated(withBody(one.metadata, one.body), random, withBody(other.metadata, other.body)),
      beside: undefined,
    };
  if (which > 0.6) return { file: withBody(one.metadata, body), beside: undefined };
  const ordered = inAnyOrder(one.metadata, body, random);
  return { file: random() < 0.8 ? ordered : mutated(ordered, random, other.metadata), beside: undefined };
}
