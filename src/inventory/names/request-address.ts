const WHOLE = /^(?<origin>https?:\/\/)(?<authority>[^/?#]*)(?<path>[^?#]*)(?<query>\?[^#]*)?/is;
// pip keeps these as they stand: they divide a path (models/link.py, `_clean_url_path`).
const KEPT = /(@|%2F)/i;

/**
 * The address that pip requests for a link of an index page: its path is decoded and quoted anew as Python's
 * `urllib.parse.quote` does it (`+` becomes `%2B`, `!` `%21`), a default port stays, the fragment and credentials go
 * (pip 20.1 to 26.3: `_clean_link`, later `_ensure_quoted_url`). What `URL` makes of a link has another hash.
 *
 * @param page the page's own address; undefined: only a link that is absolute has an address.
 */
export function requestAddress(link: string, page: string | undefined): string | undefined {
  const whole = WHOLE.exec(link)?.groups ?? WHOLE.exec(resolved(link, page) ?? '')?.groups;
  if (!whole) return undefined;
  const { origin = '', authority = '', path = '', query = '' } = whole;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const quoted = path
    .split(KEPT)
    .map((part) => (KEPT.test(part) ? part.toUpperCase() : quote(unquote(part))))
    .join('');
  return `${origin}${host}${quoted}${query === '?' ? '' : query}`.replace(/^[^/]+\/\/[^/?]*/, (start) =>
    start.toLowerCase(),
  );
}

// By a host that stands for any other: `URL` would take a default port away.
function resolved(link: string, page: string | undefined): string | undefined {
  const base = WHOLE.exec(page ?? '')?.groups;
  if (!base || /^[a-z][a-z\d+.-]*:/i.test(link)) return undefined;
  const { origin = '', authority = '', path = '', query = '' } = base;
  if (link.startsWith('//')) return origin + link.slice(2);
  if (!URL.canParse(link, `http://host${path}${query}`)) return undefined;
  const { pathname, search } = new URL(link, `http://host${path}${query}`);
  return `${origin}${authority}${pathname}${search}`;
}

function unquote(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}

function quote(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
    .replaceAll('%2F', '/')
    .replace(/[!*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
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
