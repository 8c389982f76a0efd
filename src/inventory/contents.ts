import { compare, valid } from '@renovatebot/pep440';
import { type Entry, entries } from '../cache/listing.js';
import { type Inventory, KINDS, type Kind } from './label.js';

/** Some files of a cache, and how old they are. */
export interface Holding {
  readonly files: number;
  /** Apparent size in bytes. */
  readonly bytes: number;
  /**
   * When the file was written that was written first, in milliseconds since 1970: since then it is cached. 0 when none
   * tells.
   */
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
  /** What there is of it, in the order of `KINDS`. */
  readonly kinds: readonly Kind[];
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
  const { kindOf, projectOf, versionOf, projects, versions } = inventory;
  const all = nothing();
  const kinds = KINDS.map(nothing);
  const byProject = new Map<
    string,
    { readonly sum: Sum; readonly versions: Set<string>; readonly kinds: Set<number> }
  >();
  for (const entry of among) {
    if (entry.kind === 'directory') continue;
    add(all, entry);
    add(kinds[kindOf[entry.index] as number] as Sum, entry);
    const project = projects[projectOf[entry.index] as number];
    if (project === undefined) continue;
    let known = byProject.get(project);
    if (!known) {
      known = { sum: nothing(), versions: new Set(), kinds: new Set() };
      byProject.set(project, known);
    }
    add(known.sum, entry);
    known.kinds.add(kindOf[entry.index] as number);
    const version = versions[versionOf[entry.index] as number];
    if (version !== undefined) known.versions.add(version);
  }
  const told = [...byProject].map(([project, { sum, versions, kinds }]) => {
    const some = [...versions].slice(0, MOST_VERSIONS);
    return { project, sum, some, moreVersions: versions.size - some.length, numbers: kinds };
  });
  const rank = ranks(told);
  return {
    projects: told
      .map(({ project, sum, some, moreVersions, numbers }) => ({
        project,
        ...finished(sum),
        versions: some.sort((one, other) => rank(one) - rank(other)),
        moreVersions,
        kinds: KINDS.filter((_, number) => numbers.has(number)),
      }))
      .sort((one, other) => other.bytes - one.bytes || (one.project < other.project ? -1 : 1)),
    kinds: Object.fromEntries(KINDS.map((kind, number) => [kind, finished(kinds[number] as Sum)])) as Record<
      Kind,
      Holding
    >,
    all: finished(all),
  };
}

function nothing(): Sum {
  return { files: 0, bytes: 0, oldest: Number.POSITIVE_INFINITY, newest: Number.NEGATIVE_INFINITY };
}

// A time that nothing has is 0.
function finished({ files, bytes, oldest, newest }: Sum): Holding {
  return oldest > newest ? { files, bytes, oldest: 0, newest: 0 } : { files, bytes, oldest, newest };
}

// Of a response in http-v2, pips up to 26.1 write the metadata anew each time that the index confirms a page: its body
// tells the age.
function add(sum: Sum, { area, name, bytes, modified }: Entry): void {
  sum.files += 1;
  sum.bytes += bytes;
  if (area === 'http-v2' && !name.endsWith('.body')) return;
  if (modified < sum.oldest) sum.oldest = modified;
  if (modified > sum.newest) sum.newest = modified;
}

/** Versions that are put in their order; of more, which no real cache has, in that of their characters. */
const MOST_COMPARED = 20_000;

// Projects have mostly the same versions, and it takes long to compare two.
function ranks(projects: readonly { readonly some: readonly string[] }[]): (version: string) => number {
  const versions = new Set(projects.flatMap(({ some }) => (some.length > 1 ? some : [])));
  const sorted = versions.size > MOST_COMPARED ? [...versions].sort() : [...versions].sort(byVersion);
  const ranked = new Map(sorted.map((version, rank) => [version, rank]));
  return (version) => ranked.get(version) ?? 0;
}

// A built wheel may have a version that PEP 440 doesn't know; those come first.
function byVersion(one: string, other: string): number {
  const known = [one, other].map((version) => valid(version) !== null);
  if (known[0] && known[1]) return compare(one, other);
  return Number(known[0]) - Number(known[1]) || (one < other ? -1 : 1);
}
