import { Refusal } from '../util/errors.js';
import { type PackageSelector, parsePackages } from './packages.js';
import { parseSize } from './parse-size.js';

/** The allowed values of the input `mode`. */
export const MODES = ['purge', 'remove', 'inspect'] as const;

/** What the step does with the cache. */
export type Mode = (typeof MODES)[number];

/** The inputs of action.yml, parsed and validated. */
export interface Inputs {
  /** The interpreter to use. If undefined, the action tries its default candidates in turn. */
  readonly pythonPath: string | undefined;
  readonly mode: Mode;
  /** Empty unless the mode is `remove`. */
  readonly packages: readonly PackageSelector[];
  /** With mode `remove`: whether to remove only the wheels that pip built locally. */
  readonly builtWheelsOnly: boolean;
  readonly dryRun: boolean;
  /** Threshold in bytes: a cache that holds less is left as it is. */
  readonly minSize: number | undefined;
  readonly expectCacheDir: string | undefined;
  readonly summary: boolean;
}

/**
 * Reads and validates all inputs, each exactly once. An empty value counts as unset.
 *
 * @param read returns the value of an input, trimmed; empty if the input is not set.
 * @throws Refusal if a value is not allowed. The message names the input, its value and the allowed values.
 */
export function readInputs(read: (name: string) => string): Inputs {
  const mode = parseMode(read('mode'));
  return {
    pythonPath: read('python-path') || undefined,
    mode,
    packages: parsePackageInput(read('package'), mode),
    builtWheelsOnly: parseBuiltWheelsOnly(read('built-wheels-only'), mode),
    dryRun: parseBoolean('dry-run', read('dry-run')) ?? false,
    minSize: parseMinSize(read('min-size'), mode),
    expectCacheDir: read('expect-cache-dir') || undefined,
    summary: parseBoolean('summary', read('summary')) ?? true,
  };
}

function parseMode(value: string): Mode {
  if (value === '') return 'purge';
  const mode = MODES.find((known) => known === value);
  if (mode) return mode;
  throw new Refusal(`Input "mode": ${JSON.stringify(value)} is unknown. Allowed: ${MODES.join(', ')}.`);
}

const WHOLE_CACHE_MODES = { purge: 'clears everything', inspect: 'is about the whole cache' } as const;

function parsePackageInput(value: string, mode: Mode): PackageSelector[] {
  if (mode !== 'remove') {
    if (value === '') return [];
    throw new Refusal(
      `Input "package": ${JSON.stringify(value)} is given, but mode is "${mode}", which ${WHOLE_CACHE_MODES[mode]}. ` +
        'Set mode to "remove", or leave package out.',
    );
  }
  if (value !== '') return parsePackages(value);
  throw new Refusal(
    'Input "package": "" is empty, but mode "remove" needs it. ' +
      'Allowed: names such as numpy, numpy==1.26.4 or my-company-*.',
  );
}

// The booleans of YAML 1.2's core schema, the same that getBooleanInput of @actions/core accepts.
function parseBoolean(name: string, value: string): boolean | undefined {
  if (value === '') return undefined;
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new Refusal(`Input "${name}": ${JSON.stringify(value)} is no boolean. Allowed: true, false.`);
}

function parseBuiltWheelsOnly(value: string, mode: Mode): boolean {
  const only = parseBoolean('built-wheels-only', value) ?? false;
  if (!only || mode === 'remove') return only;
  throw new Refusal(
    `Input "built-wheels-only": ${JSON.stringify(value)} is given, but mode is "${mode}". ` +
      'Allowed with mode "remove" only.',
  );
}

function parseMinSize(value: string, mode: Mode): number | undefined {
  if (value === '') return undefined;
  if (mode === 'inspect') {
    throw new Refusal(
      `Input "min-size": ${JSON.stringify(value)} is given, but mode is "inspect", ` +
        'which deletes nothing at any size. Leave it out.',
    );
  }
  const bytes = parseSize(value);
  if (bytes !== undefined) return bytes;
  throw new Refusal(
    `Input "min-size": ${JSON.stringify(value)} is no size. Allowed: a size such as 500MB, 2GB or 1GiB.`,
  );
}
