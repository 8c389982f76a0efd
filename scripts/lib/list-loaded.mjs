// @ts-check
// For `node --import`: appends the URL of each module that the process loads to the file named by BENCH_LOADED.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const list = process.env.BENCH_LOADED;
registerHooks({
  load(url, context, nextLoad) {
    if (list) appendFileSync(list, `${url}\n`);
    return nextLoad(url, context);
  },
});
