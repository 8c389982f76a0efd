import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Fixture } from './fixture.js';
import type { RunOptions, RunResult } from './runner.mjs';

const file = new URL('../../on-failure/action.yml', import.meta.url);
const { runs } = parse(readFileSync(file, 'utf8'));

/** What the runner starts for on-failure/action.yml. */
export const entries = {
  main: fileURLToPath(new URL(runs.main, file)),
  post: fileURLToPath(new URL(runs.post, file)),
};

type Inputs = Record<string, string>;

/** The main step of on-failure. */
export function registers(
  { step }: Fixture,
  inputs: Inputs = {},
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return step(inputs, { entry: entries.main, ...options });
}

/** The post step of on-failure, given what its main step has saved. The runner evaluates the inputs anew, and hands them over too. */
export function ends(
  { step }: Fixture,
  main: Pick<RunResult, 'state'>,
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return step({}, { entry: entries.post, state: main.state, ...options });
}
