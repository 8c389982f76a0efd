import type { Environment } from './environment.js';
import type { PipRun } from './pip.js';

/** A setting that decides which cache directory pip uses. */
export interface Setting {
  /** `PIP_CACHE_DIR`, or `global.cache-dir` of a file. */
  readonly name: string;
  readonly value: string;
}

/**
 * Settings that decide the cache directory and hold a control character. pip does not print these characters as they are (rich drops
 * bells, backspaces, vertical tabs, form feeds and carriage returns, and makes spaces of a tab; seen with pip 22.0.4 to 26.3), so the
 * directory that it prints may be another one, which exists.
 *
 * @param env the step's environment.
 * @param platform whose variables decide.
 */
export function unprintableVariables(env: Environment, platform: NodeJS.Platform): Setting[] {
  const value = (name: string) => {
    const key = Object.keys(env).find(
      (known) => known === name || (platform === 'win32' && known.toUpperCase() === name),
    );
    return (key && env[key]) || '';
  };
  const homes = platform === 'win32' ? ['LOCALAPPDATA', 'USERPROFILE'] : ['XDG_CACHE_HOME', 'HOME'];
  const directory = value('PIP_CACHE_DIR');
  const deciding = directory === '' ? homes : ['PIP_CACHE_DIR', ...(directory.startsWith('~') ? homes : [])];
  return deciding.map((name) => ({ name, value: value(name) })).filter((setting) => CONTROL.test(setting.value));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;

/**
 * The same for the settings of files.
 *
 * @param configuration `pip config list`, which prints a value as Python's repr() writes it: control characters are escaped.
 */
export function unprintableSettings(configuration: PipRun): Setting[] {
  if (configuration.code !== 0) return [];
  return configuration.stdout.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^((?:global|cache)\.cache-dir)=(['"].*['"])$/.exec(line) ?? [];
    return name !== undefined && value !== undefined && ESCAPED_CONTROL.test(value.replaceAll('\\\\', ''))
      ? [{ name, value }]
      : [];
  });
}

const ESCAPED_CONTROL = /\\(?:[abfnrtv]|x(?:[01][0-9a-f]|7f|[89][0-9a-f]))/;
