import { createHash } from 'node:crypto';

/**
 * The file name of the response to a request, the same in `http` and `http-v2`: SHA-224 of the address as CacheControl
 * normalises it. Scheme and host are in small letters, an empty path is `/`, and the fragment is dropped, as is an
 * empty query; a default port stays (pip's vendored cachecontrol, `_urlnorm`; seen with pip 20.1 to 26.2).
 *
 * @returns 56 hexadecimal digits; undefined for what is no absolute address.
 */
export function responseName(address: string): string | undefined {
  const [, scheme, authority, path, query = ''] =
    /^([a-z][a-z\d+.-]*:)\/\/([^/?#]+)([^?#]*)(\?[^#]+)?/i.exec(address) ?? [];
  if (scheme === undefined || authority === undefined) return undefined;
  const key = `${scheme.toLowerCase()}//${authority.toLowerCase()}${path || '/'}${query}`;
  return createHash('sha224').update(key, 'utf8').digest('hex');
}

/**
 * The address of a project's page.
 *
 * @param index address of an index, such as `https://pypi.org/simple`, with or without a slash at its end.
 * @param project in its normal form.
 */
export function indexPageAddress(index: string, project: string): string {
  return `${index}${index.endsWith('/') ? '' : '/'}${project}/`;
}
