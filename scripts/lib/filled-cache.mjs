// @ts-check
import { countCache } from '../../__tests__/support/count.mjs';
import { fillCache, writeOldFormatCopy } from '../../__tests__/support/fill-cache.mjs';
import { startPackageIndex } from '../../__tests__/support/package-index.mjs';

const DOWNLOADS = [1, 2, 3, 4, 5, 6].map((n) => ({
  name: `download-${n}`,
  versions: ['1.0'],
  payloadBytes: n * 150_000,
}));
const SDISTS = [
  { name: 'scikit-learn', versions: ['1.5.0'], kind: 'sdist', spelling: 'scikit_learn', payloadBytes: 40_000 },
  { name: 'PyYAML', versions: ['6.0'], kind: 'sdist', spelling: 'PyYAML', payloadBytes: 60_000 },
];

/**
 * Lets a real pip fill a cache by downloading and building packages from a local package index. If pip is 23.3 or
 * later, the cache also gets the responses in the old format, as on a machine where pip was upgraded.
 *
 * @param {object} options
 * @param {{ command: string }} options.python the interpreter whose pip is used
 * @param {string} options.cacheDir
 * @param {string} options.home a temporary home directory
 * @returns {Promise<ReturnType<typeof countCache>>} the contents of the cache, counted without the action's code
 */
export async function filledCache({ python, cacheDir, home }) {
  const index = await startPackageIndex({ projects: [...DOWNLOADS, ...SDISTS] });
  try {
    const names = { downloads: DOWNLOADS.map(({ name }) => name), wheels: SDISTS.map(({ name }) => name) };
    await fillCache({ python, cacheDir, home, index, ...names });
  } finally {
    await index.close();
  }
  if (countCache(cacheDir).byArea['http-v2'].files > 0) writeOldFormatCopy(cacheDir);
  return countCache(cacheDir);
}
