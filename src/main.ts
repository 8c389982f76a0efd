import { runAction } from './action.js';

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancelled.abort());
process.exitCode = await runAction(process.env, cancelled.signal);
