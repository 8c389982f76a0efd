// @ts-check
// Started by `node --import`: notes the URL of each module that the process loads in the file that BENCH_LOADED names.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const list = process.env.BENCH_LOADED;
registerHooks({
  load(url, context, nextLoad) {
    if (list) appendFileSync(list, `${url}\n`);
    return nextLoad(url, context);
  },
});
