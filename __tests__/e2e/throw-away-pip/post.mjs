// @ts-check
import { countCache } from '../../support/count.mjs';

const { STATE_cache: cacheDir = '', STATE_files: filled, STATE_index: index = '' } = process.env;
// process.kill(0) would end all processes of this step.
if (index !== '') process.kill(Number(index));
const { files, bytes } = countCache(cacheDir);
console.log(`At the end of the job, ${cacheDir} holds ${files} files, ${bytes} bytes.`);

/** @type {Record<string, string | undefined>} */
const expectedFiles = { all: filled, none: '0' };
const expected = process.env['INPUT_AT-THE-END'] ?? '';
if (expected !== '' && expectedFiles[expected] !== String(files)) {
  console.log(`::error::${files} files are in the cache, and not ${expected} of ${filled}.`);
  process.exitCode = 1;
}
