import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture } from '../support/fixture.js';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

describe('mode purge, with the real pip', () => {
  it('empties the areas, leaves the rest, and reports the numbers of an independent count', async () => {
    const { step, count, cacheDir, python } = fixture();
    const before = count();
    expect(before.byArea.http.files).toBeGreaterThan(0);
    expect(before.byArea['http-v2'].files).toBeGreaterThan(0);
    expect(before.byArea.wheels.files).toBeGreaterThan(0);

    const run = await step({});

    expect(run.annotations).toEqual([]);
    expect(run.code).toBe(0);
    const { report, ...outputs } = run.outputs;
    expect(outputs).toEqual({
      outcome: 'reset',
      'cache-dir': cacheDir,
      'python-path': python.command,
      'pip-version': python.pipVersion,
      'files-before': String(before.files),
      'files-after': '0',
      'files-removed': String(before.files),
      'bytes-before': String(before.bytes),
      'bytes-after': '0',
      'bytes-removed': String(before.bytes),
      'directories-removed': String(before.directories),
      'disk-bytes-freed': String(before.diskBytes),
      freed: expect.stringMatching(/^\d+(\.\d+)? [kM]B$/),
      // Empty if pip has deleted the files before they could be examined.
      projects: expect.stringMatching(/^\d*$/),
      'largest-project': expect.any(String),
    });
    for (const area of ['http', 'http-v2', 'wheels']) expect(existsSync(join(cacheDir, area))).toBe(false);
    expect(readdirSync(cacheDir).sort()).toEqual(['selfcheck', 'stranger.txt']);
    expect(readdirSync(join(cacheDir, 'selfcheck'))).toEqual(['some-interpreter']);
    expect(report?.startsWith(run.runnerTemp)).toBe(true);
  });

  it('runs dir and info before, purge, and info after, each in a group of the log', async () => {
    const { step, python } = fixture();
    const run = await step({});
    const commands = run.groups.map(({ title }) => title.replace(/ \(.*\)$/, ''));
    expect(commands).toEqual(
      ['dir', 'info', 'purge', 'info'].map((command) => `${python.command} -m pip cache ${command}`),
    );
    expect(run.groups[2]?.lines.join('\n')).toMatch(/Files removed: \d+/);
    expect(run.groups[3]?.lines.join('\n')).toMatch(/Number of HTTP files: 0\n(.*\n)*.*wheels: 0/);
    expect(run.summary).toContain('pip cache info now counts 0 HTTP files and 0 locally built wheels.');
  });

  it('writes a report with the same numbers by area', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({});
    const report = JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'));
    for (const area of ['http', 'http-v2', 'wheels'] as const) {
      expect(report.areas[area].before).toEqual(before.byArea[area]);
      expect(report.areas[area].removed).toEqual(before.byArea[area]);
      expect(report.areas[area].after).toEqual({ files: 0, bytes: 0, directories: 0, diskBytes: 0 });
    }
    expect(report.pip.map((pip: { exitCode: number }) => pip.exitCode)).toEqual([0, 0, 0, 0]);
  });

  it('removes the directory in which pip runs', async () => {
    const { step } = fixture();
    const run = await step({});
    const left = readdirSync(run.runnerTemp).filter((name) => name.startsWith('reset-pip-cache-'));
    expect(left).toEqual([run.outputs.report?.split(/[\\/]/).at(-1)]);
  });

  it('has nothing to do the second time, and still succeeds', async () => {
    const { step } = fixture();
    await step({});
    const run = await step({});
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'nothing-to-do',
      'files-removed': '0',
      'bytes-removed': '0',
      freed: '0 B',
    });
    expect(run.groups.map(({ title }) => title)).toHaveLength(2);
    expect(run.summary).toContain('already empty');
  });

  it('counts empty directories as something to do', async () => {
    const { step, cacheDir, count } = fixture();
    const { rmSync, mkdirSync } = await import('node:fs');
    for (const area of ['http', 'http-v2', 'wheels']) rmSync(join(cacheDir, area), { recursive: true });
    mkdirSync(join(cacheDir, 'http-v2', 'a', 'b'), { recursive: true });
    const run = await step({});
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-removed': '0', 'directories-removed': '3' });
    expect(count().directories).toBe(0);
  });
});

describe('dry-run', () => {
  it('reports what would be removed, and deletes nothing', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({ 'dry-run': 'true' });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'dry-run',
      'files-before': String(before.files),
      'files-after': String(before.files),
      'files-removed': String(before.files),
      'bytes-removed': String(before.bytes),
      'directories-removed': String(before.directories),
      'disk-bytes-freed': String(before.diskBytes),
    });
    expect(count()).toEqual(before);
    expect(run.summary).toContain('would go');
    expect(run.groups.map(({ title }) => title).join()).not.toContain('purge');
  });

  it('reports what mode remove would remove', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({ 'dry-run': 'True', mode: 'remove', package: 'pyyaml' });
    expect(run.outputs).toMatchObject({ outcome: 'dry-run', 'files-after': String(before.files) });
    expect(Number(run.outputs['files-removed'])).toBeGreaterThan(0);
    expect(count()).toEqual(before);
  });
});

describe('min-size', () => {
  it.each(['1GB', '1000000000', '1 GiB'])('skips a cache below %s', async (size) => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({ 'min-size': size });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'skipped',
      'files-removed': '0',
      'bytes-before': String(before.bytes),
    });
    expect(run.summary).toContain('less than min-size');
    expect(count()).toEqual(before);
  });

  it('acts on a cache of exactly that size', async () => {
    const { step, count } = fixture();
    const run = await step({ 'min-size': `${count().bytes}` });
    expect(run.outputs.outcome).toBe('reset');
    expect(count().files).toBe(0);
  });

  it('skips a cache that is one byte smaller', async () => {
    const { step, count } = fixture();
    const run = await step({ 'min-size': `${count().bytes + 1}` });
    expect(run.outputs.outcome).toBe('skipped');
  });
});

describe('a disabled cache', () => {
  it.each(['1', '0', 'false'])('is reported for PIP_NO_CACHE_DIR=%s', async (value) => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({}, { env: { PIP_NO_CACHE_DIR: value } });
    expect(run.code).toBe(0);
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'disabled', 'cache-dir': '', 'files-removed': '0' });
    expect(run.summary).toContain('no-cache-dir');
    expect(count()).toEqual(before);
  });

  it.runIf(process.platform !== 'win32')('is reported with a warning if another user owns the directory', async () => {
    const { step, count, cacheDir } = fixture();
    const before = count();
    if (process.getuid?.() === 0) chownSync(cacheDir, 65534, 65534);
    else chmodSync(cacheDir, 0o555);
    const run = await step({});
    chmodSync(cacheDir, 0o755);
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'disabled', 'files-removed': '0' });
    expect(run.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('belongs to another user'), properties: {} },
    ]);
    expect(count()).toEqual(before);
  });
});
