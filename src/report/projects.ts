import type { Contents, Holding, ProjectHolding } from '../inventory/contents.js';
import { KINDS, type Kind } from '../inventory/label.js';
import { sums } from '../util/sums.js';
import { counted, humanAge, humanCount, humanSize } from '../util/units.js';
import type { Row } from './table.js';

/** Largest number of projects in a table. The others share the last row. */
export const PROJECTS_SHOWN = 50;
const VERSIONS_SHOWN = 4;
/** Largest number of slices of a pie that are still easy to tell apart. */
const SLICES = 8;
/** Smallest share of a pie that has room for its percentage. */
const SMALLEST_SLICE = 0.03;
const LONGEST_NAME = 40;
/**
 * In mermaid's default colours, neighbouring slices can look the same. These can be told apart on light and dark pages,
 * and black percentages are readable on them.
 */
const SLICE_COLOURS = [
  '#6b9bd1',
  '#f28e2b',
  '#59a14f',
  '#e57373',
  '#76b7b2',
  '#edc948',
  '#b07aa1',
  '#b8907a',
  '#bab0ac',
];
const COLOURS = {
  ...Object.fromEntries(SLICE_COLOURS.map((colour, index) => [`pie${index + 1}`, colour])),
  pieSectionTextColor: '#000000',
  pieOpacity: '1',
};

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  'index page': 'Index pages',
  wheel: 'Wheels',
  sdist: 'Sdists',
  metadata: 'Metadata of wheels',
  'built wheel': 'Locally built wheels',
  redirect: 'Redirects',
  unknown: 'Not recognised',
  unreadable: 'Not readable',
};

/**
 * Returns a table of the largest projects. The first row has the headings, the last one the entries of no known
 * project.
 *
 * @param limit largest number of projects.
 * @param now the current time, in milliseconds since 1970.
 */
export function projectRows({ projects, all }: Contents, limit = PROJECTS_SHOWN, now = Date.now()): Row[] {
  const shown = projects.slice(0, limit);
  const rest = projects.slice(limit);
  const rows: Row[] = [
    ['Project', 'Versions', 'Files', 'Size', 'Age'],
    ...shown.map((project): Row => [project.project, versions(project), ...amounts(project), age(project, now)]),
  ];
  if (rest.length > 0)
    rows.push([`and ${counted(rest.length, 'more project')}`, '', ...amounts(sums(rest, 'files', 'bytes')), '']);
  const named = sums(projects, 'files', 'bytes');
  if (all.files > named.files) {
    rows.push([
      'of no known project',
      '',
      ...amounts({ files: all.files - named.files, bytes: all.bytes - named.bytes }),
      '',
    ]);
  }
  return rows;
}

/** Returns a table of the kinds of entries. The first row has the headings. */
export function kindRows({ kinds }: Contents): Row[] {
  return [
    ['Kind', 'Files', 'Size'],
    ...KINDS.filter((kind) => kinds[kind].files > 0).map((kind): Row => [KIND_NAMES[kind], ...amounts(kinds[kind])]),
  ];
}

/**
 * Returns a pie chart of the largest projects as a mermaid diagram, which GitHub renders. Names need no escaping,
 * because normalized project names contain only letters, digits and dashes.
 *
 * @returns undefined if there are fewer than two slices.
 */
export function projectPie({ projects, all }: Contents): string | undefined {
  const slices = projects.slice(0, SLICES).filter(({ bytes }) => bytes > all.bytes * SMALLEST_SLICE);
  if (slices.length < 2) return undefined;
  const rest = all.bytes - sums(slices, 'bytes').bytes;
  const slice = (name: string, bytes: number) => `  "${name} (${humanSize(bytes)})" : ${bytes}`;
  const short = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name);
  return [
    `%%{init: ${JSON.stringify({ themeVariables: COLOURS })}}%%`,
    'pie',
    ...slices.map(({ project, bytes }) => slice(short(project), bytes)),
    ...(rest > 0 ? [slice('all others', rest)] : []),
  ].join('\n');
}

function versions({ versions: all, moreVersions, kinds }: ProjectHolding): string {
  const shown = all.slice(-VERSIONS_SHOWN);
  const more = all.length - shown.length + moreVersions;
  const listed = (more > 0 ? [`${humanCount(more)} more`, ...shown] : shown).join(', ');
  const only = onlyKind(kinds);
  if (only === undefined) return listed;
  return listed === '' ? `${only} only` : `${listed} (${only} only)`;
}

// pip caches the pages of all projects that it considers, and the metadata of versions that it does not install. This
// explains why a project has no version, or versions that were never installed.
function onlyKind(kinds: readonly Kind[]): string | undefined {
  const files = kinds.filter((kind) => kind !== 'index page');
  if (files.length === 0) return kinds.length > 0 ? 'index page' : undefined;
  return files.every((kind) => kind === 'metadata') ? 'metadata' : undefined;
}

function amounts({ files, bytes }: Pick<Holding, 'files' | 'bytes'>): [string, string] {
  return [humanCount(files), humanSize(bytes)];
}

// A restored cache has times of another machine's clock, which may be in the future. humanAge returns 0s for these.
function age({ oldest, newest }: Holding, now: number): string {
  if (newest === 0) return '';
  const [from, to] = [newest, oldest].map((time) => humanAge(now - time));
  return from === to ? `${to}` : `${from} to ${to}`;
}
