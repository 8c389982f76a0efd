import { isAbsolute } from 'node:path';
import { type Inputs, readInputs } from '../../inputs/inputs.js';
import type { Environment } from '../../pip/environment.js';
import type { Remembered } from '../../reset/context.js';
import { messageOf, Refusal } from '../../util/errors.js';

/** Name of the saved state. The runner passes the state to the post step in the variable `STATE_` and this name. */
export const STATE_NAME = 'registration';

const VERSION = 1;

/** What the main step saves for its post step. */
export interface Registration extends Remembered {
  readonly inputs: Inputs;
}

/**
 * Returns the state for the post step. It includes the inputs, because the runner evaluates the expressions in `with:`
 * again for a post step, and their values may have changed.
 *
 * @param given the inputs by name, as the user wrote them.
 * @returns the value to save, as JSON.
 */
export function stateOf(given: Readonly<Record<string, string>>, { interpreter, cacheDirectory }: Remembered): string {
  return JSON.stringify({ version: VERSION, inputs: given, interpreter, cacheDirectory: cacheDirectory ?? null });
}

/**
 * Reads the state that the main step saved. It is validated like user input, because the job can set a variable of that
 * name itself.
 *
 * @returns undefined if no state was saved.
 * @throws Refusal if the value does not have the form that `stateOf` writes, or holds an input that is not allowed.
 */
export function registrationIn(env: Environment): Registration | undefined {
  const value = env[`STATE_${STATE_NAME}`];
  if (!value) return undefined;
  const { version, inputs, interpreter, cacheDirectory, ...more } = record(parsed(value), 'the whole');
  if (version !== VERSION) throw unreadable(`its version is ${JSON.stringify(version)}, not ${VERSION}`);
  if (Object.keys(more).length > 0) throw unreadable(`there is ${JSON.stringify(Object.keys(more)[0])} in it`);
  return {
    inputs: readInputs(readerOf(record(inputs, 'inputs'))),
    interpreter: absolutePath(interpreter, 'interpreter'),
    cacheDirectory: cacheDirectory === null ? undefined : absolutePath(cacheDirectory, 'cacheDirectory'),
  };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (thrown) {
    throw unreadable(messageOf(thrown));
  }
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw unreadable(`${name} is no object`);
}

function readerOf(inputs: Record<string, unknown>): (name: string) => string {
  return (name) => {
    const value = inputs[name];
    if (typeof value === 'string') return value;
    throw unreadable(`the input ${JSON.stringify(name)} is no text`);
  };
}

function absolutePath(value: unknown, name: string): string {
  if (typeof value === 'string' && isAbsolute(value)) return value;
  throw unreadable(`${name} is no absolute path`);
}

function unreadable(why: string): Refusal {
  return new Refusal(`What was remembered for the end of the job can't be read: ${why}. Nothing was deleted.`);
}
