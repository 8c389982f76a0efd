// @ts-check
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countCache } from './count.mjs';
import { fillCache, syntheticResponses, writeOldFormatCopy } from './fill-cache.mjs';
import { startPackageIndex } from './package-index.mjs';
import { findPython } from './python.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary-directory.mjs';

/** The sdists from which pip builds wheels, with spellings of their names that build backends have used. */
export const BUILT = [
  { name: 'scikit-learn', spelling: 'scikit_learn', versions: ['1.5.0'] },
  { name: 'PyYAML', spelling: 'PyYAML', versions: ['6.0'] },
  { name: 'Foo.Bar', spelling: 'Foo.Bar', versions: ['1.2', '1.20'] },
  { name: 'my-company-core', spelling: 'my_company_core', versions: ['3.0'] },
  { name: 'my-company-web', spelling: 'My.Company_Web', versions: ['3.1'] },
];

/**
 * Runs once before all tests. The machine's real pip fills a cache from a local package index, which the tests copy.
 * The cache has responses in the old and in the new format, built wheels, and files that the action must not delete.
 *
 * @param {{ provide(key: 'python' | 'masterCache', value: any): void }} project
 */
export default async function setup(project) {
  const python = await findPython(process.env.TEST_PYTHON ? [process.env.TEST_PYTHON] : undefined);
  const home = temporaryDirectory('master');
  const cacheDir = join(home, 'cache');
  const index = await startPackageIndex({
    projects: [
      { name: 'alpha', versions: ['1.0'], payloadBytes: 150_000 },
      { name: 'beta', versions: ['2.0'], payloadBytes: 90_001 },
      ...BUILT.map((project) => ({ ...project, kind: /** @type {const} */ ('sdist'), payloadBytes: 30_000 })),
    ],
  });
  const wheels = BUILT.flatMap(({ name, versions }) => versions.map((version) => `${name}==${version}`));
  try {
    // pip accepts only one version of a project in one command.
    await fillCache({
      python,
      cacheDir,
      home,
      index,
      downloads: ['alpha', 'beta'],
      wheels: wheels.filter((w) => w !== 'Foo.Bar==1.20'),
    });
    await fillCache({ python, cacheDir, home, index, wheels: ['Foo.Bar==1.20'] });
  } finally {
    await index.close();
  }
  if (countCache(cacheDir).byArea['http-v2'].files > 0) writeOldFormatCopy(cacheDir);
  else syntheticResponses(cacheDir, 20);
  mkdirSync(join(cacheDir, 'selfcheck'), { recursive: true });
  writeFileSync(join(cacheDir, 'selfcheck', 'some-interpreter'), '{}');
  writeFileSync(join(cacheDir, 'stranger.txt'), 'not ours');
  mkdirSync(join(cacheDir, 'http-v2', 'empty', 'chain'), { recursive: true });
  appendFileSync(join(cacheDir, 'wheels', 'note.txt'), 'put here by a person');
  project.provide('python', python);
  project.provide('masterCache', cacheDir);
  return removeTemporaryDirectories;
}
