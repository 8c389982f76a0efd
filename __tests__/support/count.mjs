// @ts-check
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Count
 * @property {number} files everything that is not a directory; a symbolic link counts as a file
 * @property {number} bytes apparent size of the files
 * @property {number} directories including the roots of the areas
 * @property {number} diskBytes allocated bytes, including those of directories; each inode counts once
 */

/** @typedef {{ area: string, directory: boolean, bytes: number, diskBytes: number, inode: string }} Found */

const AREAS = /** @type {const} */ (['http', 'http-v2', 'wheels']);

/**
 * Counts the contents of the three areas of a pip cache. Shares no code with the action, so that tests can compare the
 * two.
 *
 * @param {string} cacheDir
 * @param {object} [options]
 * @param {boolean} [options.find] whether to count with GNU find; by default, if it is installed
 * @returns {Count & { byArea: Record<typeof AREAS[number], Count> }}
 */
export function countCache(cacheDir, { find = hasGnuFind() } = {}) {
  const areas = AREAS.filter((area) => lstatSync(join(cacheDir, area), { throwIfNoEntry: false }));
  const found =
    areas.length === 0 ? [] : find ? findAll(cacheDir, areas) : areas.flatMap((area) => readAll(cacheDir, area));
  const [http, httpV2, wheels] = AREAS.map((area) => count(found.filter((one) => one.area === area)));
  return { ...count(found), byArea: /** @type {any} */ ({ http, 'http-v2': httpV2, wheels }) };
}

/**
 * @param {Found[]} found
 * @returns {Count}
 */
function count(found) {
  const files = found.filter((one) => !one.directory);
  const inodes = new Map(found.map((one) => [one.inode, one.diskBytes]));
  return {
    files: files.length,
    bytes: files.reduce((sum, one) => sum + one.bytes, 0),
    directories: found.length - files.length,
    diskBytes: [...inodes.values()].reduce((sum, bytes) => sum + bytes, 0),
  };
}

function hasGnuFind() {
  if (process.platform === 'win32') return false;
  const { stdout } = spawnSync('find', ['--version'], { encoding: 'utf8' });
  return stdout?.includes('GNU findutils') ?? false;
}

/**
 * @param {string} cacheDir
 * @param {string[]} areas
 * @returns {Found[]}
 */
function findAll(cacheDir, areas) {
  const args = ['-P', ...areas, '-printf', '%H %y %s %b %D:%i\\n'];
  const { status, error, stdout, stderr } = spawnSync('find', args, {
    cwd: cacheDir,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw error ?? new Error(`find ended with ${status}: ${stderr}`);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [area = '', type, bytes, blocks, inode = ''] = line.split(' ');
      return { area, directory: type === 'd', bytes: Number(bytes), diskBytes: 512 * Number(blocks), inode };
    });
}

/**
 * @param {string} cacheDir
 * @param {string} area
 * @returns {Found[]}
 */
function readAll(cacheDir, area) {
  /** @type {Found[]} */
  const found = [];
  const pending = [join(cacheDir, area)];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const entry = lstatSync(path, { bigint: true });
    const directory = entry.isDirectory();
    const diskBytes = entry.blocks === undefined ? entry.size : 512n * entry.blocks;
    found.push({
      area,
      directory,
      bytes: Number(entry.size),
      diskBytes: Number(diskBytes),
      inode: `${entry.dev}:${entry.ino}`,
    });
    if (directory) for (const name of readdirSync(path)) pending.push(join(path, name));
  }
  return found;
}
