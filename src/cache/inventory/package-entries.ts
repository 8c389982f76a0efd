import { type PackageSelector, selectsName } from '../../packages.js';
import { sameVersion } from '../../versions.js';
import type { Entry } from '../listing.js';
import { pageBytes, wholePageLabel } from './body.js';
import { projectLinks } from './index-page.js';
import { type Inventory, KINDS, labelAt } from './label.js';
import { type ResponseFiles, readResponse, responseOfLoneBody, responsesAndOthers } from './label-entries.js';
import { indexPageAddress, responseName } from './response-names.js';
import type { Tools } from './take-inventory.js';

const INDEX_PAGE = KINDS.indexOf('index page');
/** Links of all pages together that are followed: what is damaged is rare, and a page of links is small. */
const MOST_LINKS = 1_000_000;

interface Page {
  readonly files: ResponseFiles;
  readonly project: string;
  readonly address: string | undefined;
}

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
  const { listing, kindOf, projectOf, projects } = inventory;
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
    if (kindOf[index] === INDEX_PAGE) continue;
    for (const selector of wantedBy[projectOf[index] as number] ?? []) {
      if (hasVersion(selector, labelAt(inventory, index).version)) take(selector, index);
    }
  }

  const unnamed = new Map<string | undefined, ResponseFiles[]>();
  const addUnnamed = (name: string, files: ResponseFiles) => unnamed.set(name, [...(unnamed.get(name) ?? []), files]);
  const candidates: ResponseFiles[] = [];
  const addresses = pageAddresses(selectors, indexes);
  for (const found of responsesAndOthers(listing)) {
    if (!('file' in found)) {
      const name = responseOfLoneBody(found);
      if (name !== undefined) addUnnamed(name, { file: found, body: undefined });
      continue;
    }
    const { name, index } = found.file;
    if (projectOf[index] === 0) addUnnamed(name, found);
    else if (kindOf[index] === INDEX_PAGE && (addresses.has(name) || wantedBy[projectOf[index] as number]?.length)) {
      candidates.push(found);
    }
  }

  // By its beginning a page may seem to be of another project than by all of it.
  const completed = namesAdded(inventory);
  const pages: Page[] = [];
  for (const [read, files] of candidates.entries()) {
    const pause = pace(() => `${read} of ${candidates.length} index pages read`);
    if (pause) await pause;
    if (signal.aborted) break;
    const { name } = files.file;
    const project = readResponse(files, wholePageLabel)?.project;
    if (project === undefined) {
      addUnnamed(name, files);
      continue;
    }
    const wanting = selectors.filter((selector) => selectsName(selector, project));
    if (wanting.length > 0) pages.push({ files, project, address: addresses.get(name)?.address });
    for (const selector of wanting) {
      if (selector.version !== undefined) continue;
      for (const { index } of filesOf(files)) {
        take(selector, index);
        completed.name(index, project, undefined);
      }
    }
  }
  const takeUnnamed = (selector: PackageSelector, name: string | undefined, project: string, version?: string) => {
    for (const { index } of (unnamed.get(name) ?? []).flatMap(filesOf)) {
      take(selector, index);
      completed.name(index, project, version);
    }
  };

  for (const [name, { selector, project }] of addresses) {
    if (selector.version === undefined) takeUnnamed(selector, name, project);
  }
  let followed = 0;
  for (const [read, { files, project, address }] of unnamed.size > 0 ? pages.entries() : []) {
    const links =
      readResponse(files, (response) => projectLinks(pageBytes(response)?.toString('utf8') ?? '', project, address)) ??
      [];
    for (const link of links) {
      const pause = pace(() => `the links of ${read} of ${pages.length} index pages followed`);
      if (pause) await pause;
      followed += 1;
      if (signal.aborted || followed > MOST_LINKS) break;
      const wanting = selectors.filter((one) => selectsName(one, project) && hasVersion(one, link.version));
      for (const name of wanting.length > 0 ? [link.address, `${link.address}.metadata`].map(responseName) : []) {
        for (const selector of wanting) takeUnnamed(selector, name, project, link.version);
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

function filesOf({ file, body }: ResponseFiles): Entry[] {
  return body ? [file, body] : [file];
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
