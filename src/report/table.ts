import type { Area } from '../cache/areas.js';
import type { Tally } from '../cache/tally.js';
import type { AreaResult, Result } from '../reset/result.js';
import { counted, humanSize } from '../util/units.js';
import { AREA_NAMES, totals } from './explain.js';

/** One row: the name of the area, then a cell per column. */
export type Row = readonly string[];

type Amounts = Pick<AreaResult, 'before' | 'removed' | 'after' | 'unreadable'>;

interface Column {
  readonly heading: string;
  readonly cell: (amounts: Amounts) => string;
}

// What most caches have most of comes first.
const ORDER: readonly Area[] = ['http-v2', 'http', 'wheels'];

const before: Column = { heading: 'Before', cell: ({ before, unreadable }) => held(before, unreadable) };
const removed: Column = { heading: 'Removed', cell: ({ removed }) => amount(removed) ?? '–' };
const after: Column = { heading: 'After', cell: ({ after, unreadable }) => held(after, unreadable) };

/** The table by area: headings first, totals last. An area that was never there is left out. */
export function tableOf(result: Result): Row[] {
  const columns = columnsOf(result);
  const row = (name: string, amounts: Amounts): Row => [name, ...columns.map((column) => column.cell(amounts))];
  return [
    ['', ...columns.map((column) => column.heading)],
    ...ORDER.filter((area) => ['directory', 'unreadable'].includes(result.areas[area].state)).map((area) =>
      row(`${AREA_NAMES[area]} (${area})`, result.areas[area]),
    ),
    row('Total', { ...totals(result), unreadable: result.unreadable.length }),
  ];
}

function columnsOf({ outcome, cutShort }: Result): Column[] {
  if (cutShort) return [before, { ...removed, heading: 'Removed at least' }];
  switch (outcome) {
    case 'dry-run':
      return [before, { ...removed, heading: 'Would go' }];
    case 'skipped':
    case 'nothing-to-do':
    case 'disabled':
    case 'inspected':
      return [{ ...after, heading: 'Holds' }];
    default:
      return [before, removed, after];
  }
}

function held(tally: Tally, unreadable: number): string {
  if (unreadable > 0) return `${amount(tally) ?? 'nothing'} that can be read`;
  return amount(tally) ?? 'empty';
}

// undefined when it is nothing, not even a directory
function amount({ files, bytes, directories }: Tally): string | undefined {
  if (files > 0) return `${humanSize(bytes)} in ${counted(files, 'file')}`;
  return directories > 0 ? counted(directories, 'directory', 'directories') : undefined;
}

/** The table as lines of text, in columns. */
export function tableLines(rows: readonly Row[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
  return rows.map((row) =>
    row.map((text, column) => (column === 0 ? text.padEnd(width(0)) : text.padStart(width(column)))).join('   '),
  );
}
