import type { Contents, Holding, ProjectHolding } from '../inventory/contents.js';
import { KINDS, type Kind } from '../inventory/label.js';
import { sums } from '../util/sums.js';
import { counted, humanAge, humanCount, humanSize } from '../util/units.js';
import type { Row } from './table.js';

/** How many projects a table has at the most; the rest is one row. */
export const PROJECTS_SHOWN = 50;
const VERSIONS_SHOWN = 4;
/** Slices of a pie that can still be told apart, and the share that has room for its percentage. */
const SLICES = 8;
const SMALLEST_SLICE = 0.03;
const LONGEST_NAME = 40;
/** Of mermaid's own colours, two that follow one another look the same. These are told apart on light and dark pages, and under black percentages. */
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
};

/**
 * The largest projects as a table, headings first, and what is not of a project last.
 *
 * @param most projects to show.
 * @param now in milliseconds since 1970.
 */
export function projectRows({ projects, all }: Contents, most = PROJECTS_SHOWN, now = Date.now()): Row[] {
  const shown = projects.slice(0, most);
  const rest = projects.slice(most);
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

/** What there is by kind as a table, headings first. */
export function kindRows({ kinds }: Contents): Row[] {
  return [
    ['Kind', 'Files', 'Size'],
    ...KINDS.filter((kind) => kinds[kind].files > 0).map((kind): Row => [KIND_NAMES[kind], ...amounts(kinds[kind])]),
  ];
}

/**
 * The largest projects as a picture: a pie, in the language of mermaid, which GitHub draws. Nothing when there is nothing to compare. A project's name is in
 * its normal form, which has only letters, digits and dashes in it.
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

function versions({ versions: all, moreVersions }: ProjectHolding): string {
  const last = all.slice(-VERSIONS_SHOWN);
  const more = all.length - last.length + moreVersions;
  return (more > 0 ? [`${humanCount(more)} more`, ...last] : last).join(', ');
}

function amounts({ files, bytes }: Pick<Holding, 'files' | 'bytes'>): [string, string] {
  return [humanCount(files), humanSize(bytes)];
}

// A cache that was restored has times of another machine's clock, which may be in the future: those are 0s.
function age({ oldest, newest }: Holding, now: number): string {
  if (newest === 0) return '';
  const [from, to] = [newest, oldest].map((time) => humanAge(now - time));
  return from === to ? `${to}` : `${from} to ${to}`;
}
