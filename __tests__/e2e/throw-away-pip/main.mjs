// @ts-check
import { execFile, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { countCache } from '../../support/count.mjs';
import { fillCache, writeOldFormatCopy } from '../../support/fill-cache.mjs';
import { findPython } from '../../support/python.mjs';

const { RUNNER_TEMP = '', GITHUB_ENV = '', GITHUB_PATH = '', GITHUB_STATE = '' } = process.env;
const folder = join(RUNNER_TEMP, 'throw-away-pip');
const cacheDir = join(folder, 'cache');
const bin = join(folder, 'venv', 'bin');

const index = await startIndex();
/** @param {string} file a file of the runner @param {Record<string, string | number>} values */
const writeValues = (file, values) =>
  appendFileSync(
    file,
    Object.entries(values)
      .map((entry) => `${entry.join('=')}\n`)
      .join(''),
  );
// Before anything that can fail, because the post step has to end the index.
writeValues(GITHUB_STATE, { index: index.process, cache: cacheDir });

const { command } = await findPython();
await promisify(execFile)(command, ['-m', 'venv', join(folder, 'venv')]);
const python = await findPython([join(bin, 'python')]);
await fillCache({
  python,
  cacheDir,
  home: join(folder, 'home'),
  index,
  downloads: ['alpha', 'beta'],
  wheels: ['scikit-learn', 'PyYAML'],
});
if (countCache(cacheDir).byArea['http-v2'].files > 0) writeOldFormatCopy(cacheDir);

appendFileSync(GITHUB_PATH, `${bin}\n`);
writeValues(GITHUB_ENV, {
  PIP_CACHE_DIR: cacheDir,
  PIP_INDEX_URL: index.url,
  PIP_TRUSTED_HOST: index.trustedHost,
  PIP_CONFIG_FILE: '/dev/null',
  PIP_DISABLE_PIP_VERSION_CHECK: 1,
});
const { files, bytes } = countCache(cacheDir);
writeValues(GITHUB_STATE, { files });
console.log(
  `pip ${python.pipVersion} of Python ${python.version} has filled ${cacheDir}: ${files} files, ${bytes} bytes.`,
);

/** @returns {Promise<{ process: number, url: string, trustedHost: string }>} */
async function startIndex() {
  const script = fileURLToPath(new URL('serve.mjs', import.meta.url));
  // Detached, because it must keep running when the step ends.
  const child = spawn(process.execPath, [script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.destroy();
    child.unref();
    return JSON.parse(line);
  }
  throw new Error('The package index did not start.');
}
