import { describe, expect, it } from 'vitest';
import { tableLines, tableOf } from '../../../src/report/table.js';
import { ABSENT, area, result } from '../results.js';

describe('tableOf', () => {
  it('has a row for each area that is there, and the total', () => {
    const areas = { http: area(5, 0), 'http-v2': area(3000, 1), wheels: area(1, 1) };
    expect(tableOf(result({ areas }))).toEqual([
      ['', 'Before', 'Removed', 'After'],
      ['HTTP responses (http-v2)', '3 MB in 3,000 files', '3 MB in 2,999 files', '1 kB in 1 file'],
      ['HTTP responses, old format (http)', '5 kB in 5 files', '5 kB in 5 files', 'empty'],
      ['Locally built wheels (wheels)', '1 kB in 1 file', '–', '1 kB in 1 file'],
      ['Total', '3.01 MB in 3,006 files', '3 MB in 3,004 files', '2 kB in 2 files'],
    ]);
  });

  const none = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };
  const directories = (count: number) => ({ ...none, directories: count });
  const unseen = { path: '/c/wheels/a', code: 'EACCES' };

  it('shows directories without a file', () => {
    const wheels = { ...area(0, 0), before: directories(1041), removed: directories(1040), after: directories(1) };
    expect(tableOf(result({ areas: { http: ABSENT, 'http-v2': area(2, 0), wheels } }))).toEqual([
      ['', 'Before', 'Removed', 'After'],
      ['HTTP responses (http-v2)', '2 kB in 2 files', '2 kB in 2 files', 'empty'],
      ['Locally built wheels (wheels)', '1,041 directories', '1,040 directories', '1 directory'],
      ['Total', '2 kB in 2 files', '2 kB in 2 files', '1 directory'],
    ]);
  });

  it('has no column for what is left when there was no time to count it', () => {
    const areas = { http: ABSENT, 'http-v2': area(3, 1), wheels: ABSENT };
    expect(tableOf(result({ outcome: 'incomplete', cancelled: true, cutShort: true, areas }))).toEqual([
      ['', 'Before', 'Removed at least'],
      ['HTTP responses (http-v2)', '3 kB in 3 files', '2 kB in 2 files'],
      ['Total', '3 kB in 3 files', '2 kB in 2 files'],
    ]);
  });

  it('shows files of no bytes', () => {
    const wheels = { ...area(0, 0), after: { ...none, files: 2 } };
    expect(tableOf(result({ outcome: 'skipped', areas: { http: ABSENT, 'http-v2': ABSENT, wheels } }))).toEqual([
      ['', 'Holds'],
      ['Locally built wheels (wheels)', '0 B in 2 files'],
      ['Total', '0 B in 2 files'],
    ]);
  });

  it('says what of an area can be read, where that is not all', () => {
    const areas = {
      http: area(5, 0),
      'http-v2': { ...area(0, 0), before: directories(2), after: directories(1), unreadable: 1 },
      wheels: { ...area(3, 1), unreadable: 2 },
    };
    expect(tableOf(result({ areas, unreadable: [unseen, unseen, unseen] }))).toEqual([
      ['', 'Before', 'Removed', 'After'],
      ['HTTP responses (http-v2)', '2 directories that can be read', '–', '1 directory that can be read'],
      ['HTTP responses, old format (http)', '5 kB in 5 files', '5 kB in 5 files', 'empty'],
      [
        'Locally built wheels (wheels)',
        '3 kB in 3 files that can be read',
        '2 kB in 2 files',
        '1 kB in 1 file that can be read',
      ],
      ['Total', '8 kB in 8 files that can be read', '7 kB in 7 files', '1 kB in 1 file that can be read'],
    ]);
  });

  it('says that nothing can be read, where an area is hidden', () => {
    const areas = {
      http: ABSENT,
      'http-v2': ABSENT,
      wheels: { ...ABSENT, state: 'unreadable' as const, unreadable: 1 },
    };
    expect(tableOf(result({ outcome: 'nothing-to-do', areas, unreadable: [unseen] }))).toEqual([
      ['', 'Holds'],
      ['Locally built wheels (wheels)', 'nothing that can be read'],
      ['Total', 'nothing that can be read'],
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

  it('cuts a long cell, so that it does not widen every line', () => {
    const lines = tableLines([
      ['Project', 'Size'],
      ['x'.repeat(200), '1 B'],
      ['y'.repeat(60), '2 B'],
    ]);
    expect(lines.map((line) => line.length)).toEqual([67, 67, 67]);
    expect(lines[1]).toBe(`${'x'.repeat(59)}…    1 B`);
    expect(lines[2]).toContain('y'.repeat(60));
  });
});
