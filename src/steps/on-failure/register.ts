import { saveState } from '@actions/core';
import type { Inputs } from '../../inputs/inputs.js';
import type { Environment } from '../../pip/environment.js';
import type { Located } from '../../pip/locate.js';
import { allOrNothing } from '../../report/all-or-nothing.js';
import { whyDisabled } from '../../report/explain.js';
import type { Log } from '../../report/log.js';
import { progressIn } from '../../report/progress-log.js';
import type { Remembered, StepContext } from '../../reset/context.js';
import { withCache } from '../../reset/find-cache.js';
import { messageOf } from '../../util/errors.js';
import { humanSize } from '../../util/units.js';
import { STATE_NAME, stateOf } from './state.js';

/** Characters of a state that every system hands over to a post step: Windows takes 32,767 in a variable. */
const LONGEST_STATE = 32_000;

/**
 * Finds the interpreter and the cache that are meant, makes sure that it may be cleared, and remembers both with the inputs for the post step.
 *
 * @param given the inputs by name, as they were given.
 * @returns the exit code. A reset that can't be remembered is a warning.
 * @throws Refusal
 */
export async function register(
  inputs: Inputs,
  given: Readonly<Record<string, string>>,
  log: Log,
  context: Omit<StepContext, 'progress'>,
): Promise<number> {
  // How full the cache is now is of no use later.
  const located = await withCache(inputs, { ...context, progress: progressIn(log) }, async (found) => found, false);
  const cacheDirectory = located.kind === 'found' ? located.directory : undefined;
  const remembered: Remembered = { interpreter: located.pip.interpreter, cacheDirectory };
  try {
    save(stateOf(given, remembered), context.env);
  } catch (thrown) {
    log.warning(`Nothing will be reset when the job fails, since it could not be remembered: ${messageOf(thrown)}`);
    return 0;
  }
  log.say(promise(inputs, located));
  log.say(`Interpreter ${remembered.interpreter}.`);
  return 0;
}

function save(state: string, { GITHUB_STATE: file }: Environment): void {
  if (!file) throw new Error('there is no GITHUB_STATE, which a runner sets');
  if (state.length > LONGEST_STATE) {
    throw new Error(`${state.length} characters are too many; a post step can be given ${LONGEST_STATE}`);
  }
  allOrNothing(file, () => saveState(STATE_NAME, state));
}

function promise(inputs: Inputs, located: Located): string {
  if (located.kind === 'disabled') {
    return `${whyDisabled(located.why)} Nothing is deleted now, nor when the job fails.`;
  }
  const { mode, packages, builtWheelsOnly, minSize, dryRun } = inputs;
  const size = minSize === undefined ? '' : ` with at least ${humanSize(minSize)} in the cache`;
  if (mode === 'inspect') {
    return `If the job fails, its summary tells at its end what ${located.directory} holds. Nothing is deleted.`;
  }
  const names = packages.map(({ text }) => text).join(', ');
  const what =
    mode === 'purge' ? 'everything that pip cached' : `${builtWheelsOnly ? 'locally built wheels' : 'all'} of ${names}`;
  return (
    `If the job fails${size}, this ${dryRun ? 'would go' : 'goes'} from ${located.directory} at its end: ${what}. ` +
    `Nothing is deleted ${dryRun ? 'in a dry run' : 'now'}.`
  );
}
