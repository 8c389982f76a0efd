import { describe, expect, it } from 'vitest';
import { tableLines, tableOf } from '../../../src/report/table.js';
import { ABSENT, area, result } from '../results.js';

describe('tableOf', () => {
  it('has a row for each area that is there, and the total', () => {
    const areas = { http: area(5, 0), 'http-v2': area(3000, 1), wheels: area(1, 1) };
    expect(tableOf(result({ areas }))).toEqual([
      ['', 'Before', 'Removed', 'After'],
      ['HTTP responses (http-v2)', '3 MB in 3,000 files', '3 MB in 2,999 files', '1 kB in 1 file'],
      ['HTTP responses of pip before 23.3 (http)', '5 kB in 5 files', '5 kB in 5 files', 'empty'],
      ['Locally built wheels (wheels)', '1 kB in 1 file', '–', '1 kB in 1 file'],
      ['Total', '3.01 MB in 3,006 files', '3 MB in 3,004 files', '2 kB in 2 files'],
    ]);
  });

  it.each([
    [
      'reset',
      [
        ['', 'Before', 'Removed', 'After'],
        ['Total', 'empty', '–', 'empty'],
      ],
    ],
    [
      'incomplete',
      [
        ['', 'Before', 'Removed', 'After'],
        ['Total', 'empty', '–', 'empty'],
      ],
    ],
    [
      'dry-run',
      [
        ['', 'Before', 'Would go'],
        ['Total', 'empty', '–'],
      ],
    ],
    [
      'skipped',
      [
        ['', 'Holds'],
        ['Total', 'empty'],
      ],
    ],
    [
      'nothing-to-do',
      [
        ['', 'Holds'],
        ['Total', 'empty'],
      ],
    ],
    [
      'disabled',
      [
        ['', 'Holds'],
        ['Total', 'empty'],
      ],
    ],
  ] as const)('has for %s the columns that matter, and no row for what is a link or not there', (outcome, rows) => {
    const areas = { http: { ...ABSENT, state: 'link' as const }, 'http-v2': ABSENT, wheels: ABSENT };
    expect(tableOf(result({ outcome, areas }))).toEqual(rows);
  });
});

describe('tableLines', () => {
  it('are in columns, names to the left and numbers to the right', () => {
    expect(
      tableLines([
        ['', 'Before', 'Removed', 'After'],
        ['a name', '1', '12 kB', '–'],
      ]),
    ).toEqual(['         Before   Removed   After', 'a name        1     12 kB       –']);
  });
});
