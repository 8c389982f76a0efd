// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillCache } from '../support/fill-cache.mjs';
import { withoutBody } from '../support/old-format.mjs';
import { startPackageIndex } from '../support/package-index.mjs';
import { findPython } from '../support/python.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

/** Names that begin alike, and versions that do. */
const WHEELS = [
  { name: 'foo', versions: ['1.0', '1.0.1', '1.0rc1'] },
  { name: 'Foo.Bar', spelling: 'Foo.Bar', versions: ['1.0'] },
  { name: 'foo-bar-baz', versions: ['1!2.0+local.1', '10.0'] },
  { name: 'bar', versions: ['1.0'] },
];
const SDISTS = [
  { name: 'sdist', versions: ['2.0'] },
  { name: 'sdist-foo', versions: ['2.0'] },
  { name: 'sdist-foo-2-bar', versions: ['3.0.post1'] },
];

/** It is in the addresses, and so in the responses: the cases of a seed are the same each time only if it is. */
const PORT = 47_113;

/**
 * The machine's real pip fills a cache, and every response in it is provided in the form of `http-v2`, in base64.
 * @param {{ provide(key: 'realResponses', value: any): void }} project
 */
export default async function setup(project) {
  const python = await findPython(process.env.TEST_PYTHON ? [process.env.TEST_PYTHON] : undefined);
  const home = temporaryDirectory('fuzz');
  const cacheDir = join(home, 'cache');
  const common = { payloadBytes: 300 };
  const projects = [
    ...WHEELS.map((one) => ({ ...one, ...common })),
    ...SDISTS.map((one) => ({ ...one, ...common, kind: /** @type {const} */ ('sdist') })),
  ];
  const index = await startPackageIndex({ projects, port: PORT }).catch(() => {
    console.log(`Port ${PORT} is taken: the cases are not those of other runs.`);
    return startPackageIndex({ projects });
  });
  try {
    const rounds = Math.max(...WHEELS.map(({ versions }) => versions.length));
    for (let round = 0; round < rounds; round += 1) {
      const wanted = WHEELS.flatMap(({ name, versions }) =>
        versions.slice(round, round + 1).map((one) => `${name}==${one}`),
      );
      const sdists = round === 0 ? SDISTS.map(({ name, versions }) => `${name}==${versions[0]}`) : [];
      await fillCache({ python, cacheDir, home, index, downloads: wanted, wheels: sdists });
    }
  } finally {
    await index.close();
  }
  const responses = ['http', 'http-v2'].flatMap((area) => responsesIn(join(cacheDir, area)));
  removeTemporaryDirectories();
  project.provide(
    'realResponses',
    responses.map(({ metadata, body }) => ({
      metadata: withoutDate(metadata).toString('base64'),
      body: body.toString('base64'),
    })),
  );
}

/**
 * @param {Buffer} metadata
 * @returns {Buffer} the same on each day
 */
function withoutDate(metadata) {
  const text = metadata
    .toString('latin1')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g, 'Mon, 01 Jan 2024 00:00:00 GMT');
  return Buffer.from(text, 'latin1');
}

/**
 * @param {string} area
 * @returns {{ metadata: Buffer, body: Buffer }[]}
 */
function responsesIn(area) {
  /** @type {string[]} */
  let paths = [];
  try {
    paths = /** @type {string[]} */ (readdirSync(area, { recursive: true, encoding: 'utf8' }));
  } catch {
    // This pip has the other format.
  }
  return paths
    .sort()
    .filter((path) => /(?:^|[\\/])[0-9a-f]{56}$/.test(path))
    .map((path) => join(area, path))
    .map((path) =>
      area.endsWith('http')
        ? withoutBody(readFileSync(path))
        : { metadata: readFileSync(path), body: readFileSync(`${path}.body`) },
    );
}
