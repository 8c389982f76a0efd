// @ts-check
import { countCache } from '../../support/count.mjs';

const { STATE_cache: cacheDir = '', STATE_files: filled, STATE_index: index = '' } = process.env;
// 0 would be all of this step's processes.
if (index !== '') process.kill(Number(index));
const { files, bytes } = countCache(cacheDir);
console.log(`At the end of the job, ${cacheDir} holds ${files} files, ${bytes} bytes.`);

/** @type {Record<string, string | undefined>} */
const wanted = { all: filled, none: '0' };
const wish = process.env['INPUT_AT-THE-END'] ?? '';
if (wish !== '' && wanted[wish] !== String(files)) {
  console.log(`::error::${files} files are in the cache, and not ${wish} of ${filled}.`);
  process.exitCode = 1;
}
