import { expect, it } from 'vitest';
import { walk } from '../../../src/cache/walk.js';
import { imagined } from '../trees.js';

it('visits each directory before and after what it holds, and hands over what was kept of the parent', () => {
  const visits: string[] = [];
  const { listing } = imagined('http/', 'http/a/', 'http/a/x', 'http/b', 'wheels/', 'wheels/c/');
  walk<string>(listing, {
    enter({ name }) {
      visits.push(`enter ${name}`);
      return name;
    },
    file: ({ name }, parent) => visits.push(`file ${name} in ${parent}`),
    leave: ({ name }, kept, parent) => visits.push(`leave ${name} (${kept}) in ${parent}`),
  });
  expect(visits).toEqual([
    'enter http',
    'enter a',
    'file x in a',
    'leave a (a) in http',
    'file b in http',
    'leave http (http) in undefined',
    'enter wheels',
    'enter c',
    'leave c (c) in wheels',
    'leave wheels (wheels) in undefined',
  ]);
});
