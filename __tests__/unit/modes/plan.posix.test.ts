// Needs symbolic links.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePackages } from '../../../src/inputs/packages.js';
import { hasLinkedArea } from '../../../src/modes/plan.js';
import { planPurge } from '../../../src/modes/purge.js';
import { planRemove } from '../../../src/modes/remove.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { listed, look, plant } from '../trees.js';

afterAll(removeTemporaryDirectories);

const LINK = 'it would delete through the symbolic link';
const WHEEL = 'wheels/x/a-1-py3-none-any.whl';

/** The survey of a cache with this file, and a link in place of an area. */
async function linked(file: string, area: string) {
  const cache = temporaryDirectory('cache');
  plant(cache, file);
  symlinkSync(temporaryDirectory('elsewhere'), join(cache, area));
  return look(cache);
}

describe('a plan does not ask pip where an area is a link', () => {
  it('of a purge', async () => {
    const survey = await linked('http-v2/a', 'wheels');
    expect(hasLinkedArea(survey)).toBe(true);
    const plan = planPurge(survey);
    expect(plan).toMatchObject({ pip: [], pipNotAsked: LINK });
    expect(listed(survey.listing, plan.selection)).toEqual(['http-v2', 'http-v2/a']);
  });

  it('of a removal', async () => {
    const survey = await linked(WHEEL, 'http');
    const plan = await planRemove(survey, { packages: parsePackages('a'), pipVersion: '25.3' });
    expect(plan).toMatchObject({ pip: [], pipNotAsked: LINK });
    expect(listed(survey.listing, plan.selection)).toEqual(['wheels', 'wheels/x', WHEEL]);
  });
});
