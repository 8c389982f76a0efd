import type { Inputs } from '../inputs/inputs.js';
import { unprintableSettings, unprintableVariables } from '../pip/configuration.js';
import { pipEnvironment } from '../pip/environment.js';
import type { JobEnvironment } from '../pip/interpreter.js';
import { type Located, locate, locateAgain } from '../pip/locate.js';
import type { Pip, PipRun } from '../pip/pip.js';
import { withScratch } from '../pip/scratch.js';
import { Refusal } from '../util/errors.js';
import { cancelled, type Run, type StepContext } from './context.js';
import { refuseMoved, refuseUnprintable, refuseWrongDirectory } from './guards.js';
import { waitFor } from './progress.js';

/**
 * Finds pip's cache, checks that it may be cleared, and passes it to `work`.
 *
 * @param work receives the cache. It may run pip until it ends.
 * @returns the result of the work.
 * @throws Refusal if the cache can't be found or must not be cleared. Nothing has been deleted in that case.
 */
export async function withCache<T>(
  inputs: Inputs,
  context: StepContext,
  work: (located: Located, run: Run) => Promise<T>,
): Promise<T> {
  const { env, signal } = context;
  const job: JobEnvironment = { env, workspace: env.GITHUB_WORKSPACE || process.cwd(), platform: process.platform };
  try {
    return await withScratch(env, async (scratch) => {
      const run: Run = { ...context, inputs, job, scratch, started: performance.now() };
      refuseUnprintable(unprintableVariables(env, job.platform));
      const located = await find(run);
      try {
        await refuseCache(located, run);
        return await work(located, run);
      } finally {
        await located.pip.close();
      }
    });
  } catch (thrown) {
    // A pip that was ended because of the cancellation looks like one that failed.
    throw signal.aborted && thrown instanceof Refusal ? cancelled() : thrown;
  }
}

function find({ inputs, progress, job, scratch, signal, remembered }: Run): Promise<Located> {
  const options = {
    cwd: scratch.empty,
    env: pipEnvironment(job.env, job.workspace),
    signal,
    job,
    show: progress.pipRan,
    debug: progress.debug,
  };
  const locating =
    remembered === undefined ? locate(inputs.pythonPath, options) : locateAgain(remembered.interpreter, options);
  return waitFor(locating, 'pip cache dir', progress);
}

async function refuseCache(located: Located, run: Run): Promise<void> {
  const { inputs, progress, job, scratch, remembered } = run;
  progress.pipRan(located.dir);
  if (located.kind === 'disabled') return;
  // PIP_CACHE_DIR outweighs the files of pip's configuration.
  if (!job.env.PIP_CACHE_DIR) refuseUnprintable(unprintableSettings(await configurationOf(located.pip, run)));
  refuseWrongDirectory(located.directory, { expected: inputs.expectCacheDir, job, scratch });
  if (remembered !== undefined) refuseMoved(located.directory, remembered.cacheDirectory);
}

/** Asks pip for its configuration. The output is never shown, because it may hold passwords. */
export function configurationOf(pip: Pip, { progress }: Run): Promise<PipRun> {
  return waitFor(pip.run(['config', 'list']), 'pip config list', progress);
}
