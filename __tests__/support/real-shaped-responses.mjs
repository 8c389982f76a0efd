// @ts-check
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { buildDistribution } from './distributions.mjs';
import { seededNumbers } from './seeded.mjs';
import { writeResponses } from './synthetic-responses.mjs';

/**
 * The kinds of responses after installing wheels and some sdists from PyPI, with their cumulative shares in percent.
 */
const KINDS = /** @type {const} */ ([
  ['index page', 33],
  ['metadata', 63],
  ['wheel', 95],
  ['sdist', 100],
]);
const VERSIONS = 5;

/**
 * Writes responses like those of PyPI into the `http-v2` area of a cache: compressed pages of 20 to 400 files, and
 * wheels, metadata and sdists of 200 bytes to 40 kB, all of them valid. The same seed gives the same files.
 *
 * @param {string} cacheDir
 * @param {number} count
 * @param {object} [options]
 * @param {string | number} [options.seed]
 * @returns {{ files: number, bytes: number, kinds: Record<string, number>, projects: number }} what was written
 */
export function realShapedResponses(cacheDir, count, { seed = 1 } = {}) {
  const random = seededNumbers(`shapes ${seed}`);
  /** @type {Record<string, number>} */
  const kinds = {};
  const kindOf = () => {
    const at = random() * 100;
    return KINDS.find(([, upTo]) => at < upTo)?.[0] ?? 'wheel';
  };
  const projects = Math.ceil(count / 8);
  /** @type {Set<string>} */
  const named = new Set();
  const written = writeResponses(cacheDir, count, seed, () => {
    const kind = kindOf();
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    const name = `project-${Math.floor(random() * projects)}`;
    named.add(name);
    const version = `1.${Math.floor(random() * VERSIONS)}`;
    if (kind === 'index page') {
      const page = JSON.stringify(pageOf(name, Math.round(20 * 20 ** random())));
      return { body: gzipSync(page, { level: 1 }), headers: { 'Content-Encoding': 'gzip', 'Content-Type': JSON_TYPE } };
    }
    const payloadBytes = kind === 'metadata' ? 0 : Math.round(200 * 200 ** random());
    const { bytes, metadata } = buildDistribution({
      name,
      version,
      kind: kind === 'sdist' ? 'sdist' : 'wheel',
      payloadBytes,
    });
    const body = kind === 'metadata' ? Buffer.concat([/** @type {Buffer} */ (metadata), DESCRIPTION]) : bytes;
    return { body, headers: { 'Content-Type': 'application/octet-stream' } };
  });
  return { ...written, kinds, projects: named.size };
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const DESCRIPTION = Buffer.from(`\n${'What this project is for, in some words. '.repeat(100)}\n`);

/**
 * Returns an index page in PyPI's order of keys: `files` before `name`.
 *
 * @param {string} name
 * @param {number} count
 */
function pageOf(name, count) {
  const files = Array.from({ length: count }, (_, index) => {
    const filename = `${name.replaceAll('-', '_')}-1.${index}-py3-none-any.whl`;
    const sha256 = createHash('sha256').update(filename).digest('hex');
    const folder = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256.slice(4)}`;
    return {
      'core-metadata': { sha256 },
      'data-dist-info-metadata': { sha256 },
      filename,
      hashes: { sha256 },
      'requires-python': '>=3.9',
      size: 12_345,
      'upload-time': '2024-01-01T00:00:00.000000Z',
      url: `https://files.pythonhosted.org/packages/${folder}/${filename}`,
      yanked: false,
    };
  });
  const versions = files.map((_, index) => `1.${index}`);
  return {
    'alternate-locations': [],
    files,
    meta: { _last_serial: 1, 'api-version': '1.4' },
    name,
    'project-status': { status: 'active' },
    versions,
  };
}
