import { expect, it } from 'vitest';
import { processTree } from '../../../src/pip/process-tree.js';

it('a tree of processes is empty where there is no such process', () => {
  expect(processTree(2 ** 30)).toEqual([]);
});
