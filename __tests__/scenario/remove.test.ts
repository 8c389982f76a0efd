import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtWheels, fixture } from '../support/fixture.js';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const PYYAML = /^PyYAML-6\.0-/;
const SCIKIT = /^scikit_learn-1\.5\.0-/;
const FOO_12 = /^Foo\.Bar-1\.2-/;
const FOO_120 = /^Foo\.Bar-1\.20-/;
const CORE = /^my_company_core-3\.0-/;
const WEB = /^My\.Company_Web-3\.1-/;

const BUILT_ONLY = { mode: 'remove', 'built-wheels-only': 'true' };

describe('mode remove with built-wheels-only, with the real pip', () => {
  it.each<[string, RegExp[]]>([
    ['scikit-learn', [SCIKIT]],
    ['scikit_learn', [SCIKIT]],
    ['Scikit.Learn', [SCIKIT]],
    ['PyYAML', [PYYAML]],
    ['pyyaml', [PYYAML]],
    ['Foo.Bar', [FOO_12, FOO_120]],
    ['foo-bar', [FOO_12, FOO_120]],
    ['foo-bar==1.2', [FOO_12]],
    ['foo_bar==1.20', [FOO_120]],
    ['FOO.BAR==1.2.0', [FOO_12]],
    ['my-company-*', [CORE, WEB]],
    ['my-company-web', [WEB]],
    ['*-learn', [SCIKIT]],
    ['pyyaml, scikit-learn', [PYYAML, SCIKIT]],
    ['pyyaml\nfoo-bar==1.20\n', [PYYAML, FOO_120]],
  ])('package %j removes its built wheels, and no others', async (input, patterns) => {
    const { step, count, cacheDir } = fixture();
    const [wheels, before] = [builtWheels(cacheDir), count()];
    const expected = wheels.filter((name) => patterns.some((pattern) => pattern.test(name)));
    expect(expected).toHaveLength(patterns.length);

    const run = await step({ ...BUILT_ONLY, package: input });

    expect(run.annotations).toEqual([]);
    expect(run.outputs.outcome).toBe('reset');
    expect(builtWheels(cacheDir)).toEqual(wheels.filter((name) => !expected.includes(name)));
    const after = count();
    expect(run.outputs).toMatchObject({
      projects: String(new Set(expected.map((name) => name.slice(0, name.indexOf('-')))).size),
      'largest-project': expect.stringMatching(/^[a-z-]+$/),
      'files-removed': String(before.files - after.files),
      'files-after': String(after.files),
      'bytes-removed': String(before.bytes - after.bytes),
      'directories-removed': String(before.directories - after.directories),
      'disk-bytes-freed': String(before.diskBytes - after.diskBytes),
    });
    expect(after.byArea.http.files).toBe(before.byArea.http.files);
    expect(after.byArea['http-v2'].files).toBe(before.byArea['http-v2'].files);
  });

  it('runs pip cache remove with the spelling of the file name', async () => {
    const { step, python, cacheDir } = fixture();
    // pip 26 would delete these too, and would therefore not be run.
    rmSync(join(cacheDir, 'http-v2', 'empty'), { recursive: true });
    rmSync(join(cacheDir, 'wheels', 'note.txt'));
    const run = await step({ ...BUILT_ONLY, package: 'foo-bar' });
    expect(run.groups[2]?.title).toContain(`${python.command} -m pip cache remove -- Foo.Bar `);
    expect(run.groups[2]?.lines.join('\n')).toContain('Files removed: 2');
  });

  it('reports the size of the HTTP responses that stay', async () => {
    const { step, count } = fixture();
    const { http, 'http-v2': newer } = count().byArea;
    const run = await step({ ...BUILT_ONLY, package: 'pyyaml' });
    expect(run.summary).toContain(`of HTTP responses (${http.files + newer.files} files) stay`);
  });

  it('removes nothing else, not even empty directories, and does what its dry run reported', async () => {
    const { step, count, cacheDir } = fixture();
    mkdirSync(join(cacheDir, 'http', '0', '0', '0'), { recursive: true });
    mkdirSync(join(cacheDir, 'wheels', 'being-filled'));
    writeFileSync(join(cacheDir, 'wheels', 'being-filled', 'note.txt'), 'mine');
    writeFileSync(join(cacheDir, 'selfcheck.json'), '{}');
    const before = count();
    const inputs = { ...BUILT_ONLY, package: 'pyyaml' };
    const dry = await step({ ...inputs, 'dry-run': 'true' });
    const run = await step(inputs);
    for (const name of ['files-removed', 'bytes-removed', 'directories-removed', 'disk-bytes-freed']) {
      expect([name, run.outputs[name]]).toEqual([name, dry.outputs[name]]);
    }
    const after = count();
    // The wheel and, with pip 22.2 and later, its origin.json.
    expect(before.files - after.files).toBeLessThanOrEqual(2);
    expect(existsSync(join(cacheDir, 'wheels', 'being-filled', 'note.txt'))).toBe(true);
    expect(existsSync(join(cacheDir, 'http', '0', '0', '0'))).toBe(true);
    expect(existsSync(join(cacheDir, 'selfcheck.json'))).toBe(true);
  });

  it.each(['numpy', 'foo', 'scikit', 'pyyaml==6.0.1', 'foo-bar==1', 'company-*', 'alpha'])(
    'has nothing to do for %s, and does not run pip cache remove',
    async (input) => {
      const { step, count } = fixture();
      const before = count();
      const run = await step({ ...BUILT_ONLY, package: input });
      expect(run.code).toBe(0);
      expect(run.outputs).toMatchObject({ outcome: 'nothing-to-do', 'files-removed': '0' });
      expect(run.groups.some(({ title }) => title.includes('cache remove'))).toBe(false);
      expect(run.summary).toContain(input);
      expect(count()).toEqual(before);
    },
  );
});
