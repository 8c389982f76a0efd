import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { entry, fixture } from '../support/fixture.js';
import { entries, runMainStep, runPostStep } from '../support/on-failure.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const dist = dirname(entry);
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  statSync(join(dist, file)).isFile(),
);

describe('dist', () => {
  it('holds no HTTP client, no path of a machine, and no source map', () => {
    for (const file of files) {
      expect([file, /undici|\/home\/|\/Users\/|[A-Z]:\\\\Users/.test(readFileSync(join(dist, file), 'utf8'))]).toEqual([
        file,
        false,
      ]);
    }
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  it('holds the code once: what the runner starts calls the one bundle, and does nothing else', () => {
    const outside = files.filter((file) => file.endsWith('.js') && dirname(file) !== 'bundle');
    const started = [entry, ...Object.values(entries)];
    expect(outside.map((file) => join(dist, file)).sort()).toEqual(started.sort());
    for (const file of outside) {
      expect(readFileSync(join(dist, file), 'utf8')).toMatch(
        /^import \{ (\w+) \} from '\.{1,2}\/bundle\/index\.js';\n\nawait \1\(\);\n$/,
      );
    }
  });

  it('comes with the license of each package in it', () => {
    const licenses = readFileSync(join(dist, 'licenses.txt'), 'utf8');
    for (const name of [
      '@actions/core',
      '@actions/exec',
      '@actions/io',
      '@renovatebot/pep440',
      'entities',
      'escape-goat',
      'htmlparser2',
      'pretty-bytes',
    ]) {
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
    expect(licenses).not.toContain('http-client');
  });

  it('works on its own, in a directory without anything else', async () => {
    const alone = join(temporaryDirectory('alone'), 'dist');
    cpSync(dist, alone, { recursive: true });
    const { step, count } = fixture();
    const run = await step({}, { entry: join(alone, basename(entry)) });
    expect(run.outputs.outcome).toBe('reset');
    expect(count().files).toBe(0);
  });

  it('works on its own at the end of a failed job', async () => {
    const alone = join(temporaryDirectory('alone'), 'dist');
    cpSync(dist, alone, { recursive: true });
    const cache = fixture();
    const at = (path: string) => join(alone, relative(dist, path));
    const main = await runMainStep(cache, {}, { entry: at(entries.main) });
    expect(await runPostStep(cache, main, { entry: at(entries.post) })).toMatchObject({ code: 0, annotations: [] });
    expect(cache.count().files).toBe(0);
  });

  it.each<[string, Record<string, string>, number]>([
    ['a purge', {}, 290_000],
    // More than half of it is for the inventory.
    ['a removal as pip means it', { mode: 'remove', package: 'pyyaml', 'built-wheels-only': 'true' }, 480_000],
  ])('loads no more than it should for %s', async (_what, inputs, most) => {
    const { step } = fixture();
    const list = join(temporaryDirectory('loaded'), 'list');
    writeFileSync(list, '');
    // Node 20 has no such hooks, so the node of the tests runs the step. What it loads does not depend on the version.
    const hook = new URL('../../scripts/lib/list-loaded.mjs', import.meta.url).href;
    const run = await step(inputs, {
      node: process.execPath,
      env: { BENCH_LOADED: list, NODE_OPTIONS: `--import=${hook}` },
    });
    expect(run.outputs.outcome).toBe('reset');
    const loaded = readFileSync(list, 'utf8')
      .split('\n')
      .filter((url) => url.startsWith('file:') && url.includes('/dist/'))
      .map((url) => fileURLToPath(url));
    expect(loaded.map((file) => basename(file))).toContain('index.js');
    expect(loaded.map((file) => statSync(file).size).reduce((sum, size) => sum + size)).toBeLessThanOrEqual(most);
  });
});
