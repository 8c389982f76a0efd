// @ts-check
import { countCache } from '../../support/count.mjs';

const { STATE_cache: cacheDir = '', STATE_index: index = '' } = process.env;
process.kill(Number(index));
const { files, bytes } = countCache(cacheDir);
console.log(`At the end of the job, ${cacheDir} holds ${files} files, ${bytes} bytes.`);
