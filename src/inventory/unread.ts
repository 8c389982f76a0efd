import { entries } from '../cache/listing.js';
import type { Failure } from '../cache/survey.js';
import { type Inventory, KINDS } from './label.js';

/** Files of a cache that could not be read. */
export interface Unread {
  readonly files: number;
  /** Apparent size in bytes. */
  readonly bytes: number;
  /** One of them, and why. */
  readonly first: Failure;
}

const UNREADABLE_KIND = KINDS.indexOf('unreadable');

/**
 * The files that could not be read and whose project is not known: neither are those named that an index page has led
 * to.
 *
 * @returns undefined when there are none.
 */
export function unreadIn({ listing, kindOf, projectOf, unread: first }: Inventory): Unread | undefined {
  if (!first) return undefined;
  let [files, bytes] = [0, 0];
  for (const entry of entries(listing)) {
    if (entry.kind === 'directory' || kindOf[entry.index] !== UNREADABLE_KIND || projectOf[entry.index] !== 0) continue;
    files += 1;
    bytes += entry.bytes;
  }
  return files > 0 ? { files, bytes, first } : undefined;
}
