import { type PackageSelector, selectsName } from '../../packages.js';
import { sameVersion } from '../../versions.js';
import { pageBytes } from './body.js';
import { projectLinks } from './index-page.js';
import { type Inventory, labelAt } from './label.js';
import { type ResponseFiles, readResponse, responsesAndOthers } from './label-entries.js';
import { indexPageAddress, responseName } from './response-names.js';
import type { Tools } from './take-inventory.js';

/** Which files of a cache belong to packages. */
export interface PackageEntries {
  /** At an entry's index, 1 when it is one of them. */
  readonly marks: Uint8Array;
  /** The selectors of which something was found. */
  readonly matched: ReadonlySet<PackageSelector>;
  /** The inventory in which what was found by its address is of its project, too. */
  readonly inventory: Inventory;
}

/**
 * Finds all that a cache holds of packages: wheels, sdists, metadata and built wheels by what they hold, index pages, too, and by their address; and what is
 * damaged so that it names nothing any more, by the address that the package's page in the cache has for it. What names another project is
 * never taken. With a version, that version's files; its page stays.
 *
 * @param indexes addresses of the indexes that pip asks.
 * @param tools when `signal` is aborted, it ends early and what it returns is not all.
 */
export async function packageEntries(
  inventory: Inventory,
  selectors: readonly PackageSelector[],
  indexes: readonly string[],
  { pace, signal }: Pick<Tools, 'pace' | 'signal'>,
): Promise<PackageEntries> {
  const { listing, projectOf, projects } = inventory;
  const marks = new Uint8Array(listing.length);
  const matched = new Set<PackageSelector>();
  const take = (selector: PackageSelector, ...indices: number[]) => {
    matched.add(selector);
    for (const index of indices) marks[index] = 1;
  };

  const wantedBy = projects.map((project) =>
    project === undefined ? [] : selectors.filter((selector) => selectsName(selector, project)),
  );
  for (let index = 0; index < listing.length; index += 1) {
    for (const selector of wantedBy[projectOf[index] as number] ?? []) {
      if (hasVersion(selector, labelAt(inventory, index).version)) take(selector, index);
    }
  }

  const unnamed = new Map<string | undefined, ResponseFiles[]>();
  const pages: { readonly files: ResponseFiles; readonly project: string; readonly address: string | undefined }[] = [];
  const addresses = pageAddresses(selectors, indexes);
  for (const found of responsesAndOthers(listing)) {
    if (!('file' in found)) continue;
    const { name, index } = found.file;
    const { kind, project } = labelAt(inventory, index);
    const known = addresses.get(name);
    if (project === undefined) unnamed.set(name, [...(unnamed.get(name) ?? []), found]);
    else if (kind === 'index page' && selectors.some((selector) => selectsName(selector, project))) {
      pages.push({ files: found, project, address: known?.project === project ? known.address : undefined });
    }
  }
  const completed = namesAdded(inventory);
  const takeUnnamed = (selector: PackageSelector, name: string | undefined, project: string, version?: string) => {
    for (const { file, body } of unnamed.get(name) ?? []) {
      for (const { index } of body ? [file, body] : [file]) {
        take(selector, index);
        completed.name(index, project, version);
      }
    }
  };

  for (const [name, { selector, project }] of addresses) {
    if (selector.version === undefined) takeUnnamed(selector, name, project);
  }
  const toRead = unnamed.size > 0 ? pages : [];
  for (const [read, { files, project, address }] of toRead.entries()) {
    const pause = pace(() => `${read} of ${toRead.length} index pages read`);
    if (pause) await pause;
    if (signal.aborted) break;
    const links =
      readResponse(files, (response) => projectLinks(pageBytes(response)?.toString('utf8') ?? '', project, address)) ??
      [];
    for (const link of links) {
      for (const selector of selectors) {
        if (!selectsName(selector, project) || !hasVersion(selector, link.version)) continue;
        takeUnnamed(selector, responseName(link.address), project, link.version);
        takeUnnamed(selector, responseName(`${link.address}.metadata`), project, link.version);
      }
    }
  }
  return { marks, matched, inventory: completed.inventory };
}

// A copy of an inventory in which more entries can get a name; of what kind they are stays unknown.
function namesAdded(inventory: Inventory) {
  const { projectOf, versionOf, projects, versions } = inventory;
  const copy = {
    ...inventory,
    projectOf: projectOf.slice(),
    versionOf: versionOf.slice(),
    projects: [...projects],
    versions: [...versions],
  };
  const numbers = new Map<string, number>();
  const numberOf = (names: (string | undefined)[], key: string, name: string | undefined): number => {
    if (name === undefined) return 0;
    // 0 is for none.
    const number = numbers.get(key + name) ?? Math.max(1, names.length);
    names[number] = name;
    numbers.set(key + name, number);
    return number;
  };
  return {
    inventory: copy,
    name(index: number, project: string, version: string | undefined) {
      copy.projectOf[index] = numberOf(copy.projects, 'project ', project);
      copy.versionOf[index] = numberOf(copy.versions, 'version ', version);
    },
  };
}

// A page has no version: it goes with the package as a whole.
function hasVersion(selector: PackageSelector, version: string | undefined): boolean {
  return selector.version === undefined || (version !== undefined && sameVersion(selector.version, version));
}

interface KnownPage {
  readonly selector: PackageSelector;
  readonly project: string;
  readonly address: string;
}

function pageAddresses(selectors: readonly PackageSelector[], indexes: readonly string[]): Map<string, KnownPage> {
  const addresses = new Map<string, KnownPage>();
  const exact = selectors.filter(({ name }) => !name.includes('*'));
  // Of `numpy` and `numpy==1.26.4`, the first takes the page.
  const wholeLast = [...exact.filter(({ version }) => version), ...exact.filter(({ version }) => !version)];
  for (const selector of wholeLast) {
    for (const index of indexes) {
      const address = indexPageAddress(index, selector.name);
      const name = responseName(address);
      if (name !== undefined) addresses.set(name, { selector, project: selector.name, address });
    }
  }
  return addresses;
}
