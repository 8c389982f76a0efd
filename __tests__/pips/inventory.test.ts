import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { entries } from '../../src/cache/listing.js';
import { bytePath } from '../../src/cache/paths.js';
import { survey } from '../../src/cache/survey.js';
import { type Contents, contentsOf } from '../../src/inventory/contents.js';
import { labelAt } from '../../src/inventory/label.js';
import { takeInventory } from '../../src/inventory/take-inventory.js';
import { countCache } from '../support/count.mjs';
import { unhurried } from '../support/unhurried.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URLs of all responses of the package index. */
    served: string[];
  }
}

const cacheDir = inject('everyPipsCache');

/** The projects in the cache, with the spelling of their names in file names. */
const SPELLINGS: Record<string, RegExp> = {
  alpha: /^alpha-/,
  beta: /^beta-/,
  'foo-bar': /^(?:foo_bar|Foo\.Bar)-/,
  'my-company-core': /^my_company_core-/,
  'my-company-web': /^(?:my_company_web|My\.Company_Web)-/,
  pyyaml: /^(?:pyyaml|PyYAML)-/,
  'scikit-learn': /^scikit_learn-/,
};

interface Known {
  readonly path: string;
  readonly project: string;
  readonly kind: string;
}

/** Returns the entries of the cache by the URLs that the index served and by pip's paths, without reading any file. */
function expectedEntries(): Known[] {
  const responses = inject('served').flatMap((url) => {
    const hash = createHash('sha224').update(url).digest('hex');
    const place = join(hash.charAt(0), hash.charAt(1), hash.charAt(2), hash.charAt(3), hash.charAt(4), hash);
    const files = [join('http', place), join('http-v2', place), join('http-v2', `${place}.body`)];
    return files.filter((path) => existsSync(join(cacheDir, path))).map((path) => ({ path, ...labelOf(url) }));
  });
  const wheels = readdirSync(join(cacheDir, 'wheels'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.whl'))
    .flatMap((path) => {
      const project = projectOf(path.split('/').at(-1) ?? '');
      const origin = join('wheels', dirname(path), 'origin.json');
      const files = [join('wheels', path), ...(existsSync(join(cacheDir, origin)) ? [origin] : [])];
      return files.map((file) => ({ path: file, project, kind: 'built wheel' }));
    });
  return [...responses, ...wheels];
}

function labelOf(url: string): { project: string; kind: string } {
  const page = /\/simple\/([^/]+)\/$/.exec(url)?.[1];
  if (page !== undefined) return { project: page, kind: 'index page' };
  const name = url.split('/').at(-1) ?? '';
  const kind = name.endsWith('.metadata') ? 'metadata' : name.endsWith('.whl') ? 'wheel' : 'sdist';
  return { project: projectOf(name), kind };
}

function projectOf(fileName: string): string {
  const [found] = Object.entries(SPELLINGS).filter(([, spelling]) => spelling.test(fileName));
  if (!found) throw new Error(`${fileName} is of no project`);
  return found[0];
}

async function inventory() {
  const { listing } = await survey(bytePath(cacheDir), unhurried);
  const taken = await takeInventory(listing, { pace: unhurried, signal: new AbortController().signal });
  if (!taken) throw new Error('no inventory');
  return taken;
}

function sums(known: readonly Known[], by: 'project' | 'kind'): Record<string, { files: number; bytes: number }> {
  const sums: Record<string, { files: number; bytes: number }> = {};
  for (const one of known) {
    const { files, bytes } = sums[one[by]] ?? { files: 0, bytes: 0 };
    sums[one[by]] = { files: files + 1, bytes: bytes + lstatSync(join(cacheDir, one.path)).size };
  }
  return sums;
}

it('labels each file that pip 22.0.4 and the newest pip wrote, and no other', async () => {
  const taken = await inventory();
  const labels: Known[] = [];
  for (const { index, kind, path } of entries(taken.listing)) {
    if (kind === 'directory') continue;
    const label = labelAt(taken, index);
    labels.push({ path: path.slice(cacheDir.length + 1), project: label.project ?? '', kind: label.kind });
  }
  const stranger = { path: 'wheels/note.txt', project: '', kind: 'unknown' };
  const byPath = (one: Known, other: Known) => (one.path < other.path ? -1 : 1);
  expect(labels.sort(byPath)).toEqual([...expectedEntries(), stranger].sort(byPath));
  const areas = new Set(labels.map(({ path }) => path.split('/')[0]));
  expect([...areas].sort()).toEqual(['http', 'http-v2', 'wheels']);
});

it('counts the files and bytes of each project and kind', async () => {
  const contents: Contents = contentsOf(await inventory());
  const known = expectedEntries();
  const byProject = Object.fromEntries(
    contents.projects.map(({ project, files, bytes }) => [project, { files, bytes }]),
  );
  expect(byProject).toEqual(sums(known, 'project'));
  expect(Object.keys(byProject).sort()).toEqual(Object.keys(SPELLINGS).sort());
  const { unknown, redirect, unreadable, ...kinds } = contents.kinds;
  expect(Object.fromEntries(Object.entries(kinds).map(([kind, { files, bytes }]) => [kind, { files, bytes }]))).toEqual(
    sums(known, 'kind'),
  );
  expect([unknown.files, redirect.files, unreadable.files]).toEqual([1, 0, 0]);
  const { files, bytes } = countCache(cacheDir);
  expect(contents.all).toMatchObject({ files, bytes });
  expect(contents.projects.find(({ project }) => project === 'foo-bar')?.versions).toEqual(['1.2', '1.20']);
});
