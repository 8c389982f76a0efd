// @ts-check
// Started by `node --import`: appends each command that this process starts to the file that BENCH_STARTED names, as a
// JSON array on a line.

import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

const list = process.env.BENCH_STARTED;
subscribe('child_process', (message) => {
  const { process: child } = /** @type {{ process: import('node:child_process').ChildProcess }} */ (message);
  // Not emitted when the program is missing.
  child.once('spawn', () => {
    if (list) appendFileSync(list, `${JSON.stringify([child.spawnfile, ...child.spawnargs.slice(1)])}\n`);
  });
});
