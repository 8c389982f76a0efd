import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
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

/** Makes a cache that a real pip has filled from a local index. The index stays available. */
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
    /** Removes packages with a pip that is configured for the index. */
    remove: (names: string, more: Record<string, string> = {}, env: Record<string, string> = {}) =>
      cache.step({ mode: 'remove', package: names, ...more }, { env: { PIP_INDEX_URL: index.url, ...env } }),
    /** Downloads packages again. Returns the files and pages that pip had to download from the index. */
    async download(...names: string[]) {
      index.requests.length = 0;
      const cwd = join(home, `again-${names.length}-${Math.random()}`);
      const source = ['--no-deps', '--index-url', index.url, '--trusted-host', index.trustedHost];
      const run = await runPip(python, ['download', ...source, '--dest', join(cwd, 'out'), ...names], {
        env: cleanPipEnvironment({ home, cacheDir }),
        cwd,
      });
      // For a cached page, pip makes a conditional request, which is answered with 304.
      const downloaded = index.requests
        .filter(({ status }) => status === 200)
        .map(({ path }) => path.split('/').at(-1) || path);
      return { code: run.code, downloaded, files: run.code === 0 ? readdirSync(join(cwd, 'out')).sort() : [] };
    },
  };
}

const FOO = 'foo_bar-1.20-py3-none-any.whl';

describe('mode remove, with the real pip', () => {
  it('removes all of a package: pip downloads it again, and takes every other from the cache', async () => {
    const { remove, download, count } = await filled();
    expect((await download('foo-bar', 'Foo.Bar_Baz', 'other')).downloaded).toEqual([]);
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
    const again = await download('foo-bar', 'Foo.Bar_Baz', 'other');
    expect(again.files).toHaveLength(3);
    expect(again.downloaded).toContain(FOO);
    for (const path of again.downloaded) expect(path).toMatch(/foo[-_]bar(?!.baz)/);
  });

  it.each([
    ['foo-bar==1.2', ['foo_bar-1.2-py3-none-any.whl'], [FOO]],
    ['foo-*', ['foo_bar-1.2-py3-none-any.whl', FOO, 'foo_bar_baz-3.0-py3-none-any.whl'], []],
    ['foo-bar-baz', ['foo_bar_baz-3.0-py3-none-any.whl'], [FOO]],
  ])('%s removes %j', async (names, removed, kept) => {
    const { remove, download } = await filled();
    await remove(names);
    const [one, other] = [await download('foo-bar==1.2', 'Foo.Bar_Baz'), await download('foo-bar==1.20', 'other')];
    const downloaded = [...one.downloaded, ...other.downloaded].filter((path) => path.endsWith('.whl'));
    expect(downloaded.sort()).toEqual([...removed].sort());
    for (const file of kept) expect(downloaded).not.toContain(file);
  });

  it.runIf(process.platform !== 'win32')('says so if pip does not report its indexes', async () => {
    const { remove } = await filled();
    const run = await remove('foo-bar', {}, beforeCommands('if command == "config list":\n    sys.exit(2)'));
    expect(run.outputs.outcome).toBe('reset');
    const message = 'pip config list failed, so that a page that says nothing itself is found on pypi.org alone.';
    expect(run.log.filter((line) => line.includes('config list'))).toEqual([message]);
    expect((await remove('other')).log.filter((line) => line.includes('config list'))).toEqual([]);
  });

  it('removes everything that pip on Python 2.7 wrote of it, and nothing else', async () => {
    const { step, cacheDir, count } = fixture();
    rmSync(cacheDir, { recursive: true });
    const written = new URL('../support/fixtures/python-2.7-pip-20.3.4', import.meta.url);
    cpSync(written, cacheDir, { recursive: true });
    expect(count().files).toBe(3);
    const run = await step({ mode: 'remove', package: 'six' });
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-removed': '2', projects: '1' });
    const left = readdirSync(cacheDir, { recursive: true, encoding: 'utf8' }).filter((path) => path.length > 60);
    expect(left).toEqual([expect.stringMatching(/3551f2d83837f4568a4f2fe95423421f605a6afc90ab105fa6050608$/)]);
    expect((await step({ mode: 'inspect' })).outputs['largest-project']).toBe('docopt');
  });

  it('removes the wheels that pip built of it, and its sdist', async () => {
    const { remove, cacheDir, download } = await filled();
    const run = await remove('from-source');
    expect(run.outputs.outcome).toBe('reset');
    expect(builtWheels(cacheDir)).toEqual([]);
    expect((await download('from-source')).downloaded).toContain('from_source-2.0.tar.gz');
  });

  it('makes pip find a release that was published after the page was cached', async () => {
    const { remove, download, index } = await filled();
    index.addRelease({ name: 'foo-bar', version: '2.0' });
    await remove('foo-bar');
    expect((await download('foo-bar')).files).toEqual(['foo_bar-2.0-py3-none-any.whl']);
  });

  it('with a version, removes only that version, and not the page', async () => {
    const { remove, download } = await filled();
    const run = await remove('foo-bar==1.2');
    expect(run.outputs).toMatchObject({ outcome: 'reset', projects: '1' });
    expect((await download('foo-bar==1.20')).downloaded).toEqual([]);
  });

  it('removes damaged entries: a page by its URL, a wheel by the page', async () => {
    const { remove, download, cacheDir, count } = await filled();
    const files = readdirSync(cacheDir, { recursive: true, encoding: 'utf8' })
      .filter((path) => /[\\/][0-9a-f]{56}(\.body)?$/.test(path))
      .map((path) => join(cacheDir, path));
    const bodies = files.filter((path) => path.endsWith('.body'));
    // In the new format, a body has its own file.
    for (const path of bodies.length > 0 ? bodies : files) truncateSync(path, 40);
    const before = count();
    const run = await remove('foo-bar, foo-bar-baz, other, from-source');
    expect(run.code).toBe(0);
    // The pages are damaged too, so their links to the wheels are lost, and the wheels stay.
    expect(count().files).toBeLessThan(before.files);
    expect((await remove('foo-bar')).outputs.outcome).toBe('nothing-to-do');
    const again = await download('foo-bar');
    expect(again.downloaded.join(' ')).toContain('foo-bar');
  });

  it('finds responses in both formats', async () => {
    const { remove, cacheDir } = await filled();
    if (countCache(cacheDir).byArea['http-v2'].files > 0) writeOldFormatCopy(cacheDir);
    const run = await remove('foo-bar, foo-bar-baz, other, from-source');
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-after': '0', projects: '4' });
  });

  it('runs pip cache remove only for built wheels, and never shows the URLs of indexes', async () => {
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

  it('has nothing to do if nothing matches, and does what its dry run reported', async () => {
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
