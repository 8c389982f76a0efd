import type { Label } from '../label.js';
import { parseDistributionFileName, projectNamed, versionOfFile } from '../names/distribution-name.js';
import { requestAddress } from '../names/request-address.js';
import { nameIn } from './json-name.js';

/** How many links of a page are followed at the most; PyPI's largest pages have some ten thousand files. */
const MOST_LINKS = 200_000;
/** File names that must agree for a page without a title to be a project's. */
const MOST_NAMES = 1000;

/**
 * Reads which project an index page is of: JSON by `name` (PEP 691), HTML by the title or heading "Links for ...", or else by the files that it links
 * to, if all are of one project. Of a part of a JSON page, the file names in it say it.
 *
 * @param page a page, or the beginning of one.
 * @param complete whether it is all of it.
 * @returns undefined when it is no such page, or names none.
 */
export function indexPageLabel(page: Buffer, complete: boolean): Label | undefined {
  const start = page.toString('utf8', 0, HEAD_BYTES);
  if (start.startsWith('{')) {
    const name = complete && page.includes('"files"') ? nameIn(page) : undefined;
    if (name !== undefined) return projectNamed('index page', name);
    return ofProjectAlone(fileNames(complete ? page.toString('latin1') : start));
  }
  if (!looksLikeHtml(start)) return undefined;
  const titled = /<(?:title|h1)>\s*Links for ([^<\s]{1,200})\s*<\/(?:title|h1)>/i.exec(start)?.[1];
  if (titled !== undefined) return projectNamed('index page', titled);
  // A page can have the files of many projects, too, one project's after the other's.
  return complete ? ofProjectAlone(htmlLinks(page.toString('latin1'), MOST_NAMES).map(fileNameIn)) : undefined;
}

/** Bytes of a page in which its title is, and its first files. */
const HEAD_BYTES = 4096;

function ofProjectAlone(names: readonly string[]): Label | undefined {
  // Beside them stand eggs, installers and signatures, from other times.
  const projects = new Set(names.flatMap((name) => parseDistributionFileName(name)?.project ?? []));
  const [only] = projects;
  return projects.size === 1 && only !== undefined ? { kind: 'index page', project: only } : undefined;
}

function fileNames(json: string): string[] {
  if (!/"files"\s*:\s*\[/.test(json)) return [];
  const names: string[] = [];
  for (const [, name] of json.matchAll(/"filename"\s*:\s*"([^"\\]{1,500})"/g)) {
    names.push(name as string);
    if (names.length >= MOST_NAMES) break;
  }
  return names;
}

/** A file on an index page. */
export interface ProjectLink {
  /** The address that pip requests for it. */
  readonly address: string;
  readonly version: string;
}

/**
 * The files on a page that are of a project.
 *
 * @param address the page's own; undefined: only links that are absolute count.
 */
export function projectLinks(text: string, project: string, address: string | undefined): ProjectLink[] {
  const links = text.startsWith('{') ? jsonLinks(text) : htmlLinks(text, MOST_LINKS);
  return links.flatMap((link) => {
    const request = requestAddress(link, address);
    const version = request === undefined ? undefined : versionOfFile(fileNameIn(request), project);
    return request === undefined || version === undefined ? [] : [{ address: request, version }];
  });
}

/** The file name at the end of an address. */
export function fileNameIn(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

// Address by address: as objects, a page can take thirty times as much memory as its bytes. A key is never inside of a string, as above.
function jsonLinks(text: string): string[] {
  const links: string[] = [];
  for (const [, quoted] of text.matchAll(/"url"\s*:\s*("(?:[^"\\]|\\.){1,2000}")/g)) {
    try {
      links.push(JSON.parse(quoted as string));
    } catch {
      // No JSON.
    }
    if (links.length >= MOST_LINKS) break;
  }
  return links;
}

function looksLikeHtml(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text);
}

// As PEP 503 has it: an anchor per file, its address in quotes.
function htmlLinks(text: string, most: number): string[] {
  const links: string[] = [];
  for (const [, double, single] of text.matchAll(/<a\s[^<>]*?\bhref=(?:"([^"<>]*)"|'([^'<>]*)')/gi)) {
    links.push((double ?? (single as string)).replaceAll('&amp;', '&'));
    if (links.length >= most) break;
  }
  return links;
}
