import { satisfies, valid } from '@renovatebot/pep440';

/**
 * Whether a cached wheel's version is the wanted one, as `name==wanted` means it (PEP 440: 1.2 is also 1.2.0 and
 * 1.2+local, but never 1.20). Versions that PEP 440 doesn't know are compared letter by letter.
 *
 * @param wanted the version a user asked for.
 * @param inFileName the version as a wheel's file name spells it, in which `-` has become `_`.
 */
export function sameVersion(wanted: string, inFileName: string): boolean {
  if (valid(wanted) === null || valid(inFileName) === null) return wanted.replaceAll('-', '_') === inFileName;
  return satisfies(inFileName, `==${wanted}`, { prereleases: true });
}
