// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { fillCache } from '../support/fill-cache.mjs';
import { BUILT } from '../support/global-setup.mjs';
import { startPackageIndex } from '../support/package-index.mjs';
import { debianPip, installedPips, PIPS_FOLDER } from '../support/pips.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

const PIPS = [
  ...['20.1.1', '20.2.4', '20.3.4', '21.2.4', '21.3.1', '22.0.4', '22.2.2', '23.0.1', '23.2.1', '23.3.2', '24.0'],
  ...['24.3.1', '25.0.1', '25.3', '26.0.1', '26.1.2', 'newest'],
];

/**
 * Installs every pip. A pip with the old format and the newest pip fill one cache, of which each pip gets a copy. It
 * has entries of all versions of pip, and files that the action must not delete.
 *
 * @param {{ provide(key: 'pips' | 'everyPipsCache' | 'index' | 'served', value: any): void }} project
 */
export default async function setup(project) {
  const pips = await installedPips(PIPS_FOLDER, PIPS);
  const debian = await debianPip();
  if (!debian) console.log("This is not Debian, nor made of it: Debian's pip is not among those tested.");
  const { private: key, cert } = await generate(undefined, { keyType: 'ec' });
  // HTTPS, because pip before 21.3 caches nothing else.
  const index = await startPackageIndex({
    tls: { key, cert },
    projects: [
      { name: 'alpha', versions: ['1.0'], payloadBytes: 150_000 },
      { name: 'beta', versions: ['2.0'], payloadBytes: 90_001 },
      ...BUILT.map((one) => ({ ...one, kind: /** @type {const} */ ('sdist'), payloadBytes: 30_000 })),
    ],
  });
  const home = temporaryDirectory('every-pip');
  const cacheDir = join(home, 'cache');
  const wheels = BUILT.flatMap(({ name, versions }) => versions.map((version) => `${name}==${version}`));
  for (const python of [pips[PIPS.indexOf('22.0.4')], pips.at(-1)]) {
    if (!python) throw new Error('no pip');
    for (const built of [wheels.filter((wheel) => wheel !== 'Foo.Bar==1.20'), ['Foo.Bar==1.20']]) {
      await fillCache({ python, cacheDir, home, index, downloads: ['alpha', 'beta'], wheels: built });
    }
  }
  // For a response that a pip has cached already, the status of a second request is 304.
  const served = index.requests.filter(({ status }) => status === 200).map(({ path }) => new URL(path, index.url).href);
  mkdirSync(join(cacheDir, 'selfcheck'), { recursive: true });
  writeFileSync(join(cacheDir, 'selfcheck', 'some-interpreter'), '{}');
  writeFileSync(join(cacheDir, 'selfcheck.json'), '{}');
  writeFileSync(join(cacheDir, 'stranger.txt'), 'not ours');
  writeFileSync(join(cacheDir, 'wheels', 'note.txt'), 'put here by a person');
  mkdirSync(join(cacheDir, 'http-v2', 'empty', 'chain'), { recursive: true });
  project.provide('pips', debian ? [...pips, debian] : pips);
  project.provide('everyPipsCache', cacheDir);
  project.provide('served', [...new Set(served)]);
  project.provide('index', { url: index.url, trustedHost: index.trustedHost });
  return async () => {
    await index.close();
    removeTemporaryDirectories();
  };
}
