import { valid } from '@renovatebot/pep440';
import { canonicalName } from '../../inputs/packages.js';
import type { Label } from '../label.js';

/** Characters of a name or a version at most; longer ones are nobody's. */
const MOST_NAME = 200;
const MOST_VERSION = 100;
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

/** A project and a version, when both are what they should be. */
export function namedBy(kind: Label['kind'], name: string, version: string): Label | undefined {
  if (!isName(name) || version.length > MOST_VERSION || valid(version) === null) return undefined;
  return { kind, project: canonicalName(name), version };
}

/** A project alone. */
export function projectNamed(kind: Label['kind'], name: string): Label | undefined {
  return isName(name) ? { kind, project: canonicalName(name) } : undefined;
}

function isName(name: string): boolean {
  return name.length <= MOST_NAME && NAME.test(name);
}

/**
 * Reads `name-version`, as the directory in an sdist is called and the sdist itself. Both may hold dashes: where more
 * than one reading has a version by PEP 440 in it, nothing is guessed.
 */
export function parseSdistStem(stem: string): Label | undefined {
  if (stem.length > MOST_NAME + 1 + MOST_VERSION) return undefined;
  let found: Label | undefined;
  for (let dash = stem.indexOf('-'); dash > 0; dash = stem.indexOf('-', dash + 1)) {
    const reading = namedBy('sdist', stem.slice(0, dash), stem.slice(dash + 1));
    if (reading && found) return undefined;
    found ??= reading;
  }
  return found;
}

/**
 * The version in the file name of a distribution of a project that is known, as on the project's page: there, no name
 * can be split in two ways. Undefined when the file is none of the project's.
 *
 * @param project in its normal form.
 */
export function versionOfFile(fileName: string, project: string): string | undefined {
  const sdist = fileName.length > MOST_FILE_NAME ? undefined : SDIST.exec(fileName)?.groups?.stem;
  if (sdist === undefined) {
    const wheel = parseDistributionFileName(fileName);
    return wheel?.project === project ? wheel.version : undefined;
  }
  for (let dash = sdist.indexOf('-'); dash > 0; dash = sdist.indexOf('-', dash + 1)) {
    const reading = namedBy('sdist', sdist.slice(0, dash), sdist.slice(dash + 1));
    if (reading?.project === project) return reading.version;
  }
  return undefined;
}

const MOST_FILE_NAME = 2 * (MOST_NAME + MOST_VERSION);
const SDIST = /^(?<stem>.+)\.(?:tar\.gz|tgz|zip|tar\.bz2|tar\.xz|tar)$/i;

/** Reads the file name of a distribution on an index: a wheel or an sdist. Undefined when it is neither. */
export function parseDistributionFileName(fileName: string): Label | undefined {
  if (fileName.length > MOST_FILE_NAME) return undefined;
  if (fileName.toLowerCase().endsWith('.whl')) {
    const [name = '', version = '', ...tags] = fileName.slice(0, -'.whl'.length).split('-');
    // A build's number may stand before the three tags.
    return tags.length === 3 || tags.length === 4 ? namedBy('wheel', name, version) : undefined;
  }
  const stem = SDIST.exec(fileName)?.groups?.stem;
  return stem === undefined ? undefined : parseSdistStem(stem);
}
