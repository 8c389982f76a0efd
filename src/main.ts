import { runAction } from './action.js';

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancelled.abort());
// Whoever read the log may have gone; the work and its outputs go on.
process.stdout.on('error', () => {});
process.exitCode = await runAction(process.env, cancelled.signal);
