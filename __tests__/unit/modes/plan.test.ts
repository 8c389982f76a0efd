import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Survey } from '../../../src/cache/survey.js';
import { parsePackages } from '../../../src/inputs/packages.js';
import { takeInventory } from '../../../src/inventory/take-inventory.js';
import { hasLinkedArea, isIdle, type Plan } from '../../../src/modes/plan.js';
import { planPurge } from '../../../src/modes/purge.js';
import { planRemove } from '../../../src/modes/remove.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';
import { imagined, listed, look, plant } from '../trees.js';

afterAll(removeTemporaryDirectories);

async function cacheOf(...tree: string[]) {
  const cache = temporaryDirectory('cache');
  plant(cache, ...tree);
  return { cache, survey: await look(cache) };
}

const selectedBy = ({ selection }: Plan, { listing }: Survey) => listed(listing, selection);

describe('planPurge', () => {
  it('wants everything gone, with one command', async () => {
    const { survey } = await cacheOf('http-v2/a/b', 'http/empty/', 'selfcheck/s');
    const plan = planPurge(survey);
    expect(plan.pip).toEqual([['cache', 'purge']]);
    expect(plan).not.toHaveProperty('pipNotAsked');
    expect(selectedBy(plan, survey)).toEqual(['http', 'http/empty', 'http-v2', 'http-v2/a', 'http-v2/a/b']);
    expect(isIdle(plan)).toBe(false);
  });

  it('is idle on an empty cache', async () => {
    const { survey } = await cacheOf();
    expect(isIdle(planPurge(survey))).toBe(true);
    expect(hasLinkedArea(survey)).toBe(false);
  });

  it('asks pip where an area is a file', async () => {
    const { cache } = await cacheOf('http-v2/a');
    writeFileSync(join(cache, 'wheels'), '');
    expect(planPurge(await look(cache)).pip).toEqual([['cache', 'purge']]);
  });
});

const W = 'py3-none-any.whl';

describe('planRemove', () => {
  it.each([
    ['one of two', 'numpy', [`a/numpy-1.0-${W}`, `b/scipy-1.0-${W}`], ['numpy'], ['a', `a/numpy-1.0-${W}`]],
    ['not what only begins so', 'num', [`a/numpy-1.0-${W}`], [], []],
    [
      'every spelling of a name',
      'src-dist.x',
      [`a/Src_Dist.X-1-${W}`, `b/src_dist_x-2-${W}`, `b/src_dist-3-${W}`],
      ['Src_Dist.X', 'src_dist_x'],
      ['a', `a/Src_Dist.X-1-${W}`, `b/src_dist_x-2-${W}`],
    ],
    [
      'one version, in every spelling',
      'foo==1.2',
      ['1.2', '1.2.0', '1.2+local', '1.20', '1.2.1', '1.2rc1', '1!1.2'].map((version) => `a/foo-${version}-${W}`),
      ['foo-1.2+local-', 'foo-1.2-', 'foo-1.2.0-'],
      [`a/foo-1.2+local-${W}`, `a/foo-1.2-${W}`, `a/foo-1.2.0-${W}`],
    ],
    [
      'a glob',
      'my-*',
      [`a/my_a-1-${W}`, `a/My.b-1-${W}`, `a/mya-1-${W}`, `a/notmy_a-1-${W}`],
      ['[Mm][Yy][._]*'],
      [`a/My.b-1-${W}`, `a/my_a-1-${W}`],
    ],
    [
      'a glob whose pattern would take others is not handed to pip',
      'a*y',
      [`a/a_y-1-${W}`, `a/a-1-py3-none-any-y-1-${W}`],
      [],
      [`a/a_y-1-${W}`],
    ],
    [
      'a glob with a version',
      'my-*==1',
      [`a/my_a-1-${W}`, `a/my_b-1.0-${W}`, `a/my_b-2-${W}`],
      ['my_a-1-', 'my_b-1.0-'],
      [`a/my_a-1-${W}`, `a/my_b-1.0-${W}`],
    ],
    [
      'several packages, one of them not there',
      'b, nothing, a',
      [`x/a-1-${W}`, `x/b-1-${W}`],
      ['b', 'a'],
      ['', 'x', `x/a-1-${W}`, `x/b-1-${W}`],
    ],
    [
      'two selectors of one wheel',
      'a, a==1',
      [`x/a-1-${W}`, `x/a-2-${W}`],
      ['a', 'a-1-'],
      ['', 'x', `x/a-1-${W}`, `x/a-2-${W}`],
    ],
    [
      'origin.json with its wheel',
      'a',
      [`x/a-1-${W}`, 'x/origin.json', 'y/origin.json', `z/b-1-${W}`, 'z/origin.json'],
      ['a'],
      ['x', `x/a-1-${W}`, 'x/origin.json'],
    ],
    [
      'origin.json not while another wheel stays beside it',
      'a',
      [`x/a-1-${W}`, `x/b-1-${W}`, 'x/origin.json', 'x/y/origin.json'],
      ['a'],
      [`x/a-1-${W}`],
    ],
    [
      'no file that has only the beginning and the end of a wheel, and no pattern that takes it',
      'a',
      [`x/a-1-${W}`, 'x/a-1.whl', 'x/origin.json'],
      [],
      [`x/a-1-${W}`],
    ],
    [
      'what another pattern can take alone',
      'a, b==1',
      [`x/a-1-${W}`, 'x/a-1.whl', `y/b-1-${W}`, 'y/b-1.whl', 'y/origin.json'],
      ['b-1-'],
      [`x/a-1-${W}`, `y/b-1-${W}`],
    ],
    ['nothing by a name that is no wheel', 'a', ['x/a-1.whl', 'x/origin.json'], [], []],
    ['nothing else beside it', 'a', [`x/a-1-${W}`, 'x/other', `x/a-1-${W}.tmp`], ['a'], [`x/a-1-${W}`]],
    ['no directory of that name', 'a', [`x/a-1-${W}/origin.json`], [], []],
  ])('wants %s', async (_what, packages, wheels, patterns, expected) => {
    const { survey } = await cacheOf(
      `http-v2/a-1-${W}`,
      'http-v2/origin.json',
      ...wheels.map((path) => `wheels/${path}`),
    );
    const plan = await planRemove(survey, { packages: parsePackages(packages), pipVersion: '25.3' });
    expect(plan.pip).toEqual(patterns.map((pattern) => ['cache', 'remove', '--', pattern]));
    expect(selectedBy(plan, survey)).toEqual(expected.map((path) => `wheels/${path}`.replace(/\/$/, '')));
    expect(isIdle(plan)).toBe(expected.length === 0);
  });

  it.each([
    ['25.3', [], [['cache', 'remove', '--', 'a']]],
    ['25.3', ['http-v2/empty/'], [['cache', 'remove', '--', 'a']]],
    ['26.2.1', [], [['cache', 'remove', '--', 'a']]],
    ['25.3', ['wheels/y/origin.json'], [['cache', 'remove', '--', 'a']]],
    ['26.0', ['http-v2/empty/'], []],
    ['26.2.1', ['http-v2/empty/'], []],
    ['26.3', [`wheels/y/b-1-${W}`, 'wheels/y/origin.json', 'http-v2/y'], [['cache', 'remove', '--', 'a']]],
    ['26.3', ['wheels/y/origin.json'], []],
    ['26.3', ['wheels/empty/'], []],
    [undefined, [], [['cache', 'remove', '--', 'a']]],
    [undefined, ['http-v2/empty/'], []],
  ])('asks a pip %s only where it leaves alone what is not wanted: %j', async (version, others, commands) => {
    const { survey } = await cacheOf(`wheels/x/a-1-${W}`, ...others);
    const plan = await planRemove(survey, { packages: parsePackages('a'), pipVersion: version });
    expect(plan.pip).toEqual(commands);
    const why = 'it would also delete directories that are not of these packages';
    expect(plan.pipNotAsked).toBe(commands.length > 0 ? undefined : why);
    const area = others.some((path) => path.startsWith('wheels/')) ? [] : ['wheels'];
    expect(selectedBy(plan, survey)).toEqual([...area, 'wheels/x', `wheels/x/a-1-${W}`]);
  });
});

describe('planRemove, where there is an origin.json without a wheel', () => {
  const ORIGIN = (name: string) => JSON.stringify({ archive_info: {}, url: `https://f.example/${name}.tar.gz` });

  it.each([
    ['what was downloaded is wanted, too', ['https://index.example/simple']],
    ['built wheels alone are wanted', undefined],
  ])('takes it with its package, when %s', async (_, indexes) => {
    const { cache } = await cacheOf(`wheels/x/a-1-${W}`, 'wheels/x/origin.json');
    for (const [place, name] of [
      ['y', 'a-2'],
      ['z', 'b-1'],
    ]) {
      mkdirSync(join(cache, 'wheels', place as string));
      writeFileSync(join(cache, 'wheels', place as string, 'origin.json'), ORIGIN(name as string));
    }
    const survey = await look(cache);
    const options = { pace: unhurried, signal: new AbortController().signal };
    const inventory = await takeInventory(survey.listing, options);
    if (!inventory) throw new Error('no inventory');
    const planned = (names: string) =>
      planRemove(survey, {
        packages: parsePackages(names),
        pipVersion: '25.3',
        downloads: { inventory, indexes, ...options },
      });
    const all = await planned('a');
    expect(selectedBy(all, survey)).toEqual(
      ['x', `x/a-1-${W}`, 'x/origin.json', 'y', 'y/origin.json'].map((path) => `wheels/${path}`),
    );
    const one = await planned('a==2, c');
    expect(selectedBy(one, survey)).toEqual(['wheels/y', 'wheels/y/origin.json']);
    expect(one.unmatched).toEqual(['c']);
    expect(one.pip).toEqual([]);
    expect((await planned('b')).unmatched).toEqual([]);
  });
});

describe('planRemove, when pip would have to be started often', () => {
  const many = Array.from({ length: 9 }, (_, n) => [`wheels/${n}/`, `wheels/${n}/my_${n}-1.0-py3-none-any.whl`]).flat();

  it('does not ask pip', async () => {
    const plan = await planRemove(imagined('wheels/', ...many), {
      packages: parsePackages('my-*==1.0'),
      pipVersion: '24.0',
    });
    expect(plan).toMatchObject({ pip: [], pipNotAsked: 'it would have to be started 9 times' });
  });

  it('asks it once for each package that the user named, however many', async () => {
    const names = Array.from({ length: 9 }, (_, n) => `my-${n}`).join();
    const plan = await planRemove(imagined('wheels/', ...many), { packages: parsePackages(names), pipVersion: '24.0' });
    expect(plan.pip).toHaveLength(9);
    expect(plan.unmatched).toEqual([]);
  });

  it('tells which packages nothing was of', async () => {
    const plan = await planRemove(imagined('wheels/', ...many), {
      packages: parsePackages('my-3, numpyy'),
      pipVersion: '24.0',
    });
    expect(plan.unmatched).toEqual(['numpyy']);
  });
});
