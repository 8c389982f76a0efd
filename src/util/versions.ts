import { eq, satisfies, valid } from '@renovatebot/pep440';

// The library parses the numbers in a version as doubles, which distinguish numbers of up to 15 digits.
const EXACT = /^(?!.*\d{16})/;

/**
 * Whether the version of a cached wheel matches the specifier `==wanted` by PEP 440: 1.2 also matches 1.2.0 and
 * 1.2+local, but not 1.20; 1.2+local matches only itself. Versions that are invalid by PEP 440 are compared as text.
 *
 * @param wanted the version that the user asked for.
 * @param inFileName the version as spelled in the file name of a wheel, where `_` stands for `-`.
 */
export function sameVersion(wanted: string, inFileName: string): boolean {
  const found = inFileName.replaceAll('_', '-');
  if (![wanted, found].every((version) => EXACT.test(version) && valid(version) !== null)) {
    return wanted.replaceAll('_', '-') === found;
  }
  return wanted.includes('+') ? eq(found, wanted) : satisfies(found, `==${wanted}`, { prereleases: true });
}
