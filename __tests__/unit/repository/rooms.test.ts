import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childrenOf, syntaxTree } from '../../support/syntax-tree.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Which rooms of src each room may import. `npm run lint` checks it, with the rules in biome.json. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  steps: ['inputs', 'reset', 'report', 'util'],
  'steps/on-failure': ['inputs', 'reset', 'report', 'util'],
  report: ['reset', 'inputs', 'pip', 'inventory', 'cache', 'util'],
  reset: ['inputs', 'modes', 'pip', 'inventory', 'cache', 'util'],
  modes: ['inputs', 'inventory', 'cache', 'util'],
  inventory: ['inputs', 'cache', 'util'],
  'inventory/formats': ['inputs', 'cache', 'util'],
  'inventory/names': ['inputs', 'cache', 'util'],
  pip: ['util'],
  inputs: ['util'],
  cache: ['util'],
  util: [],
};
const ROOMS = Object.keys(MAY_IMPORT);
const TOP_ROOMS = ROOMS.filter((room) => !room.includes('/'));

const TOOLKIT = ['@actions/core', '@actions/exec', '@actions/io'];
/** The files that may import packages of the runner's toolkit, and which. */
const TOOLKIT_IN: Record<string, readonly string[]> = {
  'src/report/report.ts': ['@actions/core'],
  'src/steps/on-failure/register.ts': ['@actions/core'],
  'src/pip/process.ts': ['@actions/exec'],
  'src/pip/interpreter.ts': ['@actions/io'],
};

/** Modules of Node that start processes, make network requests, or load modules unseen by the linter. */
const UNWANTED = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'module',
  'net',
];
const NOWHERE = [...UNWANTED, 'tls', 'vm'].flatMap((name) => [name, `node:${name}`]);
NOWHERE.push('undici', '@actions/http-client');

const IMPORT = 'style/noRestrictedImports';
const GLOBAL = 'style/noRestrictedGlobals';
const CYCLE = 'suspicious/noImportCycles';

/** A file that is linted, and the rules that it breaks, each as often as it breaks it. */
type Case = readonly [path: string, text: string, broken: readonly string[]];

/** One that imports a module of another room. @param broken none: it may. */
function importing(room: string, other: string, broken: readonly string[]): Case {
  const toSrc = room.replace(/[^/]+/g, '..');
  return [`src/${room}/imports-${other}.ts`, `import { a } from '${toSrc}/${other}/a.js';\n\na();\n`, broken];
}

const betweenRooms = [
  ...ROOMS.flatMap((room) =>
    TOP_ROOMS.filter((other) => other !== room.split('/')[0]).map((other) =>
      importing(room, other, MAY_IMPORT[room]?.includes(other) ? [] : [IMPORT]),
    ),
  ),
  importing('elsewhere', 'util', [IMPORT]),
  // Of these, it may import the steps.
  ['src/main.ts', TOP_ROOMS.map((room) => `import './${room}/a.js';\n`).join(''), TOP_ROOMS.slice(1).map(() => IMPORT)],
] satisfies Case[];

const byWays = [
  `import { a } from '../pip/a.js';\n\na();`,
  `import a from '../pip/a.js';\n\na();`,
  `import * as a from '../pip/a.js';\n\na();`,
  `import '../pip/a.js';`,
  `import type { A } from '../pip/a.js';\n\nexport type B = A;`,
  `export { a } from '../pip/a.js';`,
  `export * from '../pip/a.js';`,
  `const { a } = await import('../pip/a.js');\n\na();`,
  `import { a } from './../pip/a.js';\n\na();`,
  `import { a } from '../util/../pip/a.js';\n\na();`,
  `import { a } from '../../src/pip/a.js';\n\na();`,
  `import { a } from '../main.js';\n\na();`,
].map((text, index): Case => [`src/cache/way-${index}.ts`, text, [IMPORT]]);

const onlyTypes: Case[] = [
  ['src/steps/type.ts', `import type { Ab } from '../pip/environment.js';\n\nexport type B = Ab;`, []],
  [
    'src/steps/value.ts',
    `import { type Ab, find } from '../pip/environment.js';\n\nexport const b: Ab = find();`,
    [IMPORT],
  ],
  ['src/steps/all.ts', `import * as pip from '../pip/environment.js';\n\npip.find();`, [IMPORT]],
  ['src/steps/later.ts', `const { find } = await import('../pip/locate.js');\n\nfind();`, [IMPORT]],
  ['src/reset/type.ts', `import type { Log } from '../report/log.js';\n\nexport type B = Log;`, [IMPORT]],
  ['src/reset/value.ts', `import { runnerLog } from '../report/log.js';\n\nrunnerLog();`, [IMPORT]],
  [
    'src/pip/other.ts',
    `import type { ChildProcess } from 'node:child_process';\n\nexport type B = ChildProcess;`,
    [IMPORT],
  ],
];

const toolkit = [...ROOMS.map((room) => `src/${room}/toolkit.ts`), ...Object.keys(TOOLKIT_IN)].map((path): Case => {
  // All of it, and what a file that may import a part of it must not import either.
  const names = [...TOOLKIT, 'node:child_process'];
  const text = names.map((name) => `import { a as ${name.replace(/\W/g, '_')} } from '${name}';`).join('\n');
  return [path, text, names.filter((name) => !TOOLKIT_IN[path]?.includes(name)).map(() => IMPORT)];
});

const nowhere = ROOMS.map((room): Case => {
  const text = NOWHERE.map((name) => `import { a as ${name.replace(/\W/g, '_')} } from '${name}';`).join('\n');
  return [`src/${room}/nowhere.ts`, text, NOWHERE.map(() => IMPORT)];
});

const globals: Case[] = [
  ['src/inputs/fetch.ts', `fetch('a');\nglobalThis.fetch('a');`, [GLOBAL, GLOBAL]],
  ['src/inputs/sockets.ts', `new WebSocket('a');\nnew EventSource('a');`, [GLOBAL, GLOBAL]],
  ['src/inputs/require.ts', `require('node:http');`, ['style/noCommonJs']],
];

const circles: Case[] = [
  ['src/cache/circle-1.ts', `import { b } from './circle-2.js';\n\nexport const a = () => b();`, [CYCLE]],
  ['src/cache/circle-2.ts', `import { a } from './circle-1.js';\n\nexport const b = () => a();`, [CYCLE]],
  ['src/cache/circle-3.ts', `import type { B } from './circle-4.js';\n\nexport type A = B | 1;`, [CYCLE]],
  ['src/cache/circle-4.ts', `import type { A } from './circle-3.js';\n\nexport type B = A | 2;`, [CYCLE]],
];

/**
 * Lints files with this repository's biome.json.
 *
 * @returns the rules that each file breaks, by its path.
 */
function lint(cases: readonly Case[]): ReadonlyMap<string, string[]> {
  const directory = temporaryDirectory('lint');
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(root, name), join(directory, name));
  for (const [path, text] of cases) {
    mkdirSync(join(directory, dirname(path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const command = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error', 'src'];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: directory, encoding: 'utf8' });
  expect(stdout, stderr).toMatch(/^\{/);
  const broken = new Map<string, string[]>(cases.map(([path]) => [path, []]));
  for (const { category, location } of JSON.parse(stdout).diagnostics) {
    broken.get(location.path.replaceAll('\\', '/'))?.push(category.replace('lint/', ''));
  }
  return broken;
}

describe('npm run lint', () => {
  const kinds = [betweenRooms, byWays, onlyTypes, toolkit, nowhere, globals, circles];
  let found: ReadonlyMap<string, string[]>;

  beforeAll(() => {
    found = lint(kinds.flat());
  });

  const expectFound = (cases: readonly Case[]) =>
    expect(cases.map(([path, text]) => [path, text, found.get(path)])).toEqual(cases);

  it('knows every folder of src', () => {
    const folders = globSync('**/*.ts', { cwd: join(root, 'src') }).map((path) => dirname(path).replaceAll('\\', '/'));
    expect([...new Set(folders)].sort()).toEqual(['.', ...ROOMS].sort());
  });

  it('refuses an import between rooms unless the table has it', () => expectFound(betweenRooms));
  it('refuses it in whatever way it is written', () => expectFound(byWays));
  it('lets steps import types of pip only', () => expectFound(onlyTypes));
  it("lets four files use the runner's toolkit, one of them to start processes", () => expectFound(toolkit));
  it('refuses modules that start processes, make network requests or load modules', () => expectFound(nowhere));
  it('refuses globals that make network requests', () => expectFound(globals));
  it('refuses files that import one another', () => expectFound(circles));
});

/** What of Node's fs changes nothing on the disk. */
const READS = [
  ...['closeSync', 'constants', 'existsSync', 'fstatSync', 'lstatSync', 'opendirSync', 'openSync', 'readdirSync'],
  ...['readFileSync', 'readlinkSync', 'readSync', 'realpathSync', 'statSync', 'statfsSync'],
];

/** The nodes of a syntax tree that are of one of these types. */
function nodesOf(node: ReturnType<typeof syntaxTree>, ...types: readonly string[]): (typeof node)[] {
  const below = childrenOf(node).flatMap((child) => nodesOf(child, ...types));
  return types.includes(node.type) ? [node, ...below] : below;
}

describe('src', () => {
  const files = globSync('**/*.ts', { cwd: join(root, 'src') }).map((path) => path.replaceAll('\\', '/'));
  const trees = files.map((file) => ({ file, tree: syntaxTree(readFileSync(join(root, 'src', file), 'utf8')) }));

  it('changes the disk in four files', () => {
    const imported = trees.flatMap(({ file, tree }) =>
      nodesOf(tree, 'ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration')
        .filter(({ source, importKind }) => /^(node:)?fs(\/|$)/.test(source?.value ?? '') && importKind !== 'type')
        .flatMap(({ specifiers = [{}] }) => specifiers)
        .filter(({ importKind }: { importKind?: string }) => importKind !== 'type')
        .map(({ imported, local }) => ({ file, name: imported?.name ?? local?.name ?? '*' })),
    );
    expect(imported.map(({ name }) => name)).toContain('lstatSync');
    const changing = imported.filter(({ name }) => !READS.includes(name)).map(({ file, name }) => `${file}: ${name}`);
    expect(changing.sort()).toEqual([
      'cache/delete.ts: rmdirSync',
      'cache/delete.ts: unlinkSync',
      'pip/scratch.ts: mkdirSync',
      'pip/scratch.ts: mkdtempSync',
      'pip/scratch.ts: rmdirSync',
      'report/all-or-nothing.ts: truncateSync',
      'report/report-file.ts: unlinkSync',
      'report/report-file.ts: writeFileSync',
    ]);
  });

  it('loads by import() only files of its own, whose paths are written out', () => {
    const loaded = trees.flatMap(({ tree }) => nodesOf(tree, 'ImportExpression').map(({ source }) => source.value));
    expect(loaded.length).toBeGreaterThan(5);
    expect(loaded.filter((path) => !/^\.{1,2}\/[\w/.-]+\.js$/.test(path ?? ''))).toEqual([]);
  });
});
