import type { Area } from '../cache/areas.js';
import type { Tally } from '../cache/tally.js';
import type { AreaResult, Result } from '../reset/result.js';
import { counted, humanSize } from '../util/units.js';
import { AREA_NAMES, totals } from './explain.js';

/** A row of a table: its name, then a cell for each column. */
export type Row = readonly string[];

type Amounts = Pick<AreaResult, 'before' | 'removed' | 'after' | 'unreadable'>;

interface Column {
  readonly heading: string;
  readonly cell: (amounts: Amounts) => string;
}

// The area that is the largest in most caches comes first.
const ORDER: readonly Area[] = ['http-v2', 'http', 'wheels'];

const before: Column = { heading: 'Before', cell: ({ before, unreadable }) => held(before, unreadable) };
const removed: Column = { heading: 'Removed', cell: ({ removed }) => amount(removed) ?? '–' };
const after: Column = { heading: 'After', cell: ({ after, unreadable }) => held(after, unreadable) };

/** Returns a table of the areas. The first row has the headings, the last one the totals. Absent areas are left out. */
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

// Returns undefined if there is neither a file nor a directory.
function amount({ files, bytes, directories }: Tally): string | undefined {
  if (files > 0) return `${humanSize(bytes)} in ${counted(files, 'file')}`;
  return directories > 0 ? counted(directories, 'directory', 'directories') : undefined;
}

/** Longest cell of the log's tables: a name of 200 characters would make every line as wide. */
const WIDEST_CELL = 60;

/** Formats a table as lines of text with aligned columns. Long cells are cut. */
export function tableLines(rows: readonly Row[]): string[] {
  const cut = rows.map((row) =>
    row.map((text) => (text.length > WIDEST_CELL ? `${text.slice(0, WIDEST_CELL - 1)}…` : text)),
  );
  const width = (column: number) => Math.max(...cut.map((row) => (row[column] ?? '').length));
  return cut.map((row) =>
    row.map((text, column) => (column === 0 ? text.padEnd(width(0)) : text.padStart(width(column)))).join('   '),
  );
}
