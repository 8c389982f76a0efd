import { Refusal } from '../util/errors.js';
import { type PackageSelector, parsePackages } from './packages.js';
import { parseSize } from './parse-size.js';

export const MODES = ['purge', 'remove', 'inspect'] as const;

/** What the step is to do. */
export type Mode = (typeof MODES)[number];

/** The inputs of action.yml, read and checked. */
export interface Inputs {
  /** The interpreter asked for; undefined for the first of the defaults that runs. */
  readonly pythonPath: string | undefined;
  readonly mode: Mode;
  /** Empty but for `mode: remove`. */
  readonly packages: readonly PackageSelector[];
  /** For `mode: remove`: only what pip itself built. */
  readonly builtWheelsOnly: boolean;
  readonly dryRun: boolean;
  /** In bytes. */
  readonly minSize: number | undefined;
  readonly expectCacheDir: string | undefined;
  readonly summary: boolean;
}

/**
 * Reads every input once. An empty one is one that isn't given.
 *
 * @param read gives the value of an input, trimmed, empty when it isn't given.
 * @throws Refusal that names the input, its value and what is allowed.
 */
export function readInputs(read: (name: string) => string): Inputs {
  const mode = modeOf(read('mode'));
  return {
    pythonPath: read('python-path') || undefined,
    mode,
    packages: packagesOf(read('package'), mode),
    builtWheelsOnly: builtWheelsOnlyOf(read('built-wheels-only'), mode),
    dryRun: booleanOf('dry-run', read('dry-run'), false),
    minSize: sizeOf(read('min-size'), mode),
    expectCacheDir: read('expect-cache-dir') || undefined,
    summary: booleanOf('summary', read('summary'), true),
  };
}

function modeOf(value: string): Mode {
  if (value === '') return 'purge';
  const mode = MODES.find((known) => known === value);
  if (mode) return mode;
  throw new Refusal(`Input "mode": ${JSON.stringify(value)} is unknown. Allowed: ${MODES.join(', ')}.`);
}

const ABOUT_ALL = { purge: 'clears everything', inspect: 'is about the whole cache' } as const;

function packagesOf(value: string, mode: Mode): PackageSelector[] {
  if (mode !== 'remove') {
    if (value === '') return [];
    throw new Refusal(
      `Input "package": ${JSON.stringify(value)} is given, but mode is "${mode}", which ${ABOUT_ALL[mode]}. ` +
        'Set mode to "remove", or leave package out.',
    );
  }
  if (value !== '') return parsePackages(value);
  throw new Refusal(
    'Input "package": "" is empty, but mode "remove" needs it. Allowed: names such as numpy, numpy==1.26.4 or my-company-*.',
  );
}

// The words of YAML 1.2's core schema, as @actions/core reads them.
function booleanOf(name: string, value: string, byDefault: boolean): boolean {
  if (value === '') return byDefault;
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new Refusal(`Input "${name}": ${JSON.stringify(value)} is no boolean. Allowed: true, false.`);
}

function builtWheelsOnlyOf(value: string, mode: Mode): boolean {
  const only = booleanOf('built-wheels-only', value, false);
  if (!only || mode === 'remove') return only;
  throw new Refusal(
    `Input "built-wheels-only": ${JSON.stringify(value)} is given, but mode is "${mode}". Allowed with mode "remove" only.`,
  );
}

function sizeOf(value: string, mode: Mode): number | undefined {
  if (value === '') return undefined;
  if (mode === 'inspect') {
    throw new Refusal(
      `Input "min-size": ${JSON.stringify(value)} is given, but mode is "inspect", which deletes nothing at any size. Leave it out.`,
    );
  }
  const bytes = parseSize(value);
  if (bytes !== undefined) return bytes;
  throw new Refusal(
    `Input "min-size": ${JSON.stringify(value)} is no size. Allowed: a size such as 500MB, 2GB or 1GiB.`,
  );
}
