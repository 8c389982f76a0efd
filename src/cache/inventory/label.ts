import type { Listing } from '../listing.js';

/** What an entry of pip's cache can be. */
export const KINDS = ['index page', 'wheel', 'sdist', 'metadata', 'built wheel', 'redirect', 'unknown'] as const;

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

/**
 * What each entry of a listing is: `labels[labelOf[index]]`. Numbers, since a cache can hold hundreds of thousands of entries. Label 0 is
 * `UNKNOWN`; it is also that of directories.
 */
export interface Inventory {
  readonly listing: Listing;
  readonly labels: readonly Label[];
  readonly labelOf: Uint32Array;
}
