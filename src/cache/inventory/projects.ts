import { compare, valid } from '@renovatebot/pep440';
import { type Entry, entries } from '../listing.js';
import { type Inventory, KINDS, type Kind, UNKNOWN } from './label.js';

/** Some files of a cache, and how old they are. */
export interface Holding {
  readonly files: number;
  /** Apparent size in bytes. */
  readonly bytes: number;
  /** When the file was written that was written first, in milliseconds since 1970: since then it is cached. */
  readonly oldest: number;
  /** … and the one that was written last. */
  readonly newest: number;
}

/** What a cache holds of a project. */
export interface ProjectHolding extends Holding {
  /** In its normal form. */
  readonly project: string;
  /** The versions of which there is a file, the least first; `MOST_VERSIONS` at the most. */
  readonly versions: readonly string[];
  /** How many more there are. */
  readonly moreVersions: number;
}

/** What a cache, or a part of it, holds. */
export interface Contents {
  /** The largest first. */
  readonly projects: readonly ProjectHolding[];
  readonly kinds: Readonly<Record<Kind, Holding>>;
  /** The sum of all. */
  readonly all: Holding;
}

/** Versions kept of a project: a cache that names more is nobody's real one. */
const MOST_VERSIONS = 1000;

interface Sum {
  files: number;
  bytes: number;
  oldest: number;
  newest: number;
}

/**
 * Adds up what an inventory has found, by project and by kind.
 *
 * @param among the entries that count; all of the listing when it is left out.
 */
export function contentsOf(inventory: Inventory, among: Iterable<Entry> = entries(inventory.listing)): Contents {
  const { labels, labelOf } = inventory;
  const byLabel: (Sum | undefined)[] = [];
  for (const entry of among) {
    if (entry.kind === 'directory') continue;
    const number = labelOf[entry.index] ?? 0;
    byLabel[number] ??= nothing();
    add(byLabel[number], { files: 1, bytes: entry.bytes, oldest: entry.modified, newest: entry.modified });
  }
  const all = nothing();
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, nothing()])) as Record<Kind, Sum>;
  const projects = new Map<string, { sum: Sum; versions: Set<string>; more: number }>();
  byLabel.forEach((sum, number) => {
    if (!sum) return;
    const { kind, project, version } = labels[number] ?? UNKNOWN;
    add(all, sum);
    add(kinds[kind], sum);
    if (project === undefined) return;
    const known = projects.get(project) ?? { sum: nothing(), versions: new Set(), more: 0 };
    projects.set(project, known);
    add(known.sum, sum);
    if (version === undefined || known.versions.has(version)) return;
    if (known.versions.size < MOST_VERSIONS) known.versions.add(version);
    else known.more += 1;
  });
  return {
    projects: [...projects]
      .map(([project, { sum, versions, more }]) => ({
        project,
        ...finished(sum),
        versions: [...versions].sort(byVersion),
        moreVersions: more,
      }))
      .sort((one, other) => other.bytes - one.bytes || (one.project < other.project ? -1 : 1)),
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, finished(kinds[kind])])) as Record<Kind, Holding>,
    all: finished(all),
  };
}

function nothing(): Sum {
  return { files: 0, bytes: 0, oldest: Number.POSITIVE_INFINITY, newest: Number.NEGATIVE_INFINITY };
}

// A time that nothing has is 0.
function finished({ files, bytes, oldest, newest }: Sum): Holding {
  return files === 0 ? { files, bytes, oldest: 0, newest: 0 } : { files, bytes, oldest, newest };
}

function add(sum: Sum, more: Sum): void {
  sum.files += more.files;
  sum.bytes += more.bytes;
  sum.oldest = Math.min(sum.oldest, more.oldest);
  sum.newest = Math.max(sum.newest, more.newest);
}

// A built wheel may have a version that PEP 440 doesn't know; those come first.
function byVersion(one: string, other: string): number {
  const known = [one, other].map((version) => valid(version) !== null);
  if (known[0] && known[1]) return compare(one, other);
  return Number(known[0]) - Number(known[1]) || (one < other ? -1 : 1);
}
