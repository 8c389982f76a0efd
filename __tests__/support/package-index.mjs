// @ts-check
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { buildDistribution, canonicalName } from './distributions.mjs';
import { fileHeaders, indexHeaders, indexPage, rootPage, wantsJson } from './index-pages.mjs';

/** @typedef {import('./distributions.mjs').Release} Release */
/** @typedef {Omit<Release, 'version'> & { versions: string[] }} Project releases that differ only in their version */
/** @typedef {{ method: string, path: string, status: number }} RecordedRequest */

/**
 * @typedef {object} ServedFile
 * @property {string} fileName
 * @property {string} version
 * @property {string} path path of its URL
 * @property {string} sha256 hash of the uploaded bytes, even if other bytes are served
 * @property {Buffer} uploaded
 * @property {Buffer} served
 * @property {Buffer | undefined} metadata
 */

/** @typedef {{ name: string, files: ServedFile[] }} ServedProject */

/**
 * @typedef {object} PackageIndex
 * @property {string} url value for pip's `--index-url`
 * @property {string} trustedHost value for pip's `--trusted-host`; without that option, pip caches nothing from here
 * @property {string} host
 * @property {number} port
 * @property {RecordedRequest[]} requests all answered requests, oldest first; `requests.length = 0` clears them
 * @property {(release: Release) => void} addRelease uploads another file, to an existing or a new project
 * @property {(name: string, version?: string) => void} poison serves wrong bytes of the same length for the files of a
 *   project or of one version of it; hashes and metadata are kept
 * @property {(name: string, version?: string) => void} heal undoes `poison`
 * @property {() => Promise<void>} close
 */

/**
 * Starts a package index on 127.0.0.1 that responds like PyPI: PEP 503 and PEP 691 pages (gzip-compressed if the client
 * accepts that), hashes, PEP 658 metadata, validators and lifetimes.
 *
 * pip 21.3 and later cache plain HTTP responses from a trusted host. Older versions need `tls`; they accept any
 * certificate of a trusted host.
 *
 * @param {object} [options]
 * @param {Project[]} [options.projects]
 * @param {{ key: string, cert: string }} [options.tls] PEM texts; if given, the index uses HTTPS
 * @param {number} [options.port] default: a free port
 * @returns {Promise<PackageIndex>}
 */
export async function startPackageIndex({ projects = [], tls, port: wantedPort = 0 } = {}) {
  /** @type {Map<string, ServedProject>} */
  const served = new Map();
  /** @type {RecordedRequest[]} */
  const requests = [];
  const host = '127.0.0.1';
  let origin = '';

  /** @param {Release} release */
  function addRelease(release) {
    const { fileName, bytes, metadata } = buildDistribution(release);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = `/packages/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256.slice(4)}/${fileName}`;
    const key = canonicalName(release.name);
    const project = served.get(key) ?? { name: release.name, files: [] };
    project.files.push({ fileName, version: release.version, path, sha256, uploaded: bytes, served: bytes, metadata });
    served.set(key, project);
  }

  /**
   * @param {string} name
   * @param {string | undefined} version
   * @param {(bytes: Buffer) => Buffer} change
   */
  function changeServedBytes(name, version, change) {
    const files = served
      .get(canonicalName(name))
      ?.files.filter((file) => version === undefined || file.version === version);
    if (!files?.length) throw new Error(`the index has no ${name} ${version ?? ''}`);
    for (const file of files) file.served = change(file.uploaded);
  }

  /**
   * @param {string} path without a query
   * @param {import('node:http').IncomingHttpHeaders} headers
   * @returns {{ status: number, headers: Record<string, string>, body: Buffer }}
   */
  function answer(path, headers) {
    const json = wantsJson(headers.accept);
    const [, first, second, ...rest] = path.split('/');
    if (first === 'simple' && second === '') return page(rootPage([...served.values()], json), json, headers);
    if (first === 'simple' && second && rest.join('/') === '') {
      const key = canonicalName(second);
      const project = served.get(key);
      if (!project) return text(404, 'Not Found');
      if (path !== `/simple/${key}/`) return { ...text(301, ''), headers: { Location: `/simple/${key}/` } };
      return page(indexPage(project, origin, json), json, headers);
    }
    for (const { files } of served.values()) {
      for (const file of files) {
        if (path === file.path) return validated(file.served, fileHeaders('application/octet-stream'), headers);
        if (file.metadata && path === `${file.path}.metadata`) {
          return validated(file.metadata, fileHeaders('application/octet-stream'), headers);
        }
      }
    }
    return text(404, 'Not Found');
  }

  const listener = /** @type {import('node:http').RequestListener} */ (
    (request, response) => {
      const { method = '', url = '' } = request;
      const path = decodedPath(url);
      const { status, headers, body } =
        method === 'GET' || method === 'HEAD' ? answer(path, request.headers) : text(405, 'Method Not Allowed');
      requests.push({ method, path: url, status });
      response.writeHead(status, status === 304 ? headers : { ...headers, 'Content-Length': body.length });
      response.end(method === 'HEAD' || status === 304 ? undefined : body);
    }
  );

  for (const { versions, ...project } of projects) {
    for (const version of versions) addRelease({ ...project, version });
  }

  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wantedPort, host, () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  origin = `${tls ? 'https' : 'http'}://${host}:${port}`;

  return {
    url: `${origin}/simple/`,
    trustedHost: host,
    host,
    port,
    requests,
    addRelease,
    poison: (name, version) => changeServedBytes(name, version, withOtherBytes),
    heal: (name, version) => changeServedBytes(name, version, (bytes) => bytes),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * Returns an index page, compressed if the client accepts that.
 *
 * @param {string} content
 * @param {boolean} json
 * @param {import('node:http').IncomingHttpHeaders} requested
 */
function page(content, json, requested) {
  const plain = Buffer.from(content);
  if (!/\bgzip\b/.test(String(requested['accept-encoding'] ?? '')))
    return validated(plain, indexHeaders(json), requested);
  return validated(gzipSync(plain), { ...indexHeaders(json), 'Content-Encoding': 'gzip' }, requested);
}

/**
 * Answers a conditional request, with status 304 if the client has the same bytes already.
 *
 * @param {Buffer} body
 * @param {Record<string, string>} headers
 * @param {import('node:http').IncomingHttpHeaders} requested
 */
function validated(body, headers, requested) {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  return { status: requested['if-none-match'] === etag ? 304 : 200, headers: { ...headers, ETag: etag }, body };
}

/**
 * @param {number} status
 * @param {string} body
 * @returns {{ status: number, headers: Record<string, string>, body: Buffer }}
 */
function text(status, body) {
  return { status, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from(body) };
}

/** @param {string} url the URL of a request line */
function decodedPath(url) {
  const path = url.split('?')[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @param {Buffer} bytes */
function withOtherBytes(bytes) {
  const poisoned = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  for (let at = middle; at < Math.min(middle + 16, bytes.length); at++) poisoned[at] = ~(poisoned[at] ?? 0) & 0xff;
  return poisoned;
}
