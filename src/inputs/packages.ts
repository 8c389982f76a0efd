import { Refusal } from '../util/errors.js';
import { matchesWildcard } from '../util/wildcard.js';

/** One name in the `package` input. It selects the entries of one project, or of several if it has a `*`. */
export interface PackageSelector {
  /** As the user wrote it. */
  readonly text: string;
  /** The normalized name (PEP 503), in which `*` stands for any characters. */
  readonly name: string;
  /** Selects this version only. */
  readonly version?: string;
}

const SELECTOR = /^(?<name>[a-z0-9*](?:[a-z0-9._*-]*[a-z0-9*])?)(?:==(?<version>.*))?$/i;
const VERSION = /^[a-z0-9][a-z0-9._+!-]*$/i;
const ALLOWED =
  'a name such as numpy, numpy==1.26.4 or my-company-*, without extras, one per line or separated by commas';

/** Returns the normalized form of a project name (PEP 503). */
export function canonicalName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/**
 * Parses the `package` input: names, one per line or separated by commas. Duplicates are dropped.
 *
 * @throws Refusal if a name is empty, looks like an option or a path, contains a space, would select every package, or
 *   is otherwise invalid.
 */
export function parsePackages(input: string): PackageSelector[] {
  const texts = input
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => line.split(','))
    .map((text) => text.trim());
  const selectors = texts.map((text) => parsePackage(text, input));
  return [...new Map(selectors.map((selector) => [`${selector.name}==${selector.version}`, selector])).values()];
}

function parsePackage(text: string, input: string): PackageSelector {
  const refuse = (problem: string): Refusal => new Refusal(`Input "package": ${problem}. Allowed: ${ALLOWED}.`);
  if (text === '') throw refuse(`${JSON.stringify(input)} has an empty name`);
  const value = JSON.stringify(text);
  if (text.startsWith('-')) throw refuse(`${value} looks like an option`);
  if (/\s/.test(text)) throw refuse(`${value} has a space in it`);
  if (/[/\\]/.test(text)) throw refuse(`${value} looks like a path`);
  const groups = SELECTOR.exec(text)?.groups;
  if (!groups) throw refuse(`${value} is not the name of a package`);
  const name = canonicalName(groups.name as string);
  if (!/[a-z0-9]/.test(name)) throw refuse(`${value} would select every package; for that there is mode "purge"`);
  if (groups.version === undefined) return { text, name };
  if (!VERSION.test(groups.version)) throw refuse(`${value} does not end in one version`);
  return { text, name, version: groups.version };
}

/** Whether a selector's name matches the name of a distribution, in any spelling. Versions are not compared. */
export function selectsName(selector: PackageSelector, distributionName: string): boolean {
  const name = canonicalName(distributionName);
  return selector.name.includes('*') ? matchesWildcard(selector.name, name) : name === selector.name;
}
