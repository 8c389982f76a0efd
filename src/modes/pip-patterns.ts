import type { PackageSelector } from '../inputs/packages.js';
import type { WheelName } from '../inventory/names/wheel-name.js';
import { matchesWildcard } from '../util/wildcard.js';

/**
 * The patterns for `pip cache remove` that select these wheels, all of them what `selector` names. pip matches a
 * pattern against file names, minding case, dots and underscores (pip#13086), so that it gets the spelling found on disk; a
 * `*` can't be spelled out, so there each letter gets a class of both its cases. Nothing selected, no pattern.
 */
export function patternsFor(selector: PackageSelector, wheels: readonly WheelName[]): string[] {
  if (wheels.length === 0) return [];
  if (selector.name.includes('*') && selector.version === undefined) return [globPattern(selector.name)];
  // The dash behind the version keeps 1.2 from selecting 1.20.
  const spelled = wheels.map(({ name, version }) => (selector.version === undefined ? name : `${name}-${version}-`));
  return [...new Set(spelled)];
}

function globPattern(canonicalName: string): string {
  return canonicalName.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`).replaceAll('-', '[._]');
}

/**
 * Whether pip would select a wheel by a pattern of `patternsFor`: pip 20.1 to 26.2 append `*.whl` to a pattern that
 * has a dash and `-*.whl` to one that has none, and match the file name by fnmatch (commands/cache.py). Case is not
 * minded here, since fnmatch doesn't on Windows.
 */
export function patternSelects(pattern: string, fileName: string): boolean {
  const whole = pattern + (pattern.includes('-') ? '*.whl' : '-*.whl');
  return matchesWildcard(whole.toLowerCase(), fileName.toLowerCase());
}
