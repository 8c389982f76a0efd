import { saveState } from '@actions/core';
import type { Inputs } from '../../inputs/inputs.js';
import type { Environment } from '../../pip/environment.js';
import type { Located } from '../../pip/locate.js';
import { allOrNothing } from '../../report/all-or-nothing.js';
import { whyDisabled } from '../../report/explain.js';
import type { Log } from '../../report/log.js';
import { progressIn } from '../../report/progress-log.js';
import { plain } from '../../report/sentence.js';
import type { Remembered, StepContext } from '../../reset/context.js';
import { withCache } from '../../reset/find-cache.js';
import { messageOf } from '../../util/errors.js';
import { humanSize } from '../../util/units.js';
import { STATE_NAME, stateOf } from './state.js';

/**
 * Longest state, in characters, that every system can pass to a post step. The runner passes it in an environment
 * variable, and Windows limits a variable to 32,767 characters.
 */
const MAX_STATE_LENGTH = 32_000;

/**
 * Finds the interpreter and the cache, checks that the cache may be cleared, and saves both with the inputs for the
 * post step.
 *
 * @param given `inputs`, and the same by name as the user wrote them.
 * @returns the exit code. If the state can't be saved, the step warns and still succeeds.
 * @throws Refusal if the cache can't be found or must not be cleared.
 */
export async function register(
  given: { readonly inputs: Inputs; readonly byName: Readonly<Record<string, string>> },
  log: Log,
  context: Omit<StepContext, 'progress'>,
): Promise<number> {
  const { inputs, byName } = given;
  const located = await withCache(inputs, { ...context, progress: progressIn(log) }, async (found) => found);
  const cacheDirectory = located.kind === 'found' ? located.directory : undefined;
  const remembered: Remembered = { interpreter: located.pip.interpreter, cacheDirectory };
  try {
    save(stateOf(byName, remembered), context.env);
  } catch (thrown) {
    log.warning(`Nothing will be reset when the job fails, since it could not be remembered: ${messageOf(thrown)}`);
    return 0;
  }
  log.say(announcement(inputs, located));
  log.say(`Interpreter ${remembered.interpreter}.`);
  return 0;
}

function save(state: string, { GITHUB_STATE: file }: Environment): void {
  if (!file) throw new Error('there is no GITHUB_STATE, which a runner sets');
  if (state.length > MAX_STATE_LENGTH) {
    throw new Error(`${state.length} characters are too many; a post step can be given ${MAX_STATE_LENGTH}`);
  }
  allOrNothing(file, () => saveState(STATE_NAME, state));
}

function announcement(inputs: Inputs, located: Located): string {
  if (located.kind === 'disabled') {
    return `${plain(whyDisabled(located.why))} Nothing is deleted now, nor when the job fails.`;
  }
  const { mode, packages, builtWheelsOnly, minSize, dryRun } = inputs;
  const condition = minSize === undefined ? '' : ` with at least ${humanSize(minSize)} in the cache`;
  if (mode === 'inspect') {
    return `If the job fails, its summary tells at its end what ${located.directory} holds. Nothing is deleted.`;
  }
  const names = packages.map(({ text }) => text).join(', ');
  const entries =
    mode === 'purge' ? 'everything that pip cached' : `${builtWheelsOnly ? 'locally built wheels' : 'all'} of ${names}`;
  return (
    `If the job fails${condition}, this ${dryRun ? 'would go' : 'goes'} from ${located.directory} at its end: ` +
    `${entries}. Nothing is deleted ${dryRun ? 'in a dry run' : 'now'}.`
  );
}
