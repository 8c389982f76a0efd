import { dirname } from 'node:path';
import { type Entry, entries } from '../cache/listing.js';
import { selectFiles } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import { type PackageSelector, selectsName } from '../inputs/packages.js';
import { type Inventory, labelAt } from '../inventory/label.js';
import { ORIGIN } from '../inventory/names/origin-name.js';
import { parseWheelName, type WheelName } from '../inventory/names/wheel-name.js';
import type { Pace } from '../util/pace.js';
import { patternSelects, patternsFor } from './pip-patterns.js';
import { prunesElsewhere } from './pip-pruning.js';
import { FOLLOWS_LINKS, hasLinkedArea, type Plan } from './plan.js';

/** How to find the entries of packages that no file name identifies. */
export interface Downloads {
  readonly inventory: Inventory;
  /** URLs of the package indexes that pip uses. undefined if only built wheels are removed. */
  readonly indexes: readonly string[] | undefined;
  readonly pace: Pace;
  /** When aborted, the search ends early, and the plan is incomplete and must not be used. */
  readonly signal: AbortSignal;
}

/**
 * Plans mode `remove`: all entries of the named packages, and the directories that become empty. `pip cache remove` is
 * run for the locally built wheels only, because it knows of nothing else.
 *
 * @param options `pipVersion` is the version of the pip to run; without `downloads`, only wheels and the `origin.json`
 *   next to each are removed.
 */
export async function planRemove(
  survey: Survey,
  options: {
    readonly packages: readonly PackageSelector[];
    readonly pipVersion: string | undefined;
    readonly downloads?: Downloads | undefined;
  },
): Promise<Plan> {
  const { packages, pipVersion, downloads } = options;
  const wheels = cachedWheels(survey);
  const matches = await matcher(packages);
  const wanted = new Set<number>();
  const found = packages.map((selector) => {
    const selected = wheels.filter(({ parts }) => parts && matches(selector, parts));
    for (const wheel of selected) wanted.add(wheel.entry.index);
    return { selector, selected };
  });
  const downloaded = await ofPackages(packages, downloads);
  const origins = loneOrigins(packages, matches, downloads?.inventory);
  const isBuilt = withOrigins(wheels, wanted);
  const selection = selectFiles(
    survey.listing,
    (file) => downloaded?.marks[file.index] === 1 || origins.indexes.has(file.index) || isBuilt(file),
  );
  const matched = (selector: PackageSelector) => downloaded?.matched.has(selector) || origins.matched.has(selector);
  const unmatched = found
    .filter(({ selector, selected }) => selected.length === 0 && !matched(selector))
    .map(({ selector }) => selector.text);
  const pip = commands(found, wheels, wanted);
  const pipNotAsked = hasLinkedArea(survey)
    ? FOLLOWS_LINKS
    : prunesElsewhere(pipVersion, survey, selection)
      ? 'it would also delete directories that are not of these packages'
      : whyNotUsePatterns({ patterns: pip.length, packages: packages.length, wheels: wanted.size });
  const plan = { unmatched, selection, inventory: downloaded?.inventory };
  return pipNotAsked === undefined ? { pip, ...plan } : { pip: [], pipNotAsked, ...plan };
}

/**
 * Runs of pip that are acceptable in addition to one per package. Any further run takes longer than deleting its wheels
 * without pip.
 */
const EXTRA_RUNS = 3;

function whyNotUsePatterns(count: { patterns: number; packages: number; wheels: number }): string | undefined {
  if (count.patterns > count.packages + EXTRA_RUNS) return `it would have to be started ${count.patterns} times`;
  if (count.patterns > 0) return undefined;
  return count.wheels === 0
    ? 'none of what goes is a wheel that it built'
    : 'its patterns would also take other wheels';
}

async function ofPackages(packages: readonly PackageSelector[], downloads: Downloads | undefined) {
  if (!downloads?.indexes) return undefined;
  const { packageEntries } = await import('../inventory/package-entries.js');
  const { inventory, indexes, pace, signal } = downloads;
  return packageEntries(inventory, packages, { indexes, pace, signal });
}

// pip 22.2 to 25.3 leave origin.json behind when they remove the wheel beside it.
function loneOrigins(
  packages: readonly PackageSelector[],
  matches: (selector: PackageSelector, wheel: WheelName) => boolean,
  inventory: Inventory | undefined,
) {
  const indexes = new Set<number>();
  const matched = new Set<PackageSelector>();
  for (const { area, name, index } of inventory ? entries(inventory.listing) : []) {
    if (area !== 'wheels' || name !== ORIGIN || !inventory) continue;
    const { project, version } = labelAt(inventory, index);
    if (project === undefined || version === undefined) continue;
    for (const selector of packages.filter((one) => matches(one, { name: project, version }))) {
      indexes.add(index);
      matched.add(selector);
    }
  }
  return { indexes, matched };
}

interface CachedWheel {
  readonly entry: Entry;
  /** undefined for a `.whl` whose name is not that of a wheel. pip's patterns may still select it. */
  readonly parts: WheelName | undefined;
}

function cachedWheels(survey: Survey): CachedWheel[] {
  const wheels: CachedWheel[] = [];
  for (const entry of entries(survey.listing)) {
    if (entry.area !== 'wheels' || entry.kind === 'directory' || !/\.whl$/i.test(entry.name)) continue;
    wheels.push({ entry, parts: parseWheelName(entry.name) });
  }
  return wheels;
}

// Loads the library that compares versions only if a selector has a version.
async function matcher(packages: readonly PackageSelector[]) {
  const versions = packages.some((selector) => selector.version !== undefined)
    ? await import('../util/versions.js')
    : undefined;
  return (selector: PackageSelector, { name, version }: WheelName): boolean =>
    selectsName(selector, name) &&
    (selector.version === undefined || versions?.sameVersion(selector.version, version) === true);
}

// pip's patterns are less precise than selectors. A pattern that would also match an unwanted wheel is dropped, and the
// action deletes those wheels itself.
function commands(
  found: readonly { selector: PackageSelector; selected: readonly CachedWheel[] }[],
  wheels: readonly CachedWheel[],
  wanted: ReadonlySet<number>,
): string[][] {
  const patterns = new Set(
    found.flatMap(({ selector, selected }) =>
      patternsFor(
        selector,
        selected.flatMap(({ parts }) => parts ?? []),
      ),
    ),
  );
  return [...patterns]
    .filter((pattern) =>
      wheels.every((wheel) => wanted.has(wheel.entry.index) || !patternSelects(pattern, wheel.entry.name)),
    )
    .map((pattern) => ['cache', 'remove', '--', pattern]);
}

// pip 22.2 and later write `origin.json` next to a wheel, to record where it came from. It is useless without the
// wheel.
function withOrigins(wheels: readonly CachedWheel[], wanted: ReadonlySet<number>) {
  const emptied = new Set<string>();
  const kept = new Set<string>();
  for (const { entry } of wheels) (wanted.has(entry.index) ? emptied : kept).add(dirname(entry.path));
  return (file: Entry): boolean => {
    if (wanted.has(file.index)) return true;
    if (file.name !== ORIGIN) return false;
    const directory = dirname(file.path);
    return emptied.has(directory) && !kept.has(directory);
  };
}
