// @ts-check

/** @typedef {{ id: number, entry: boolean, modules: Module[], origins: Origin[] }} Chunk a chunk in webpack's stats */
/** @typedef {{ name?: string }} Module `./build/reset/reset.js`, maybe with ` + 3 modules` behind it */
/** @typedef {{ request: string, moduleName: string }} Origin the dynamic import of a module, and where it stands */

/**
 * Names the chunks of a bundle, except its entry. A chunk that is loaded for one dynamic import, and holds the imported
 * module, is named after that module, and so is what is loaded with it. What several imports share is named after the
 * room of src/ that they stand for.
 *
 * @param {readonly Chunk[]} chunks
 * @returns {Map<number, string>} names by the chunk's number.
 */
export function chunkNames(chunks) {
  const names = new Map(chunks.filter(({ entry }) => !entry).map((chunk) => [chunk.id, nameOf(chunk)]));
  if (new Set(names.values()).size < names.size) throw new Error(`Chunks of one name: ${[...names.values()].sort()}`);
  return names;
}

/** @param {Chunk} chunk */
function nameOf({ modules, origins }) {
  const imported = [...new Set(origins.map(pathOf))];
  const paths = modules.map(({ name = '' }) => name.replace(/ \+ \d+ modules$/, ''));
  const [only] = imported;
  if (only !== undefined && imported.length === 1 && paths.includes(`./build/${only}`)) return dashed(only);
  const rooms = [...new Set(imported.map((path) => path.split('/')[0]))].sort().join('-');
  const ofPackages = paths.every((path) => path.startsWith('./node_modules/') || path.startsWith('external '));
  const by = only !== undefined && imported.length === 1 ? dashed(only) : rooms;
  return `${by}-${ofPackages ? 'packages' : 'shared'}`;
}

/** @param {Origin} origin @returns {string} the path below src/ of the module that is imported, with .js at its end. */
function pathOf({ request, moduleName }) {
  return new URL(request, `file:///${moduleName.replace('./build/', '')}`).pathname.slice(1);
}

/** @param {string} path `steps/on-failure/register.js` */
function dashed(path) {
  return path.split('/').slice(1).join('-').replace(/\.js$/, '');
}
