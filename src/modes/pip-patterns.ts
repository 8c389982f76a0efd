import type { PackageSelector } from '../inputs/packages.js';
import type { WheelName } from '../inventory/names/wheel-name.js';
import { matchesWildcard } from '../util/wildcard.js';

/**
 * Returns the patterns for `pip cache remove` that select these wheels. pip matches a pattern against file names and
 * distinguishes case, dots and underscores (pip#13086), so a pattern uses the spelling found on disk. The spelling of a
 * name with `*` is not known, so each letter in it becomes a class of both its cases.
 *
 * @param wheels the names of wheels that `selector` selects.
 * @returns no pattern if there are no wheels.
 */
export function patternsFor(selector: PackageSelector, wheels: readonly WheelName[]): string[] {
  if (wheels.length === 0) return [];
  if (selector.name.includes('*') && selector.version === undefined) return [globPattern(selector.name)];
  // The dash after the version keeps 1.2 from selecting 1.20.
  const patterns = wheels.map(({ name, version }) => (selector.version === undefined ? name : `${name}-${version}-`));
  return [...new Set(patterns)];
}

function globPattern(canonicalName: string): string {
  return canonicalName.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`).replaceAll('-', '[._]');
}

/**
 * Whether pip would select a wheel by a pattern of `patternsFor`. pip 20.1 to 26.2 append `*.whl` to a pattern with a
 * dash and `-*.whl` to one without, and match the file name with fnmatch (commands/cache.py). Case is ignored here,
 * because fnmatch ignores it on Windows.
 */
export function patternSelects(pattern: string, fileName: string): boolean {
  const completed = pattern + (pattern.includes('-') ? '*.whl' : '-*.whl');
  return matchesWildcard(completed.toLowerCase(), fileName.toLowerCase());
}
