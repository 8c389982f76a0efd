import { AREAS } from '../cache/areas.js';
import type { Tally } from '../cache/tally.js';
import type { Result } from '../result.js';
import { counted, humanSize } from '../units.js';
import { AREA_NAMES, totals } from './explain.js';

/** One row: the name of the area, and what it held before, what went, what it holds after. */
export type Row = readonly [area: string, before: string, removed: string, after: string];

/** The table by area. The first row holds the headings, the last one the totals; an area that was never there is left out. */
export function tableOf(result: Result): Row[] {
  const there = AREAS.filter((area) => result.areas[area].state === 'directory').reverse();
  const removed = result.outcome === 'dry-run' ? 'Would go' : 'Removed';
  const total = totals(result);
  return [
    ['', 'Before', removed, 'After'],
    ...there.map((area): Row => {
      const { before, removed: went, after } = result.areas[area];
      return [`${AREA_NAMES[area]} (${area})`, cell(before), cell(went), cell(after)];
    }),
    ['Total', cell(total.before), cell(total.removed), cell(total.after)],
  ];
}

function cell({ files, bytes }: Tally): string {
  return files === 0 ? '–' : `${humanSize(bytes)} in ${counted(files, 'file')}`;
}

/** The table as lines of text, in columns. */
export function tableLines(rows: readonly Row[]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('   '),
  );
}
