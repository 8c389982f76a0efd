import type { Environment } from './environment.js';
import type { PipRun } from './pip.js';

/** A setting that decides which cache directory pip uses. */
export interface Setting {
  /** `PIP_CACHE_DIR`, or `global.cache-dir` of a file. */
  readonly name: string;
  readonly value: string;
}

/**
 * Returns the environment variables that decide the cache directory and contain a control character. pip does not print
 * these characters as they are: rich drops bells, backspaces, vertical tabs, form feeds and carriage returns, and
 * replaces a tab by spaces (seen with pip 22.0.4 to 26.3). The directory that pip prints may therefore be another one
 * that exists.
 *
 * @param env the step's environment.
 * @param platform the platform whose variables are checked.
 */
export function unprintableVariables(env: Environment, platform: NodeJS.Platform): Setting[] {
  const value = (name: string) => {
    const key = Object.keys(env).find(
      (candidate) => candidate === name || (platform === 'win32' && candidate.toUpperCase() === name),
    );
    return (key && env[key]) || '';
  };
  const homes = platform === 'win32' ? ['LOCALAPPDATA', 'USERPROFILE'] : ['XDG_CACHE_HOME', 'HOME'];
  const directory = value('PIP_CACHE_DIR');
  const deciding = directory === '' ? homes : ['PIP_CACHE_DIR', ...(directory.startsWith('~') ? homes : [])];
  return deciding.map((name) => ({ name, value: value(name) })).filter((setting) => CONTROL.test(setting.value));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression finds control characters.
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;

/**
 * Returns the settings of configuration files that decide the cache directory and contain a control character. See
 * `unprintableVariables` for the reason.
 *
 * @param configuration a run of `pip config list`, which prints values like Python's repr(): control characters are
 * escaped. If it failed, no setting is returned.
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
