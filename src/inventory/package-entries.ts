import { type PackageSelector, selectsName } from '../inputs/packages.js';
import { sameVersion } from '../util/versions.js';
import { readPage } from './formats/index-page.js';
import { type Inventory, KINDS, labelAt } from './label.js';
import {
  filesOf,
  type ResponseFiles,
  readWholeResponse,
  responseOfLoneBody,
  responsesAndOthers,
} from './label-entries.js';
import { versionOfFile } from './names/distribution-name.js';
import { fileNameIn, requestAddress } from './names/request-address.js';
import { indexPageAddress, responseName } from './names/response-names.js';
import type { InventoryOptions } from './take-inventory.js';

const INDEX_PAGE = KINDS.indexOf('index page');
/** Links of a page that are followed at the most; PyPI's largest pages have some ten thousand files. */
const MOST_LINKS_OF_PAGE = 200_000;
/** Links of all pages together. */
const MOST_LINKS = 1_000_000;

/** How to find the entries of packages. */
export interface FindingOptions extends Pick<InventoryOptions, 'pace' | 'signal'> {
  /** Addresses of the package indexes that pip uses. */
  readonly indexes: readonly string[];
  /** Links that are followed at the most: of a page, and of all pages together. */
  readonly mostLinks?: { readonly ofPage: number; readonly ofAll: number };
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
 * Finds all that a cache holds of packages: wheels, sdists, metadata and built wheels by what they hold, index pages,
 * too, and by their address; and what is damaged so that it names nothing any more, by the address that the package's
 * page in the cache has for it. What names another project is never taken. With a version, that version's files; its
 * page stays.
 *
 * @param options when `signal` is aborted, it ends early and what it returns is not all.
 */
export async function packageEntries(
  inventory: Inventory,
  selectors: readonly PackageSelector[],
  options: FindingOptions,
): Promise<PackageEntries> {
  const found = startFinding(inventory);
  const addresses = pageAddresses(selectors, options.indexes);
  const wantedBy = inventory.projects.map((project) =>
    project === undefined ? [] : selectors.filter((selector) => selectsName(selector, project)),
  );
  takeNamed(inventory, wantedBy, found);

  const { candidates, unnamed } = sorted(inventory, wantedBy, addresses);
  const search: Search = { selectors, addresses, unnamed, found, options };
  const pages = await readPages(candidates, search);
  for (const [name, { selector, project }] of addresses) {
    if (selector.version === undefined) takeUnnamed(search, name, { selector, project, version: undefined });
  }
  if (unnamed.size > 0) await followLinks(pages, search);
  return found;
}

/** Responses that name no project, by their name. */
type Unnamed = Map<string | undefined, ResponseFiles[]>;

/** What is looked for, where, and what has been found. */
interface Search {
  readonly selectors: readonly PackageSelector[];
  /** Pages of the packages by the name of their response. */
  readonly addresses: ReadonlyMap<string, KnownPage>;
  readonly unnamed: Unnamed;
  readonly found: Finding;
  readonly options: FindingOptions;
}

/** What an entry is taken as. */
interface Taken {
  readonly selector: PackageSelector;
  readonly project: string;
  readonly version: string | undefined;
}

/** An index page of a package, read to its end. */
interface Page {
  readonly files: ResponseFiles;
  readonly project: string;
  /** What its links are relative to: its `base`, or else its address, when that is known. */
  readonly base: string | undefined;
}

interface Finding extends PackageEntries {
  readonly take: (selector: PackageSelector, index: number) => void;
  /** Takes what the inventory has no name of, or another; of what kind it is stays as it is. */
  readonly takeAs: (index: number, taken: Taken) => void;
}

function startFinding(inventory: Inventory): Finding {
  const { listing, projectOf, versionOf, projects, versions } = inventory;
  const marks = new Uint8Array(listing.length);
  const matched = new Set<PackageSelector>();
  const completed = {
    ...inventory,
    projectOf: projectOf.slice(),
    versionOf: versionOf.slice(),
    projects: [...projects],
    versions: [...versions],
  };
  const take = (selector: PackageSelector, index: number) => {
    matched.add(selector);
    marks[index] = 1;
  };
  const projectNumber = numbering(completed.projects);
  const versionNumber = numbering(completed.versions);
  const takeAs: Finding['takeAs'] = (index, { selector, project, version }) => {
    take(selector, index);
    completed.projectOf[index] = projectNumber(project);
    completed.versionOf[index] = versionNumber(version);
  };
  return { marks, matched, inventory: completed, take, takeAs };
}

// More names for those that there are. 0 is for none.
function numbering(names: (string | undefined)[]): (name: string | undefined) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    if (name === undefined) return 0;
    const number = numbers.get(name) ?? Math.max(1, names.length);
    numbers.set(name, number);
    names[number] = name;
    return number;
  };
}

// Pages are read to their end first: by its beginning, one may seem to be of another project.
function takeNamed(inventory: Inventory, wantedBy: readonly PackageSelector[][], { take }: Finding): void {
  const { listing, kindOf, projectOf } = inventory;
  for (let index = 0; index < listing.length; index += 1) {
    if (kindOf[index] === INDEX_PAGE) continue;
    for (const selector of wantedBy[projectOf[index] as number] ?? []) {
      if (hasVersion(selector, labelAt(inventory, index).version)) take(selector, index);
    }
  }
}

// The pages that seem to be of a package, or lie where one would, and what names nothing.
function sorted(
  { listing, kindOf, projectOf }: Inventory,
  wantedBy: readonly PackageSelector[][],
  addresses: ReadonlyMap<string, KnownPage>,
): { candidates: ResponseFiles[]; unnamed: Unnamed } {
  const unnamed: Unnamed = new Map();
  const candidates: ResponseFiles[] = [];
  for (const found of responsesAndOthers(listing)) {
    if (!('file' in found)) {
      const name = responseOfLoneBody(found);
      if (name !== undefined) addTo(unnamed, name, { file: found, body: undefined });
      continue;
    }
    const { name, index } = found.file;
    const project = projectOf[index] as number;
    if (project === 0) addTo(unnamed, name, found);
    else if (kindOf[index] === INDEX_PAGE && (addresses.has(name) || wantedBy[project]?.length)) candidates.push(found);
  }
  return { candidates, unnamed };
}

async function readPages(candidates: readonly ResponseFiles[], search: Search): Promise<Page[]> {
  const { selectors, addresses, unnamed, found, options } = search;
  const { pace, signal } = options;
  const pages: Page[] = [];
  for (const [read, files] of candidates.entries()) {
    const progress = () => `${read} of ${candidates.length} index pages read`;
    const pause = pace(progress);
    if (pause) await pause;
    const facts = await readWholeResponse(files, (response) => readPage(response, { pace, signal, progress }));
    if (signal.aborted) break;
    const { name } = files.file;
    const project = facts?.label?.project;
    if (project === undefined) {
      addTo(unnamed, name, files);
      continue;
    }
    const wanting = selectors.filter((selector) => selectsName(selector, project));
    if (wanting.length > 0) pages.push({ files, project, base: facts?.base ?? addresses.get(name)?.address });
    for (const selector of wanting) {
      if (selector.version !== undefined) continue;
      for (const { index } of filesOf(files)) found.takeAs(index, { selector, project, version: undefined });
    }
  }
  return pages;
}

async function followLinks(pages: readonly Page[], search: Search): Promise<void> {
  const { selectors, options } = search;
  const { pace, signal, mostLinks = { ofPage: MOST_LINKS_OF_PAGE, ofAll: MOST_LINKS } } = options;
  let followed = 0;
  for (const [read, { files, project, base }] of pages.entries()) {
    const wanting = selectors.filter((selector) => selectsName(selector, project));
    const last = Math.min(mostLinks.ofAll, followed + mostLinks.ofPage);
    const follow = (link: string): boolean => {
      if (followed >= last) return false;
      followed += 1;
      const version = versionOfFile(fileNameIn(link), project);
      const takers = wanting.filter((selector) => version !== undefined && hasVersion(selector, version));
      const address = takers.length > 0 ? requestAddress(link, base) : undefined;
      if (address === undefined) return true;
      for (const name of [address, `${address}.metadata`].map(responseName)) {
        for (const selector of takers) takeUnnamed(search, name, { selector, project, version });
      }
      return true;
    };
    const progress = () => `the links of ${read} of ${pages.length} index pages followed`;
    const pause = pace(progress);
    if (pause) await pause;
    await readWholeResponse(files, (response) => readPage(response, { pace, signal, progress }, follow));
    if (signal.aborted) return;
  }
}

function takeUnnamed({ unnamed, found }: Search, name: string | undefined, taken: Taken): void {
  for (const { index } of unnamed.get(name)?.flatMap(filesOf) ?? []) found.takeAs(index, taken);
}

function addTo(unnamed: Unnamed, name: string, files: ResponseFiles): void {
  unnamed.set(name, [...(unnamed.get(name) ?? []), files]);
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
