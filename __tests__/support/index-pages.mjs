// @ts-check
import { createHash } from 'node:crypto';
import { canonicalName } from './distributions.mjs';

/** @typedef {import('./package-index.mjs').ServedProject} ServedProject */

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

/**
 * Whether a client that sends this Accept header gets pages in JSON. pip requests JSON from 22.2 on.
 *
 * @param {string | undefined} accept
 * @returns {boolean}
 */
export function wantsJson(accept) {
  return accept?.includes(JSON_TYPE) ?? false;
}

/**
 * Returns the headers that PyPI sends with an index page.
 *
 * @param {boolean} json
 * @returns {Record<string, string>}
 */
export function indexHeaders(json) {
  return {
    'Content-Type': json ? JSON_TYPE : 'text/html; charset=UTF-8',
    'Cache-Control': 'max-age=600, public',
    Vary: 'Accept, Accept-Encoding',
    'X-PyPI-Last-Serial': '1',
  };
}

/**
 * Returns the headers that PyPI sends with a file.
 *
 * @param {string} type
 * @returns {Record<string, string>}
 */
export function fileHeaders(type) {
  return {
    'Content-Type': type,
    'Cache-Control': 'max-age=365000000, immutable, public',
    'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT',
  };
}

/**
 * Returns the index page of a project.
 *
 * @param {ServedProject} project
 * @param {string} origin scheme, host and port of the file URLs
 * @param {boolean} json
 * @returns {string}
 */
export function indexPage({ name, files }, origin, json) {
  if (json) {
    return JSON.stringify({
      meta: { 'api-version': '1.1', _last_serial: 1 },
      name: canonicalName(name),
      versions: [...new Set(files.map((file) => file.version))],
      files: files.map((file) => ({
        filename: file.fileName,
        url: `${origin}${file.path}`,
        hashes: { sha256: file.sha256 },
        size: file.uploaded.length,
        'upload-time': '2024-01-01T00:00:00.000000Z',
        'requires-python': null,
        yanked: false,
        'core-metadata': metadataHash(file) ? { sha256: metadataHash(file) } : false,
        'data-dist-info-metadata': metadataHash(file) ? { sha256: metadataHash(file) } : false,
      })),
    });
  }
  const links = files.map((file) => {
    const hash = metadataHash(file);
    const metadata = hash ? ` data-core-metadata="sha256=${hash}" data-dist-info-metadata="sha256=${hash}"` : '';
    return `    <a href="${origin}${file.path}#sha256=${file.sha256}"${metadata}>${file.fileName}</a><br />\n`;
  });
  return html(`Links for ${name}`, links);
}

/**
 * Returns the page that lists all projects.
 *
 * @param {ServedProject[]} projects
 * @param {boolean} json
 * @returns {string}
 */
export function rootPage(projects, json) {
  if (json) return JSON.stringify({ meta: { 'api-version': '1.1' }, projects: projects.map(({ name }) => ({ name })) });
  return html(
    'Simple index',
    projects.map(({ name }) => `    <a href="/simple/${canonicalName(name)}/">${name}</a>\n`),
  );
}

/**
 * @param {string} title
 * @param {string[]} lines
 */
function html(title, lines) {
  return `<!DOCTYPE html>
<html>
  <head>
    <meta name="pypi:repository-version" content="1.1">
    <title>${title}</title>
  </head>
  <body>
    <h1>${title}</h1>
${lines.join('')}  </body>
</html>
`;
}

/** @param {import('./package-index.mjs').ServedFile} file */
function metadataHash(file) {
  return file.metadata && createHash('sha256').update(file.metadata).digest('hex');
}
