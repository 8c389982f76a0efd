import type { Environment } from './pip/environment.js';
import { runResetStep } from './steps/reset-step.js';

type StartedStep = (env: Environment, signal: AbortSignal) => Promise<number>;

// What the small files in dist/ call that the runner starts; one bundle serves them all.

/** The step of `action.yml`. */
export const main = () => start(async () => runResetStep);

/** The main step of `on-failure/action.yml`. */
export const onFailureMain = () => start(async () => (await import('./steps/on-failure/steps.js')).registerReset);

/** The post step of `on-failure/action.yml`. */
export const onFailurePost = () => start(async () => (await import('./steps/on-failure/steps.js')).resetAfterFailure);

/** A worker thread of the inventory. */
export const inventoryWorker = async () => (await import('./inventory/worker.js')).work();

async function start(load: () => Promise<StartedStep>): Promise<void> {
  const cancelled = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancelled.abort());
  // Whoever read the log may have gone; the work and its outputs go on.
  process.stdout.on('error', () => {});
  const step = await load();
  process.exitCode = await step(process.env, cancelled.signal);
}
