import { parseDistributionFileName, projectNamed } from './distribution-name.js';
import type { Label } from './label.js';

/** How many links of a page are followed at the most; PyPI's largest pages have some ten thousand files. */
const MOST_LINKS = 200_000;
/** Links that must agree for a page without a title to be a project's. */
const LINKS_LOOKED_AT = 20;

/**
 * Reads which project an index page is of: JSON by `name` (PEP 691), HTML by the title or heading "Links for ...", or else by the files that it links
 * to, if all are of one project.
 *
 * @returns undefined when it is no such page, or names none.
 */
export function indexPageLabel(text: string): Label | undefined {
  if (text.startsWith('{')) {
    const name = pageOf(text)?.name;
    return typeof name === 'string' ? projectNamed('index page', name) : undefined;
  }
  if (!looksLikeHtml(text)) return undefined;
  const titled = /<(?:title|h1)>\s*Links for ([^<\s]{1,200})\s*<\/(?:title|h1)>/i.exec(text.slice(0, 4096))?.[1];
  if (titled !== undefined) return projectNamed('index page', titled);
  const projects = new Set(
    htmlLinks(text, LINKS_LOOKED_AT).map((address) => parseDistributionFileName(fileNameIn(address))?.project),
  );
  const [only] = projects;
  return projects.size === 1 && only !== undefined ? { kind: 'index page', project: only } : undefined;
}

/**
 * The addresses of the files on a page that are of a project, without fragments.
 *
 * @param address the page's own; undefined: only links that are absolute count.
 */
export function projectLinks(text: string, project: string, address: string | undefined): string[] {
  const links = text.startsWith('{') ? jsonLinks(text) : htmlLinks(text, MOST_LINKS);
  return links.flatMap((link) => {
    const absolute = URL.canParse(link, address) ? new URL(link, address) : undefined;
    if (!absolute || parseDistributionFileName(fileNameIn(absolute.pathname))?.project !== project) return [];
    absolute.hash = '';
    return [absolute.href];
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

function pageOf(text: string): { name?: unknown; files?: unknown } | undefined {
  try {
    const page: unknown = JSON.parse(text);
    const isPage = typeof page === 'object' && page !== null && Array.isArray((page as { files?: unknown }).files);
    return isPage ? (page as object) : undefined;
  } catch {
    return undefined;
  }
}

function jsonLinks(text: string): string[] {
  const files = pageOf(text)?.files as { url?: unknown }[] | undefined;
  return (files ?? []).slice(0, MOST_LINKS).flatMap((file) => (typeof file?.url === 'string' ? [file.url] : []));
}

function looksLikeHtml(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 512));
}

// As PEP 503 has it: an anchor per file, its address in quotes.
function htmlLinks(text: string, most: number): string[] {
  const links: string[] = [];
  for (const [, double, single] of text.matchAll(/<a\s[^<>]*?\bhref=(?:"([^"<>]*)"|'([^'<>]*)')/gi)) {
    links.push((double ?? single ?? '').replaceAll('&amp;', '&'));
    if (links.length >= most) break;
  }
  return links;
}
