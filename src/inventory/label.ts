import type { Listing } from '../cache/listing.js';
import type { Failure } from '../cache/survey.js';

/** What an entry of pip's cache can be. */
export const KINDS = [
  'index page',
  'wheel',
  'sdist',
  'metadata',
  'built wheel',
  'redirect',
  'unknown',
  'unreadable',
] as const;

export type Kind = (typeof KINDS)[number];

/** What is known of an entry from what it holds. */
export interface Label {
  readonly kind: Kind;
  /** The project in its normal form (PEP 503); undefined when the entry doesn't name one. */
  readonly project?: string;
  /** The version as it is spelled there; an index page has none. */
  readonly version?: string;
}

/** Nothing is known. */
export const UNKNOWN: Label = { kind: 'unknown' };
/** Nothing can be known: this user may not read it, or the disk fails. */
export const UNREADABLE: Label = { kind: 'unreadable' };

/**
 * What each entry of a listing is. Numbers at an entry's index, since a cache can hold hundreds of thousands of
 * entries: as objects they would take more memory than all the rest.
 */
export interface Inventory {
  readonly listing: Listing;
  /** Of `KINDS`. That of a directory means nothing. */
  readonly kindOf: Uint8Array;
  /** Of `projects`; 0 for none. */
  readonly projectOf: Uint32Array;
  /** Of `versions`; 0 for none. */
  readonly versionOf: Uint32Array;
  /** A name may stand here more than once; there can be gaps. */
  readonly projects: readonly (string | undefined)[];
  readonly versions: readonly (string | undefined)[];
  /** A file that can't be read, where there is one, with the system's code. */
  readonly unread?: Failure | undefined;
}

/** The number of `unknown`. */
export const UNKNOWN_KIND = KINDS.indexOf('unknown');

/** What is known of the entry at an index. */
export function labelAt(inventory: Inventory, index: number): Label {
  const { kindOf, projectOf, versionOf, projects, versions } = inventory;
  const project = projects[projectOf[index] as number];
  const version = versions[versionOf[index] as number];
  return {
    kind: KINDS[kindOf[index] as number] as Kind,
    ...(project === undefined ? {} : { project }),
    ...(version === undefined ? {} : { version }),
  };
}
