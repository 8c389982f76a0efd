import { describe, expect, it } from 'vitest';
import type { Contents, ProjectHolding } from '../../../src/inventory/contents.js';
import { kindRows, projectPie, projectRows } from '../../../src/report/projects.js';
import { CONTENTS } from '../results.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21);

function project(name: string, bytes: number, more: Partial<ProjectHolding> = {}): ProjectHolding {
  const times = { oldest: NOW - 3 * DAY, newest: NOW - 3 * DAY };
  return { project: name, files: 1, bytes, versions: ['1.0'], moreVersions: 0, kinds: ['wheel'], ...times, ...more };
}

/** As many bytes in `other` files of no project. */
function contents(projects: ProjectHolding[], other = 0): Contents {
  const files = projects.reduce((sum, one) => sum + one.files, 0) + (other > 0 ? 2 : 0);
  const bytes = projects.reduce((sum, one) => sum + one.bytes, other);
  return { ...CONTENTS, projects, all: { files, bytes, oldest: 0, newest: NOW } };
}

describe('projectRows', () => {
  it('has a row for each project, with the age of its files', () => {
    expect(projectRows(CONTENTS, 50, NOW)).toEqual([
      ['Project', 'Versions', 'Files', 'Size', 'Age'],
      ['numpy', '1.9, 1.26.4', '2', '2.9 kB', '1d to 20d'],
      ['six', 'index page only', '1', '90 B', '20d'],
    ]);
  });

  it.each<[Partial<ProjectHolding>, string]>([
    [{ versions: [], kinds: ['index page'] }, 'index page only'],
    [{ versions: ['1.0', '2.0'], kinds: ['index page', 'metadata'] }, '1.0, 2.0 (metadata only)'],
    [{ versions: ['1.0'], kinds: ['metadata'] }, '1.0 (metadata only)'],
    [{ versions: ['1.0'], kinds: ['index page', 'metadata', 'wheel'] }, '1.0'],
    [{ versions: ['1.0'], kinds: ['built wheel'] }, '1.0'],
    [{ versions: [], kinds: ['redirect'] }, ''],
    [{ versions: [], kinds: [] }, ''],
  ])('says when there is nothing to install from: %j', (more, cell) => {
    expect(projectRows(contents([project('a', 1, more)]), 50, NOW)[1]?.[1]).toBe(cell);
  });

  it.each([
    [{ versions: ['1', '2', '3', '4', '5', '6'] }, '2 more, 3, 4, 5, 6'],
    [{ versions: ['1', '2'], moreVersions: 1200 }, '1,200 more, 1, 2'],
    [{ versions: ['1', '2', '3', '4', '5'], moreVersions: 7 }, '8 more, 2, 3, 4, 5'],
  ])('has the last versions, and how many there are before: %j', (more, cell) => {
    expect(projectRows(contents([project('a', 1, more)]), 50, NOW)[1]?.[1]).toBe(cell);
  });

  it('counts what it has no room for, and what is of no project', () => {
    const projects = ['a', 'b', 'c', 'd'].map((name, at) => project(name, 4000 - at, { files: 10 }));
    expect(projectRows(contents(projects, 500), 2, NOW).slice(3)).toEqual([
      ['and 2 more projects', '', '20', '8 kB', ''],
      ['of no known project', '', '2', '500 B', ''],
    ]);
  });

  it('has no age where none is known', () => {
    expect(projectRows(contents([project('a', 1, { oldest: 0, newest: 0 })]), 50, NOW)[1]?.[4]).toBe('');
  });

  it('has no age below zero', () => {
    const later = { oldest: NOW + DAY, newest: NOW + 2 * DAY };
    expect(projectRows(contents([project('a', 1, later)]), 50, NOW)[1]?.[4]).toBe('0s');
  });
});

describe('kindRows', () => {
  it('has the kinds that there are', () => {
    expect(kindRows(CONTENTS)).toEqual([
      ['Kind', 'Files', 'Size'],
      ['Index pages', '1', '90 B'],
      ['Wheels', '2', '2.9 kB'],
    ]);
  });
});

describe('projectPie', () => {
  function slices(of: Contents): string[] {
    const [settings = '', kind, ...lines] = projectPie(of)?.split('\n') ?? [];
    const { themeVariables } = JSON.parse(settings.replace(/^%%\{init: (.*)\}%%$/, '$1'));
    // A colour for each slice there can be, no two the same.
    const colours = Array.from({ length: 9 }, (_, index) => themeVariables[`pie${index + 1}`]);
    expect(new Set(colours.filter((colour) => /^#[0-9a-f]{6}$/.test(colour))).size).toBe(9);
    expect(kind).toBe('pie');
    return lines;
  }

  it('has a slice for each project', () => {
    expect(slices(CONTENTS)).toEqual(['  "numpy (2.9 kB)" : 2900', '  "six (90 B)" : 90']);
  });

  it('has no slice that is too small for its percentage', () => {
    const projects = [project('a', 60), project('b', 38), project('c', 2)];
    expect(slices(contents(projects))).toEqual(['  "a (60 B)" : 60', '  "b (38 B)" : 38', '  "all others (2 B)" : 2']);
  });

  it('has eight slices at the most, and one for all others', () => {
    const projects = Array.from({ length: 12 }, (_, at) => project(`p-${at}`, 1000 - at));
    const lines = slices(contents(projects, 5));
    expect(lines).toHaveLength(8 + 1);
    expect(lines.at(-1)).toBe(`  "all others (3.97 kB)" : ${992 + 991 + 990 + 989 + 5}`);
  });

  it('shortens a long name', () => {
    const projects = [project('n'.repeat(200), 2), project('b', 1)];
    expect(projectPie(contents(projects))).toContain(`"${'n'.repeat(40)}... (2 B)" : 2`);
  });

  it.each([[[]], [[project('a', 5)]], [[project('a', 5), project('b', 0)]]])(
    'is none where there is nothing to compare',
    (projects) => {
      expect(projectPie(contents(projects))).toBeUndefined();
    },
  );
});
