// Builds dist/ from src/: compiles it with tsc, bundles it with ncc, writes a small file for each thing that the runner
// starts, and collects the licenses of the packages in the bundle. The bundle is not minified, because people read it.
// ncc's own --license misses packages whose modules it merges into one.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chunkNames } from './lib/chunk-names.mjs';

/** What the runner starts, in dist/, and the function of src/main.ts that it calls. */
const ENTRIES = {
  'index.js': 'main',
  'on-failure/main.js': 'onFailureMain',
  'on-failure/post.js': 'onFailurePost',
  'bundle/inventory-worker.js': 'inventoryWorker',
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** @param {string[]} parts */
const at = (...parts) => join(root, ...parts);

/** @param {string[]} command */
function run(...command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    process.exit(1);
  }
}

/** @param {string} folder */
const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const empty = (/** @type {string} */ folder) => rmSync(at(folder), { recursive: true, force: true });
empty('build');
run(at('node_modules', 'typescript', 'bin', 'tsc'), '-p', at('tsconfig.json'));
// Only after tsc has found no error, because dist/ would be missing otherwise.
empty('dist');
const stats = at('build', 'stats.json');
const ncc = at('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
run(ncc, 'build', 'build/main.js', '--out', 'dist/bundle', '--no-cache', '--quiet', '--stats-out', stats);

// It says that .js files are modules, and has to say so of all of them.
renameSync(at('dist', 'bundle', 'package.json'), at('dist', 'package.json'));

for (const [file, name] of Object.entries(ENTRIES)) {
  const path = at('dist', file);
  const bundle = `${'../'.repeat(file.split('/').length - 1) || './'}bundle/index.js`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { ${name} } from '${bundle}';\n\nawait ${name}();\n`);
}

nameChunks(JSON.parse(readFileSync(stats, 'utf8')).chunks);

// Started by path, beside the bundle (src/pip/python-session.ts).
copyFileSync(at('src', 'pip', 'run_pip.py'), at('dist', 'bundle', 'run_pip.py'));

/**
 * The folder of each package. It may be inside the package that needs it, when another version is at the top.
 * @type {Map<string, string>}
 */
const packages = new Map();
const todo = Object.keys(manifest(root).dependencies).map((name) => ({ name, by: root }));
for (let next = todo.pop(); next; next = todo.pop()) {
  const { name, by } = next;
  // The bundle has src/util/no-http-client.ts in its place.
  if (name === '@actions/http-client' || packages.has(name)) continue;
  const folder = [join(by, 'node_modules', name), at('node_modules', name)].find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`${name} is not installed`);
  packages.set(name, folder);
  todo.push(...Object.keys(manifest(folder).dependencies ?? {}).map((name) => ({ name, by: folder })));
}
const texts = [...packages].sort().map(([name, folder]) => {
  const { version, license } = manifest(folder);
  const files = readdirSync(folder)
    .filter((file) => /^licen[cs]e/i.test(file))
    .sort();
  if (files.length === 0) throw new Error(`${name} ships no license file`);
  return [
    `${name} ${version} (${license})`,
    ...files.map((file) => readFileSync(join(folder, file), 'utf8').trim()),
  ].join('\n\n');
});
writeFileSync(at('dist', 'licenses.txt'), `${texts.join('\n\n---\n\n')}\n`);

/**
 * ncc numbers the files of its chunks. This gives them the names of what is in them, also where the bundle's runtime
 * looks them up.
 *
 * @param {import('./lib/chunk-names.mjs').Chunk[]} chunks
 */
function nameChunks(chunks) {
  const names = chunkNames(chunks);
  for (const [id, name] of names)
    renameSync(at('dist', 'bundle', `${id}.index.js`), at('dist', 'bundle', `${name}.js`));
  const path = at('dist', 'bundle', 'index.js');
  const bundle = readFileSync(path, 'utf8');
  const numbered = 'return "" + chunkId + ".index.js";';
  if (bundle.split(numbered).length !== 2) throw new Error(`${path} should have ${numbered} once`);
  writeFileSync(
    path,
    bundle.replace(numbered, `return ${JSON.stringify(Object.fromEntries(names))}[chunkId] + ".js";`),
  );
}
