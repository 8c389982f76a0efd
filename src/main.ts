import type { Environment } from './pip/environment.js';
import { runResetStep } from './steps/reset-step.js';

type StartedStep = (env: Environment, signal: AbortSignal) => Promise<number>;

// The entry points. The runner starts small files in dist/ that each call one of these functions; all share one bundle.

/** Runs the step of `action.yml` and sets the exit code of the process. */
export const main = () => start(async () => runResetStep);

/** Runs the main step of `on-failure/action.yml` and sets the exit code of the process. */
export const onFailureMain = () => start(async () => (await import('./steps/on-failure/steps.js')).registerReset);

/** Runs the post step of `on-failure/action.yml` and sets the exit code of the process. */
export const onFailurePost = () => start(async () => (await import('./steps/on-failure/steps.js')).resetAfterFailure);

/** Runs a worker thread of the inventory until its share of the work is done. */
export const inventoryWorker = async () => (await import('./inventory/worker.js')).work();

async function start(load: () => Promise<StartedStep>): Promise<void> {
  const cancelled = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancelled.abort());
  // The reader of the log may have closed the pipe. The reset and its outputs don't depend on it.
  process.stdout.on('error', () => {});
  const step = await load();
  process.exitCode = await step(process.env, cancelled.signal);
}
