import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { countCache } from './count.mjs';
import { cleanPipEnvironment, type Python } from './python.mjs';
import { type RunOptions, type RunResult, runAction } from './runner.mjs';
import { temporaryDirectory } from './temporary-directory.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    python: Python;
    masterCache: string;
  }
}

/** The bundle that users run. It is started by the node that ACTION_NODE names, or by the one that runs the tests. */
export const entry = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const node = process.env.ACTION_NODE ?? process.execPath;

/** A temporary home directory with a copy of the cache that a real pip filled. */
export interface Fixture {
  readonly python: Python;
  readonly home: string;
  readonly cacheDir: string;
  readonly workspace: string;
  readonly env: Record<string, string | undefined>;
  /** Runs the step of action.yml, or another entry, with these inputs. */
  step(inputs: Record<string, string>, options?: Partial<RunOptions>): Promise<RunResult>;
  /** Counts the areas without the action's code. */
  count(): ReturnType<typeof countCache>;
}

/**
 * Makes a fixture.
 *
 * @param cacheName the name of the cache directory in the home directory.
 */
export function fixture(cacheName = 'cache'): Fixture {
  const python = inject('python');
  const temp = temporaryDirectory('step');
  const home = join(temp, 'home');
  const workspace = join(temp, 'workspace');
  const cacheDir = join(home, cacheName);
  cpSync(inject('masterCache'), cacheDir, { recursive: true, verbatimSymlinks: true });
  const env = cleanPipEnvironment({ home, cacheDir });
  return {
    python,
    home,
    cacheDir,
    workspace,
    env,
    step: (inputs, options = {}) =>
      runAction({
        entry,
        node,
        home,
        temp,
        cwd: workspace,
        inputs: { 'python-path': python.command, ...inputs },
        ...options,
        env: { ...env, ...options.env },
      }),
    count: () => countCache(cacheDir),
  };
}

/** Returns the file names of the built wheels in a cache, sorted. */
export function builtWheels(cacheDir: string): string[] {
  const wheels = join(cacheDir, 'wheels');
  if (!existsSync(wheels)) return [];
  return readdirSync(wheels, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(/[\\/]/).at(-1) ?? '')
    .filter((name) => name.endsWith('.whl'))
    .sort();
}

/**
 * Returns the message of the error annotation of a failed step.
 *
 * @throws Error if the error is not the only annotation.
 */
export function errorOf(run: RunResult): string {
  const [first, ...others] = run.annotations;
  if (first?.level !== 'error' || others.length > 0)
    throw new Error(`not one error: ${JSON.stringify(run.annotations)}`);
  return first.message;
}
