import { readInputs } from '../../../src/inputs/inputs.js';
import { messageOf } from '../../../src/util/errors.js';
import { code, section, situations } from './document.js';

const REFUSED: readonly Readonly<Record<string, string>>[] = [
  { mode: 'clean' },
  { mode: 'purge', package: 'numpy' },
  { mode: 'inspect', package: 'numpy' },
  { mode: 'remove' },
  { mode: 'remove', package: 'numpy,,six' },
  { mode: 'remove', package: '--all' },
  { mode: 'remove', package: 'numpy six' },
  { mode: 'remove', package: '../numpy' },
  { mode: 'remove', package: 'numpy[extra]' },
  { mode: 'remove', package: '*' },
  { mode: 'remove', package: 'numpy==>1' },
  { 'built-wheels-only': 'true' },
  { mode: 'remove', package: 'numpy', 'built-wheels-only': 'yes' },
  { 'dry-run': 'yes' },
  { summary: '0' },
  { mode: 'inspect', 'min-size': '1GB' },
  { 'min-size': 'large' },
];

/** The error annotation for each way in which an input can be wrong. */
export function refusedInputs(): string {
  return section(
    'Inputs that are refused',
    "Each is the step's one error annotation. Nothing has been deleted.",
    situations(...REFUSED.map((given): [string, string] => [listed(given), refusal(given)])),
  );
}

function listed(given: Readonly<Record<string, string>>): string {
  return Object.entries(given)
    .map(([name, value]) => code(`${name}: ${value}`))
    .join(', ');
}

function refusal(given: Readonly<Record<string, string>>): string {
  try {
    readInputs((name) => given[name] ?? '');
  } catch (thrown) {
    return messageOf(thrown);
  }
  throw new Error(`accepted: ${listed(given)}`);
}
