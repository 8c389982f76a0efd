import { eq, satisfies, valid } from '@renovatebot/pep440';

// Numbers in a version that the library, which takes them for doubles, can tell apart.
const EXACT = /^(?!.*\d{16})/;

/**
 * Whether a cached wheel's version is the wanted one, as `name==wanted` means it (PEP 440: 1.2 is also 1.2.0 and
 * 1.2+local, but never 1.20; 1.2+local is that alone). Versions that PEP 440 doesn't know are compared letter by letter.
 *
 * @param wanted the version a user asked for.
 * @param inFileName the version as a wheel's file name spells it, in which `-` has become `_`.
 */
export function sameVersion(wanted: string, inFileName: string): boolean {
  const found = inFileName.replaceAll('_', '-');
  if (![wanted, found].every((version) => EXACT.test(version) && valid(version) !== null)) {
    return wanted.replaceAll('_', '-') === found;
  }
  return wanted.includes('+') ? eq(found, wanted) : satisfies(found, `==${wanted}`, { prereleases: true });
}
