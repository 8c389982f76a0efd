import { parsePackages } from '../../../src/inputs/packages.js';
import type { Plan } from '../../../src/modes/plan.js';
import { planPurge } from '../../../src/modes/purge.js';
import { planRemove } from '../../../src/modes/remove.js';
import { temporaryDirectory } from '../../support/temporary-directory.mjs';
import { unhurried } from '../../support/unhurried.js';
import { inventoryOf, putResponse } from '../inventory/responses.js';
import { imagined, look } from '../trees.js';

/** Each reason for which pip is not asked to delete, after a situation in which it is given. */
export async function reasonsNotToAsk(): Promise<[situation: string, reason: string][]> {
  const wheel = (name: string) => `wheels/${name}-1.0-py3-none-any.whl`;
  const five = ['a', 'b', 'c', 'd', 'e'].map((letter) => wheel(`my_company_${letter}`));
  const plan = (names: string, ...entries: string[]) =>
    planRemove(imagined(...entries), { packages: parsePackages(names), pipVersion: '26.3' });
  const linked = imagined('wheels/');
  const plans: [string, Plan][] = [
    ['a part of the cache is a symbolic link', planPurge({ ...linked, states: { ...linked.states, http: 'link' } })],
    ['pip 26 would tidy up elsewhere', await plan('numpy', 'http-v2/', 'http-v2/empty/', 'wheels/', wheel('numpy'))],
    ['a pattern with a version selects many packages', await plan('my-company-*==1.0', 'wheels/', ...five)],
    ['the package has no built wheel', await planOfDownloads()],
    [
      "another file's name begins as the wheel's does",
      await plan('numpy', 'wheels/', wheel('numpy'), 'wheels/numpy-x.whl'),
    ],
  ];
  return plans.map(([situation, { pipNotAsked }]) => [situation, pipNotAsked ?? '']);
}

async function planOfDownloads(): Promise<Plan> {
  const cache = temporaryDirectory('cache');
  putResponse(
    cache,
    'https://index.example/simple/numpy/',
    '{"files":[{"filename":"numpy-2.0.0.tar.gz"}],"name":"numpy"}',
  );
  const downloads = {
    inventory: await inventoryOf(cache),
    indexes: [],
    pace: unhurried,
    signal: new AbortController().signal,
  };
  return planRemove(await look(cache), { packages: parsePackages('numpy'), pipVersion: '24.0', downloads });
}
