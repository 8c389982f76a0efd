import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { entries } from '../../src/cache/listing.js';
import { bytePath } from '../../src/cache/paths.js';
import { survey } from '../../src/cache/survey.js';
import { parsePackages, selectsName } from '../../src/inputs/packages.js';
import { contentsOf } from '../../src/inventory/contents.js';
import { labelAt } from '../../src/inventory/label.js';
import { responseName } from '../../src/inventory/names/response-names.js';
import { packageEntries } from '../../src/inventory/package-entries.js';
import { takeInventory } from '../../src/inventory/take-inventory.js';
import { startPace } from '../../src/util/pace.js';
import { countCache } from '../support/count.mjs';
import { fingerprint } from '../support/fingerprint.mjs';
import { withBody } from '../support/old-format.mjs';
import { seededNumbers } from '../support/seeded.mjs';
import { mutated } from './mutations.js';
import { type Pair, realResponses } from './real-responses.js';

const SEED = process.env.FUZZ_SEED ?? 'inventory';
const INDEX = 'http://127.0.0.1:47113/simple';
const CACHES = 12;
const ENTRIES = 500;
/** What a cache's inventory may take, in milliseconds of processor time for each entry. */
const MOST_TIME = 50;

// What is opened, and what it was then.
const opened = vi.hoisted(() => new Map<string, string>());
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const openSync: typeof real.openSync = (path, flags, mode) => {
    const status = real.lstatSync(path);
    opened.set(String(path), status.isFile() ? `file, flags ${flags}` : 'no file');
    return real.openSync(path, flags, mode);
  };
  return { ...real, openSync };
});

const real = realResponses();
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'reset-pip-cache-fuzz-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => opened.clear());

type Random = () => number;

/** The addresses of all that the real pip asked for, and of the page of a project that it didn't. */
const addresses = real.flatMap(({ metadata, body }) => {
  const page = metadata.includes('Content-Encoding') ? gunzipSync(body).toString() : '';
  const files = [...page.matchAll(/"url":"([^"]*)"/g)].flatMap(([, url = '']) => [url, `${url}.metadata`]);
  const name = /"name":"([^"]*)"/.exec(page)?.[1];
  const origin = new URL(files[0] ?? INDEX).origin;
  return name === undefined ? [] : [...files, `${origin}/simple/${name}/`, `${origin}/simple/foo-bar/`];
});

/** The names of their responses. */
const requested = new Set(addresses.map(responseName));

it(`${CACHES} caches of ${ENTRIES} mutated entries each: nothing outside is opened, nothing is changed, no other package is taken, seed ${JSON.stringify(SEED)}`, async () => {
  const random = seededNumbers(`caches ${SEED}`);
  const outside = join(root, 'outside');
  mkdirSync(outside);
  const stranger = real.find(({ body }) => body.toString('latin1', 0, 2) === 'PK') as Pair;
  // What would be known if it were opened.
  writeFileSync(join(outside, 'old'), withBody(stranger.metadata, stranger.body));
  writeFileSync(join(outside, 'new'), stranger.metadata);
  writeFileSync(join(outside, 'new.body'), stranger.body);
  let [looked, known, taken, byAddress] = [0, 0, 0, 0];
  for (let number = 0; number < CACHES; number += 1) {
    const cache = join(root, `cache ${number}`);
    for (let entry = 0; entry < ENTRIES; entry += 1) plant(cache, outside, `${number} ${entry}`, random);
    const before = fingerprint(root, []);
    const { listing } = await survey(
      bytePath(cache),
      startPace(() => {}),
    );
    const began = process.cpuUsage();
    const inventory = await takeInventory(listing, { pace: startPace(() => {}), signal: new AbortController().signal });
    if (!inventory) throw new Error('no inventory');
    const { user } = process.cpuUsage(began);
    expect(user / 1000 / ENTRIES, `cache ${number}`).toBeLessThan(MOST_TIME);
    const contents = contentsOf(inventory);
    const count = countCache(cache);
    expect(contents.all).toMatchObject({ files: count.files, bytes: count.bytes });
    looked += contents.all.files;
    known += contents.all.files - contents.kinds.unknown.files;

    const projects = contents.projects.map(({ project }) => project);
    const selectors = parsePackages('foo, sdist-*, bar==1.0, Foo.Bar');
    const {
      marks,
      matched,
      inventory: completed,
    } = await packageEntries(inventory, selectors, {
      indexes: [INDEX],
      pace: startPace(() => {}),
      signal: new AbortController().signal,
    });
    for (const { index, path, kind, name } of entries(listing)) {
      if (!marks[index]) continue;
      taken += 1;
      expect(kind, path).not.toBe('directory');
      const { project } = labelAt(completed, index);
      expect(
        selectors.some((selector) => project !== undefined && selectsName(selector, project)),
        path,
      ).toBe(true);
      if (labelAt(inventory, index).project === undefined) {
        byAddress += 1;
        expect(requested, path).toContain(name.replace(/\.body$/, ''));
      }
    }
    for (const selector of matched)
      expect(
        projects.some((project) => selectsName(selector, project)),
        selector.text,
      ).toBe(true);
    for (const [path, what] of opened) {
      expect(path).toMatch(new RegExp(`^${cache}/http(?:-v2)?/`));
      expect(what, path).toMatch(/^file, flags /);
    }
    expect(opened.size).toBeGreaterThan(ENTRIES / 2);
    opened.clear();
    expect(fingerprint(root, [])).toEqual(before);
    rmSync(cache, { recursive: true });
  }
  console.log(
    `Seed ${SEED}: ${CACHES * ENTRIES} mutated entries of ${CACHES} caches; ${looked} files, ${known} known, ${taken} taken, ${byAddress} of them by address.`,
  );
  expect(known).toBeGreaterThan(looked / 10);
  expect(taken).toBeGreaterThan(looked / 100);
  expect(byAddress).toBeGreaterThan(0);
});

/** Writes one entry, of which something is not as it should be in half of the cases. */
function plant(cache: string, outside: string, text: string, random: Random): void {
  const oneOf = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const one = oneOf(real);
  const metadata = random() < 0.2 ? mutated(one.metadata, random, oneOf(real).metadata) : one.metadata;
  const body = random() < 0.5 ? mutated(one.body, random, oneOf(real).body) : one.body;
  const address = random() < 0.3 ? oneOf(addresses) : `https://fuzz.example/${text}`;
  const name = random() < 0.1 ? mutatedName(text, random) : (responseName(address) ?? '');
  const folders =
    random() < 0.05 ? oneOf(['0/0/0/0/0', [...name.slice(0, 4)].join('/'), '']) : [...name.slice(0, 5)].join('/');
  const area = oneOf(['http', 'http-v2', 'wheels'].slice(0, random() < 0.05 ? 3 : 2));
  const path = join(cache, area, folders, name);
  if (lstatSync(path, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(path), { recursive: true });
  if (area === 'wheels') writeFileSync(`${path.slice(0, -10)}-1.0-py3-none-any.whl`, body);
  else if (area === 'http') write(path, withBodyOrNot(metadata, body), join(outside, 'old'), random);
  else {
    write(path, metadata, join(outside, 'new'), random);
    if (random() < 0.95) write(`${path}.body`, body, join(outside, 'new.body'), random);
  }
}

function withBodyOrNot(metadata: Buffer, body: Buffer): Buffer {
  try {
    return withBody(metadata, body);
  } catch {
    return Buffer.concat([metadata, body]);
  }
}

/** Writes a file, or a link to one outside in its place, or what else can be there. */
function write(path: string, bytes: Buffer, outside: string, random: Random): void {
  const what = random();
  if (what < 0.03) symlinkSync(outside, path);
  else if (what < 0.04) symlinkSync(dirname(outside), path);
  else if (what < 0.05) mkdirSync(path);
  else if (what < 0.06) spawnSync('mkfifo', [path]);
  else if (what < 0.08) {
    writeFileSync(`${path}.tmp`, bytes);
    linkSync(`${path}.tmp`, path);
  } else if (what < 0.09) {
    writeFileSync(path, bytes);
    renameSync(path, `${path}x`);
  } else writeFileSync(path, bytes);
}

function mutatedName(text: string, random: Random): string {
  const name = responseName(`https://fuzz.example/${text}`) ?? '';
  const ways = [
    name.slice(1),
    `${name}0`,
    name.toUpperCase(),
    `${name}.body`,
    `${name.slice(0, 55)}g`,
    `\xff${name.slice(1)}`,
    '.'.repeat(56),
  ];
  return ways[Math.floor(random() * ways.length)] as string;
}
