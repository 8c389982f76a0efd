import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Fixture } from './fixture.js';
import type { RunOptions, RunResult } from './runner.mjs';

const file = new URL('../../on-failure/action.yml', import.meta.url);
const { runs } = parse(readFileSync(file, 'utf8'));

/** The entry points of on-failure/action.yml. */
export const entries = {
  main: fileURLToPath(new URL(runs.main, file)),
  post: fileURLToPath(new URL(runs.post, file)),
};

type Inputs = Record<string, string>;

/** Runs the main step of on-failure. */
export function runMainStep(
  { step }: Fixture,
  inputs: Inputs = {},
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return step(inputs, { entry: entries.main, ...options });
}

/**
 * Runs the post step of on-failure with the state that its main step saved. The runner also passes inputs to a post
 * step; by default, they are not set here.
 */
export function runPostStep(
  { step }: Fixture,
  main: Pick<RunResult, 'state'>,
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return step({}, { entry: entries.post, state: main.state, ...options });
}
