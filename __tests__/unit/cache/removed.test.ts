import { linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { goneBesides, isLeft, removedBetween, removedWith } from '../../../src/cache/removed.js';
import { selectAll, selectFiles } from '../../../src/cache/selection.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { blocks, imagined, look, plant } from '../trees.js';

afterAll(removeTemporaryDirectories);

const NOTHING = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };
const before = imagined('http/', 'http/a', 'http/b/', 'http/b/c', 'wheels/', 'wheels/d');

describe('removedBetween', () => {
  it('counts by area what was there and is gone', () => {
    expect(removedBetween(before, imagined('http/', 'http/a', 'http/new', 'wheels/', 'wheels/new'))).toEqual({
      http: { files: 1, bytes: 10, directories: 1, diskBytes: 1024 },
      'http-v2': NOTHING,
      wheels: { files: 1, bytes: 10, directories: 0, diskBytes: 512 },
    });
  });

  it('does not take for gone what can no longer be read', () => {
    const unseen = { area: 'http', path: join('/c', 'http', 'b'), code: 'EACCES', unknown: 'contents' } as const;
    const after = { ...imagined('http/', 'http/b/', 'wheels/', 'wheels/d'), unreadable: [unseen] };
    expect(removedBetween(before, after).http).toMatchObject({ files: 1, directories: 0 });
    const lost = { ...imagined('http/', 'http/a', 'wheels/', 'wheels/d'), unreadable: [unseen] };
    expect(removedBetween(before, lost).http).toEqual(NOTHING);
  });

  it('counts nothing when nothing is gone', () => {
    expect(removedBetween(before, before)).toEqual({ http: NOTHING, 'http-v2': NOTHING, wheels: NOTHING });
  });
});

describe('isLeft', () => {
  it.each([
    ['what is selected, when it is there', 'c', before, true],
    ['nothing that is not selected', 'c', imagined('http/', 'http/a', 'wheels/', 'wheels/d'), false],
    ['nothing when all is gone', 'c', imagined(), false],
    ['what may be behind the end of an incomplete survey', 'c', imagined('http/', '…'), true],
  ])('tells %s', (_, wanted, after, expected) => {
    const selection = selectFiles(before.listing, ({ name }) => name === wanted);
    expect(isLeft(before, after, selection)).toBe(expected);
  });
});

describe('removedWith', () => {
  it('counts by area what is selected', () => {
    const selection = selectFiles(before.listing, ({ name }) => name === 'c');
    expect(removedWith(before, selection)).toEqual({
      http: { files: 1, bytes: 10, directories: 1, diskBytes: 1024 },
      'http-v2': NOTHING,
      wheels: NOTHING,
    });
  });
});

describe('the blocks of a file with several names', () => {
  async function linked() {
    const cache = temporaryDirectory('cache');
    const elsewhere = temporaryDirectory('elsewhere');
    plant(cache, 'http/', 'http-v2/a', 'wheels/w');
    linkSync(join(cache, 'http-v2/a'), join(cache, 'http-v2/b'));
    linkSync(join(cache, 'http-v2/a'), join(cache, 'http/c'));
    linkSync(join(cache, 'wheels/w'), join(elsewhere, 'w'));
    const sizes = { file: blocks(join(cache, 'http-v2/a')), directory: blocks(join(cache, 'http')) };
    return { cache, survey: await look(cache), ...sizes };
  }

  it('are given back with its last name in the cache', async () => {
    const { survey, file, directory } = await linked();
    expect(file).toBeGreaterThan(0);
    expect(removedWith(survey, selectAll(survey.listing))).toEqual({
      http: { files: 1, bytes: 10, directories: 1, diskBytes: directory },
      'http-v2': { files: 2, bytes: 20, directories: 1, diskBytes: directory + file },
      wheels: { files: 1, bytes: 10, directories: 1, diskBytes: directory },
    });
  });

  it('are not given back while one of its names is left', async () => {
    const { cache, survey } = await linked();
    for (const path of ['http/c', 'http-v2/a']) rmSync(join(cache, path));
    expect(removedBetween(survey, await look(cache))).toEqual({
      http: { files: 1, bytes: 10, directories: 0, diskBytes: 0 },
      'http-v2': { files: 1, bytes: 10, directories: 0, diskBytes: 0 },
      wheels: NOTHING,
    });
  });
});

describe('goneBesides', () => {
  it('counts what is gone and was not selected', () => {
    const earlier = imagined('http/', 'http/a', 'http/d/', 'http/d/b', 'wheels/', 'wheels/go');
    const after = imagined('http/', 'http/a', 'wheels/');
    const selection = selectFiles(earlier.listing, ({ name }) => name === 'go');
    expect(goneBesides(earlier, after, selection)).toEqual({ files: 1, directories: 1 });
  });
});
