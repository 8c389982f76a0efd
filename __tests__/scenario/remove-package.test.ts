import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { fillCache } from '../support/fill-cache.mjs';
import { builtWheels, fixture } from '../support/fixture.js';
import { beforeCommands } from '../support/interpreter-scripts.js';
import { writeOldFormatCopy } from '../support/old-format.mjs';
import { type PackageIndex, type Project, startPackageIndex } from '../support/package-index.mjs';
import { cleanPipEnvironment, runPip } from '../support/python.mjs';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';

const indexes: PackageIndex[] = [];
afterEach(async () => {
  for (const index of indexes.splice(0)) await index.close();
});
afterAll(removeTemporaryDirectories);

const PROJECTS: Project[] = [
  { name: 'foo-bar', versions: ['1.2', '1.20'] },
  { name: 'Foo.Bar_Baz', versions: ['3.0'] },
  { name: 'other', versions: ['1.0'] },
  { name: 'from-source', versions: ['2.0'], kind: 'sdist' },
];

/** A cache of its own that the real pip has filled from an index that goes on to serve. */
async function filled() {
  const cache = fixture();
  rmSync(cache.cacheDir, { recursive: true });
  const index = await startPackageIndex({ projects: PROJECTS });
  indexes.push(index);
  const { python, cacheDir, home } = cache;
  const fill = { python, cacheDir, home, index };
  await fillCache({ ...fill, downloads: ['foo-bar==1.2', 'Foo.Bar_Baz', 'other'], wheels: ['from-source'] });
  await fillCache({ ...fill, downloads: ['foo-bar==1.20'] });
  index.requests.length = 0;
  return {
    ...cache,
    index,
    /** Removes packages, with pip configured for that index. */
    remove: (names: string, more: Record<string, string> = {}, env: Record<string, string> = {}) =>
      cache.step({ mode: 'remove', package: names, ...more }, { env: { PIP_INDEX_URL: index.url, ...env } }),
    /** Makes pip download packages again, and tells which files and pages it asks the index for. */
    async install(...names: string[]) {
      index.requests.length = 0;
      const cwd = join(home, `again-${names.length}-${Math.random()}`);
      const source = ['--no-deps', '--index-url', index.url, '--trusted-host', index.trustedHost];
      const run = await runPip(python, ['download', ...source, '--dest', join(cwd, 'out'), ...names], {
        env: cleanPipEnvironment({ home, cacheDir }),
        cwd,
      });
      // An answer of 304 is what a page in the cache costs.
      const asked = index.requests
        .filter(({ status }) => status === 200)
        .map(({ path }) => path.split('/').at(-1) || path);
      return { code: run.code, asked, files: run.code === 0 ? readdirSync(join(cwd, 'out')).sort() : [] };
    },
  };
}

const FOO = 'foo_bar-1.20-py3-none-any.whl';

describe('mode remove, with the real pip', () => {
  it('takes all of a package: the next install downloads it again, and takes every other from the cache', async () => {
    const { remove, install, count } = await filled();
    expect((await install('foo-bar', 'Foo.Bar_Baz', 'other')).asked).toEqual([]);
    const before = count();
    const run = await remove('Foo_Bar');
    const after = count();
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.outputs).toMatchObject({
      outcome: 'reset',
      'files-removed': String(before.files - after.files),
      'bytes-removed': String(before.bytes - after.bytes),
      'directories-removed': String(before.directories - after.directories),
      projects: '1',
      'largest-project': 'foo-bar',
    });
    const again = await install('foo-bar', 'Foo.Bar_Baz', 'other');
    expect(again.files).toHaveLength(3);
    expect(again.asked).toContain(FOO);
    for (const path of again.asked) expect(path).toMatch(/foo[-_]bar(?!.baz)/);
  });

  it.each([
    ['foo-bar==1.2', ['foo_bar-1.2-py3-none-any.whl'], [FOO]],
    ['foo-*', ['foo_bar-1.2-py3-none-any.whl', FOO, 'foo_bar_baz-3.0-py3-none-any.whl'], []],
    ['foo-bar-baz', ['foo_bar_baz-3.0-py3-none-any.whl'], [FOO]],
  ])('%s takes %j', async (names, gone, kept) => {
    const { remove, install } = await filled();
    await remove(names);
    const [one, other] = [await install('foo-bar==1.2', 'Foo.Bar_Baz'), await install('foo-bar==1.20', 'other')];
    const asked = [...one.asked, ...other.asked].filter((path) => path.endsWith('.whl'));
    expect(asked.sort()).toEqual([...gone].sort());
    for (const file of kept) expect(asked).not.toContain(file);
  });

  it.runIf(process.platform !== 'win32')('says so when pip does not tell its indexes', async () => {
    const { remove } = await filled();
    const run = await remove('foo-bar', {}, beforeCommands('if command == "config list":\n    sys.exit(2)'));
    expect(run.outputs.outcome).toBe('reset');
    const said = 'pip config list failed, so that a page that says nothing itself is found on pypi.org alone.';
    expect(run.log.filter((line) => line.includes('config list'))).toEqual([said]);
    expect((await remove('other')).log.filter((line) => line.includes('config list'))).toEqual([]);
  });

  it('takes what pip built of it, too, and its sdist', async () => {
    const { remove, cacheDir, install } = await filled();
    const run = await remove('from-source');
    expect(run.outputs.outcome).toBe('reset');
    expect(builtWheels(cacheDir)).toEqual([]);
    expect((await install('from-source')).asked).toContain('from_source-2.0.tar.gz');
  });

  it('lets a release be seen that was published after the page was cached', async () => {
    const { remove, install, index } = await filled();
    index.addRelease({ name: 'foo-bar', version: '2.0' });
    await remove('foo-bar');
    expect((await install('foo-bar')).files).toEqual(['foo_bar-2.0-py3-none-any.whl']);
  });

  it('leaves the page with a version, and nothing else than that version', async () => {
    const { remove, install } = await filled();
    const run = await remove('foo-bar==1.2');
    expect(run.outputs).toMatchObject({ outcome: 'reset', projects: '1' });
    expect((await install('foo-bar==1.20')).asked).toEqual([]);
  });

  it('takes what is damaged: a page by its address, a wheel by the page', async () => {
    const { remove, install, cacheDir, count } = await filled();
    const files = readdirSync(cacheDir, { recursive: true, encoding: 'utf8' })
      .filter((path) => /[\\/][0-9a-f]{56}(\.body)?$/.test(path))
      .map((path) => join(cacheDir, path));
    const bodies = files.filter((path) => path.endsWith('.body'));
    // In the new format a body is a file of its own.
    for (const path of bodies.length > 0 ? bodies : files) truncateSync(path, 40);
    const before = count();
    const run = await remove('foo-bar, foo-bar-baz, other, from-source');
    expect(run.code).toBe(0);
    // Without their pages, the names of wheels are known to nobody.
    expect(count().files).toBeLessThan(before.files);
    expect((await remove('foo-bar')).outputs.outcome).toBe('nothing-to-do');
    const again = await install('foo-bar');
    expect(again.asked.join(' ')).toContain('foo-bar');
  });

  it('finds both formats', async () => {
    const { remove, cacheDir } = await filled();
    if (countCache(cacheDir).byArea['http-v2'].files > 0) writeOldFormatCopy(cacheDir);
    const run = await remove('foo-bar, foo-bar-baz, other, from-source');
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-after': '0', projects: '4' });
  });

  it('asks pip for nothing but the wheels that it built, and never shows the addresses of indexes', async () => {
    const { step, index, remove } = await filled();
    expect((await remove('from-source')).groups.map(({ title }) => title).join('\n')).toContain(
      'cache remove -- from_source',
    );
    const url = index.url.replace('://', '://user:secret@');
    const run = await step({ mode: 'remove', package: 'other' }, { env: { PIP_INDEX_URL: url } });
    expect(run.outputs.outcome).toBe('reset');
    expect(run.groups.map(({ title }) => title).join('\n')).not.toContain('cache remove');
    expect(run.stdout + run.summary + JSON.stringify(run.outputs)).not.toContain('secret');
  });

  it('has nothing to do where nothing is of it, and does what its dry run said', async () => {
    const { remove, count, cacheDir } = await filled();
    writeFileSync(join(cacheDir, 'wheels', 'note.txt'), 'mine');
    const before = count();
    for (const names of ['foo', 'foo-bar==9', 'bar-*']) {
      expect((await remove(names)).outputs).toMatchObject({ outcome: 'nothing-to-do', projects: '0' });
    }
    const dry = await remove('other', { 'dry-run': 'true' });
    expect(count()).toEqual(before);
    const run = await remove('other');
    for (const name of ['files-removed', 'bytes-removed', 'directories-removed', 'disk-bytes-freed', 'projects']) {
      expect([name, run.outputs[name]]).toEqual([name, dry.outputs[name]]);
    }
  });
});
