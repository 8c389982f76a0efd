import { isAbsolute } from 'node:path';
import { type Inputs, readInputs } from '../../inputs/inputs.js';
import type { Environment } from '../../pip/environment.js';
import type { Remembered } from '../../reset/context.js';
import { messageOf, Refusal } from '../../util/errors.js';

/** The one name under which the main step saves what its post step has to know; the runner hands it over as STATE_ and the name. */
export const STATE_NAME = 'registration';

const VERSION = 1;

/** What the main step leaves for its post step. */
export interface Registration extends Remembered {
  readonly inputs: Inputs;
}

/**
 * @param given the inputs by name, as they were given: the runner evaluates the expressions in a step's `with:` once more for a post step,
 *   and they may have another value by then.
 * @returns the value to save.
 */
export function stateOf(given: Readonly<Record<string, string>>, { interpreter, cacheDirectory }: Remembered): string {
  return JSON.stringify({ version: VERSION, inputs: given, interpreter, cacheDirectory: cacheDirectory ?? null });
}

/**
 * Reads what the main step has left, trusting none of it: a variable of the job may have that name.
 *
 * @returns undefined when there is nothing.
 * @throws Refusal when it isn't what `stateOf` makes, or an input in it isn't allowed.
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
