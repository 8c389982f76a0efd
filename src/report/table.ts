import type { Area } from '../cache/areas.js';
import type { Tally } from '../cache/tally.js';
import type { AreaResult, Outcome, Result } from '../result.js';
import { counted, humanSize } from '../units.js';
import { AREA_NAMES, totals } from './explain.js';

/** One row: the name of the area, then a cell per column. */
export type Row = readonly string[];

type Amounts = Pick<AreaResult, 'before' | 'removed' | 'after'>;

interface Column {
  readonly heading: string;
  readonly cell: (amounts: Amounts) => string;
}

// What most caches have most of comes first.
const ORDER: readonly Area[] = ['http-v2', 'http', 'wheels'];

const before: Column = { heading: 'Before', cell: (amounts) => cell(amounts.before, 'empty') };
const removed: Column = { heading: 'Removed', cell: (amounts) => cell(amounts.removed, '–') };
const after: Column = { heading: 'After', cell: (amounts) => cell(amounts.after, 'empty') };

/** The table by area: headings first, totals last. An area that was never there is left out. */
export function tableOf(result: Result): Row[] {
  const columns = columnsOf(result.outcome);
  const row = (name: string, amounts: Amounts): Row => [name, ...columns.map((column) => column.cell(amounts))];
  return [
    ['', ...columns.map((column) => column.heading)],
    ...ORDER.filter((area) => result.areas[area].state === 'directory').map((area) =>
      row(`${AREA_NAMES[area]} (${area})`, result.areas[area]),
    ),
    row('Total', totals(result)),
  ];
}

function columnsOf(outcome: Outcome): Column[] {
  switch (outcome) {
    case 'dry-run':
      return [before, { ...removed, heading: 'Would go' }];
    case 'skipped':
    case 'nothing-to-do':
    case 'disabled':
      return [{ ...before, heading: 'Holds' }];
    default:
      return [before, removed, after];
  }
}

function cell({ files, bytes }: Tally, none: string): string {
  return files === 0 ? none : `${humanSize(bytes)} in ${counted(files, 'file')}`;
}

/** The table as lines of text, in columns. */
export function tableLines(rows: readonly Row[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
  return rows.map((row) =>
    row.map((text, column) => (column === 0 ? text.padEnd(width(0)) : text.padStart(width(column)))).join('   '),
  );
}
