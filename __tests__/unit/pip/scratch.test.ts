import { existsSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Scratch, temporaryDirectory, withScratch } from '../../../src/pip/scratch.js';
import * as support from '../../support/temporary-directory.mjs';

afterAll(support.removeTemporaryDirectories);

describe('temporaryDirectory', () => {
  it("is RUNNER_TEMP, or the system's where that is none", () => {
    const temp = support.temporaryDirectory('runner temp');
    const file = join(temp, 'file');
    writeFileSync(file, '');
    expect(temporaryDirectory({ RUNNER_TEMP: temp })).toBe(temp);
    for (const RUNNER_TEMP of [undefined, '', file, join(file, 'below'), join(temp, 'nowhere')]) {
      expect(temporaryDirectory({ RUNNER_TEMP })).toBe(tmpdir());
    }
  });
});

describe('withScratch', () => {
  it('gives the work an empty directory five levels below one of its own, and takes both away', async () => {
    const temp = support.temporaryDirectory('runner temp');
    const seen: Scratch[] = [];
    const work = async (scratch: Scratch) => {
      seen.push(scratch);
      expect(readdirSync(scratch.empty)).toEqual([]);
      expect(readdirSync(scratch.top, { recursive: true })).toHaveLength(5);
      return seen.length;
    };
    expect(await withScratch({ RUNNER_TEMP: temp }, work)).toBe(1);
    expect(await withScratch({ RUNNER_TEMP: temp }, work)).toBe(2);
    expect(new Set(seen.map(({ top }) => top)).size).toBe(2);
    for (const { top, empty } of seen) {
      expect(dirname(top)).toBe(realpathSync(temp));
      expect(basename(top)).toMatch(/^reset-pip-cache-.{6}$/);
      expect(relative(top, empty).split(sep)).toHaveLength(5);
      expect(empty.startsWith(top + sep)).toBe(true);
      expect(existsSync(top)).toBe(false);
    }
    expect(readdirSync(temp)).toEqual([]);
  });

  it('refuses when no directory can be made, neither in RUNNER_TEMP nor where the system has such', async () => {
    const nowhere = join(support.temporaryDirectory('runner temp'), 'nowhere');
    vi.stubEnv('TMPDIR', nowhere).stubEnv('TEMP', nowhere).stubEnv('TMP', nowhere);
    const work = () => Promise.reject(new Error('not called'));
    await expect(withScratch({ RUNNER_TEMP: nowhere }, work)).rejects.toThrow(
      /^pip can't be run in an empty directory, since none could be made: ENOENT.*Nothing was deleted\. Let RUNNER_TEMP/,
    );
    vi.unstubAllEnvs();
  });

  it('takes it away when the work fails', async () => {
    const RUNNER_TEMP = support.temporaryDirectory('runner temp');
    await expect(withScratch({ RUNNER_TEMP }, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(readdirSync(RUNNER_TEMP)).toEqual([]);
  });

  it.each(['empty', 'top'] as const)('leaves what others have put in it (%s), and what is beside it', async (where) => {
    const RUNNER_TEMP = support.temporaryDirectory('runner temp');
    const path = await withScratch({ RUNNER_TEMP }, async (scratch) => {
      writeFileSync(join(scratch[where], 'core'), '');
      writeFileSync(`${scratch.top}2`, '');
      return scratch[where];
    });
    expect(readdirSync(path)).toEqual(['core']);
    expect(readdirSync(RUNNER_TEMP)).toHaveLength(2);
  });
});
