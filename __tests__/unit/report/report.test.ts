import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Log } from '../../../src/report/log.js';
import { report } from '../../../src/report/report.js';
import { POST_STEP } from '../../../src/reset/step-kind.js';
import { readFileCommands } from '../../support/file-commands.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { ABSENT, area, HOSTILE, result } from '../results.js';

afterAll(removeTemporaryDirectories);
afterEach(() => void vi.unstubAllEnvs());

const remaining = Array.from({ length: 25 }, (_none, index) => ({ path: `/c/http/${index}`, code: 'EBUSY' }));
/** Sets the variables that name the temporary directory: TMPDIR, and on Windows TEMP. */
function stubTemporaryDirectory(directory: string) {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, directory);
}

const NOT_THERE = { http: ABSENT, 'http-v2': ABSENT, wheels: ABSENT };

// @actions/core keeps the path of the first summary that it writes.
const summary = join(temporaryDirectory('summary'), 'summary');

describe('report', () => {
  function setUp(runner = true) {
    const temp = temporaryDirectory('runner temp');
    const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: summary };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const env = { RUNNER_TEMP: temp, ...(runner ? { GITHUB_ACTIONS: 'true', ...files } : {}) };
    for (const [name, file] of Object.entries(files)) vi.stubEnv(name, file);
    const lines: string[] = [];
    const annotations: string[] = [];
    const log: Log = {
      say: (line) => lines.push(line),
      group: (title) => lines.push(`group ${title}`),
      warning: (message) => annotations.push(`warning: ${message}`),
      error: (message) => annotations.push(`error: ${message}`),
      debug() {},
    };
    return { temp, files, env, log, lines, annotations };
  }

  it('writes log, outputs, summary and JSON of a reset', async () => {
    const { temp, files, env, log, lines, annotations } = setUp();
    expect(await report(result(), log, env)).toBe(0);
    expect(lines).toEqual([
      "Freed 2 kB of pip's cache. 2 files and 2 directories removed from /c.",
      '                                      Before           Removed            After',
      '  HTTP responses (http-v2)   3 kB in 3 files   2 kB in 2 files   1 kB in 1 file',
      '  Total                      3 kB in 3 files   2 kB in 2 files   1 kB in 1 file',
      'Interpreter /py, pip 24.0, took 1.2s.',
    ]);
    expect(annotations).toEqual([]);
    const outputs = readFileCommands(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
    expect(outputs).toMatchObject({ outcome: 'reset', 'files-removed': '2', freed: '2 kB' });
    expect(outputs.report?.startsWith(join(temp, 'reset-pip-cache-'))).toBe(true);
    expect(JSON.parse(readFileSync(outputs.report ?? '', 'utf8'))).toMatchObject({ outcome: 'reset' });
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^<h3>Freed 2 kB of pip&#39;s cache<\/h3>\n/);
  });

  it('hands over values of others whole', async () => {
    const { files, env, log } = setUp();
    await report(result({ cacheDirectory: `/c${HOSTILE}` }), log, env);
    expect(readFileCommands(readFileSync(files.GITHUB_OUTPUT, 'utf8'))['cache-dir']).toBe(`/c${HOSTILE}`);
  });

  it('says the outputs where there is no runner', async () => {
    const { files, env, log, lines } = setUp(false);
    await report(result({ pipVersion: '' }), log, env);
    expect(lines).toContain('Interpreter /py, pip unknown, took 1.2s.');
    expect(lines.slice(lines.indexOf('Outputs:'), -1)).toContain('  freed: 2 kB');
    expect(lines.at(-1)).toMatch(/^ {2}report: .+\.json$/);
    for (const file of Object.values(files)) expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('writes no summary when that is not wanted', async () => {
    const { files, env, log } = setUp();
    await report(result({ inputs: { summary: false } }), log, env);
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toBe('');
  });

  it('has no table and no warning when the cache is off', async () => {
    const { env, log, lines, annotations } = setUp();
    const disabledBecause = { cause: 'setting' } as const;
    const off = result({ outcome: 'disabled', areas: NOT_THERE, cacheDirectory: '', disabledBecause });
    expect(await report(off, log, env)).toBe(0);
    expect(lines).toHaveLength(2);
    expect(annotations).toEqual([]);
  });

  it('warns when pip leaves its directory alone', async () => {
    const { env, log, annotations } = setUp();
    const disabledBecause = { cause: 'owner', directory: '/github/home' } as const;
    const off = result({ outcome: 'disabled', areas: NOT_THERE, cacheDirectory: '', disabledBecause });
    expect(await report(off, log, env)).toBe(0);
    expect(annotations).toEqual([
      "warning: pip's cache was not reset: pip leaves /github/home alone, since it belongs to another user or is not writable. " +
        'Nothing was deleted.',
    ]);
  });

  it('warns of what can not be read', async () => {
    const { env, log, annotations } = setUp();
    expect(await report(result({ unreadable: remaining.slice(0, 1) }), log, env)).toBe(0);
    expect(annotations).toEqual([
      expect.stringMatching(/^warning: 1 directory or file in the cache could not be read/),
    ]);
  });

  it('fails, with one annotation, when something remains', async () => {
    const { env, log, lines, annotations } = setUp();
    expect(await report(result({ outcome: 'incomplete', remaining }), log, env)).toBe(1);
    expect(lines.filter((line) => line.includes('in use (EBUSY)'))).toHaveLength(20);
    expect(annotations).toEqual([
      "error: pip's cache is not reset completely (2 kB freed). 25 entries in /c could not be deleted. 2 files and 2 directories " +
        'removed. The first: /c/http/0: in use (EBUSY). Make them deletable, and reset again.',
    ]);
  });

  it('fails when the job was cancelled', async () => {
    const { env, log, annotations } = setUp();
    expect(await report(result({ outcome: 'incomplete', cancelled: true }), log, env)).toBe(1);
    expect(annotations).toEqual([
      "error: Cancelled: 2 kB of pip's cache are gone. The job was cancelled midway. 2 files and 2 directories removed from /c; " +
        '1 file and 1 directory still there.',
    ]);
  });

  it('warns once, and says the rest', async () => {
    const { env, log, lines, annotations } = setUp();
    const areas = {
      http: { ...ABSENT, state: 'link' as const },
      'http-v2': area(1, 0),
      wheels: { ...ABSENT, state: 'link' as const },
    };
    expect(await report(result({ areas }), log, env)).toBe(0);
    expect(annotations).toEqual([
      'warning: http in /c is a symbolic link and was left alone; pip expects a directory there.',
    ]);
    expect(lines).toContain('wheels in /c is a symbolic link and was left alone; pip expects a directory there.');
  });

  it('does not fail when nothing can be written', async () => {
    const { temp, files, env, log, lines, annotations } = setUp();
    rmSync(summary);
    mkdirSync(summary);
    rmSync(files.GITHUB_OUTPUT);
    stubTemporaryDirectory(join(temp, 'nowhere'));
    expect(await report(result(), log, { ...env, RUNNER_TEMP: join(temp, 'nowhere') })).toBe(0);
    expect(
      lines.filter((line) => / could not be written: ./.test(line)).map((line) => line.split(' could ')[0]),
    ).toEqual(['The report', 'The outputs', 'The job summary']);
    rmSync(summary, { recursive: true });
    expect(annotations).toEqual(['warning: The outputs could not be written: later steps see none.']);
  });

  it('does not warn of the report and the summary, which no step needs', async () => {
    const { temp, env, log, annotations } = setUp();
    rmSync(summary);
    mkdirSync(summary);
    stubTemporaryDirectory(join(temp, 'nowhere'));
    expect(await report(result(), log, { ...env, RUNNER_TEMP: join(temp, 'nowhere') })).toBe(0);
    rmSync(summary, { recursive: true });
    expect(annotations).toEqual([]);
  });

  it.each([
    ['a warning', result({ unreadable: remaining }), 0, /^warning: 25 directories or files in the cache could not/],
    ['an error', result({ outcome: 'incomplete', remaining }), 1, /^error: pip's cache is not reset completely/],
  ])('has one annotation when the outputs can not be written beside %s', async (_what, given, code, annotation) => {
    const { files, env, log, lines, annotations } = setUp();
    rmSync(files.GITHUB_OUTPUT);
    expect(await report(given, log, env)).toBe(code);
    expect(annotations).toEqual([expect.stringMatching(annotation)]);
    expect(lines).toContainEqual(expect.stringMatching(/^The outputs could not be written: ./));
  });

  it('warns of what remains at the end of a failed job, sets no outputs, and says where the report is', async () => {
    const { files, env, log, lines, annotations } = setUp();
    expect(await report(result({ stepKind: POST_STEP, outcome: 'incomplete', remaining }), log, env)).toBe(0);
    expect(annotations).toEqual([
      expect.stringMatching(/^warning: pip's cache is not reset completely .* reset again\.$/),
    ]);
    expect(readFileSync(files.GITHUB_OUTPUT, 'utf8')).toBe('');
    const path = lines.flatMap((line) => /^Report: (.+)/.exec(line)?.[1] ?? [])[0] ?? '';
    const note = 'This was done at the end of the job, since the job failed.';
    expect(JSON.parse(readFileSync(path, 'utf8')).notes).toContain(note);
    expect(lines).toContain(note);
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toContain(`<p>${note}</p>`);
  });

  it('does not miss outputs at the end of a failed job, nor say them in a terminal', async () => {
    const { files, env, log, lines, annotations } = setUp(false);
    rmSync(files.GITHUB_OUTPUT);
    expect(await report(result({ stepKind: POST_STEP }), log, env)).toBe(0);
    expect(annotations).toEqual([]);
    expect(lines).not.toContain('Outputs:');
  });
});
