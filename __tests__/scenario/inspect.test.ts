import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { fixture } from '../support/fixture.js';
import { beforeCommands } from '../support/interpreter-scripts.js';
import { realShapedResponses } from '../support/real-shaped-responses.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const INSPECT = { mode: 'inspect' };
const PROJECTS = ['alpha', 'beta', 'foo-bar', 'my-company-core', 'my-company-web', 'pyyaml', 'scikit-learn'];

function reportOf(path: string | undefined) {
  return JSON.parse(readFileSync(path ?? '', 'utf8'));
}

describe('mode inspect, with the real pip', () => {
  it('reports the contents of the cache, and deletes nothing', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step(INSPECT);
    expect(count()).toEqual(before);
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.outputs).toMatchObject({
      outcome: 'inspected',
      'files-before': String(before.files),
      'files-after': String(before.files),
      'files-removed': '0',
      'directories-removed': '0',
      projects: String(PROJECTS.length),
      'largest-project': 'alpha',
    });
    const { projects, kinds } = reportOf(run.outputs.report);
    expect(projects.map(({ name }: { name: string }) => name).sort()).toEqual(PROJECTS);
    expect(projects.find(({ name }: { name: string }) => name === 'foo-bar')).toMatchObject({
      versions: ['1.2', '1.20'],
    });
    const files = Object.values(kinds as Record<string, { files: number }>).map((kind) => kind.files);
    expect(files.reduce((sum, more) => sum + more, 0)).toBe(before.files);
    expect(run.summary).toMatch(/```mermaid\n%%\{init: .*\}%%\npie\n {2}"alpha \(/);
    expect(run.log.join('\n')).toMatch(/^ +alpha +1\.0 +\d+ +[\d.]+ kB +\d+[sm]/m);
    expect(run.groups.map(({ title }) => title.replace(/^.* -m /, ''))).toEqual([
      expect.stringMatching(/^pip cache dir /),
      expect.stringMatching(/^pip cache info /),
    ]);
  });

  it('reports that an empty cache is empty', async () => {
    const { step } = fixture();
    const cacheDir = temporaryDirectory('empty');
    const run = await step(INSPECT, { env: { PIP_CACHE_DIR: cacheDir } });
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'inspected', projects: '0', 'largest-project': '' } });
    expect(run.summary).toContain('pip&#39;s cache is empty');
  });

  it('recognises the kind of each of 12,000 responses in two threads', async () => {
    const { step } = fixture();
    const cacheDir = join(temporaryDirectory('large'), 'cache');
    const made = realShapedResponses(cacheDir, 12_000);
    const run = await step(INSPECT, { env: { PIP_CACHE_DIR: cacheDir } });
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'inspected', projects: String(made.projects) } });
    const { kinds, projects } = reportOf(run.outputs.report);
    for (const [kind, responses] of Object.entries(made.kinds)) {
      expect([kind, kinds[kind].files]).toEqual([kind, 2 * responses]);
    }
    expect(kinds.unknown.files).toBe(0);
    const bytes = projects.reduce((sum: number, project: { bytes: number }) => sum + project.bytes, 0);
    expect(bytes).toBe(countCache(cacheDir).bytes);
  });
});

describe('a purge', () => {
  it.runIf(process.platform !== 'win32')('reports what was removed by project, if pip takes long enough', async () => {
    const { step, cacheDir } = fixture();
    rmSync(cacheDir, { recursive: true });
    const made = realShapedResponses(cacheDir, 400);
    // The purge is delayed by a second.
    const run = await step({}, { env: beforeCommands('if command == "cache purge":\n    time.sleep(1)') });
    expect(run.outputs).toMatchObject({
      outcome: 'reset',
      projects: String(made.projects),
      'largest-project': expect.stringMatching(/^project-\d+$/),
    });
    expect(run.summary).toContain(`<details><summary>${made.projects} projects, by size</summary>`);
  });

  it('does not report projects of a small cache', async () => {
    const run = await fixture().step({});
    expect(run.outputs).toMatchObject({ outcome: 'reset', projects: '', 'largest-project': '' });
    expect(reportOf(run.outputs.report)).toMatchObject({ projects: null, kinds: null });
    expect(run.summary).not.toContain('by size');
  });

  it('reports in a dry run what would be removed by project', async () => {
    const run = await fixture().step({ 'dry-run': 'true' });
    expect(run.outputs).toMatchObject({ outcome: 'dry-run', projects: String(PROJECTS.length) });
  });
});
