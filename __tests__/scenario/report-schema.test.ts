import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { byArea } from '../../src/cache/areas.js';
import { NOTHING } from '../../src/cache/tally.js';
import { readInputs } from '../../src/inputs/inputs.js';
import { reportOf } from '../../src/report/report-file.js';
import type { Result } from '../../src/reset/result.js';
import { MAIN_STEP } from '../../src/reset/step-kind.js';
import { fixture } from '../support/fixture.js';
import type { RunResult } from '../support/runner.mjs';
import { removeTemporaryDirectories } from '../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const validate = ajv.compile(schema);

/** Validates a report against the schema. Returns a line for each problem. */
function problems(report: unknown): string[] {
  if (validate(report)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function reportIn(run: RunResult) {
  return JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'));
}

/**
 * Returns a report of a run in which something could not be deleted and pip was ended by a signal. A test can't produce
 * this as any user on any system.
 */
function incompleteReport() {
  const tally = { files: 3, bytes: 300, directories: 1, diskBytes: 16_384 };
  const area = {
    state: 'directory',
    before: tally,
    after: NOTHING,
    removed: tally,
    finished: { files: 1, directories: 0 },
    unreadable: 1,
  } as const;
  const result: Result = {
    outcome: 'incomplete',
    inputs: readInputs(() => ''),
    stepKind: MAIN_STEP,
    interpreter: '/usr/bin/python3',
    pipVersion: '',
    cacheDirectory: '/home/runner/.cache/pip',
    areas: byArea(() => area),
    pip: [
      {
        args: ['cache', 'purge'],
        command: 'python3 -m pip cache purge',
        code: null,
        stdout: '',
        stderr: '',
        milliseconds: 12.5,
      },
    ],
    cancelled: true,
    cutShort: false,
    remaining: [{ path: '/home/runner/.cache/pip/http-v2/a', code: 'EACCES' }],
    unknownFormats: [{ name: 'http-v3', isFormat: true, files: 1, bytes: 5 }],
    unmatched: ['numpyy'],
    others: { files: 1, directories: 0 },
    inUseBy: [{ command: 'install', process: 4711 }],
    endedFor: [{ command: 'wheel', process: 4712 }],
    unreadable: [{ path: '/home/runner/.cache/pip/http-v2/a', code: 'EACCES' }],
    milliseconds: 99.5,
  };
  return JSON.parse(JSON.stringify(reportOf(result)));
}

const runs: { outcome: string; inputs: Record<string, string>; env?: Record<string, string> }[] = [
  { outcome: 'reset', inputs: {} },
  { outcome: 'reset', inputs: { mode: 'remove', package: 'scikit-learn, my-company-*' } },
  { outcome: 'inspected', inputs: { mode: 'inspect' } },
  { outcome: 'dry-run', inputs: { 'dry-run': 'true' } },
  { outcome: 'skipped', inputs: { 'min-size': '1.5GiB' } },
  { outcome: 'nothing-to-do', inputs: { mode: 'remove', package: 'numpy==1.26.4' } },
  { outcome: 'disabled', inputs: {}, env: { PIP_NO_CACHE_DIR: '1' } },
];

describe('docs/report.schema.json', () => {
  it.each(runs)(
    'describes the report of a run that ends as $outcome with $inputs',
    async ({ outcome, inputs, env }) => {
      const { step, cacheDir } = fixture();
      const run = await step({ 'expect-cache-dir': cacheDir, ...inputs }, { env: env ?? {} });
      expect(run.code).toBe(0);
      const report = reportIn(run);
      expect(report.outcome).toBe(outcome);
      expect(problems(report)).toEqual([]);
    },
  );

  it('describes the report of a run that ends as incomplete', () => {
    expect(problems(incompleteReport())).toEqual([]);
  });

  it('names every field that a report has, with a description', async () => {
    const { step } = fixture();
    const report = reportIn(await step({}));
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(report).sort());
    for (const [name, field] of Object.entries(schema.properties)) {
      expect(field, name).toHaveProperty('description');
    }
  });

  it.each<[string, (report: ReturnType<typeof incompleteReport>) => void, string]>([
    ['a field that is missing', (report) => delete report.total.removed.diskBytes, '/total/removed must have required'],
    ['a field too many', (report) => Object.assign(report, { extra: 1 }), ' must NOT have additional properties'],
    [
      'a number as text',
      (report) => Object.assign(report.areas.http.before, { bytes: '300' }),
      '/areas/http/before/bytes',
    ],
    ['half a byte', (report) => Object.assign(report.areas.wheels.after, { bytes: 0.5 }), '/areas/wheels/after/bytes'],
    ['a negative count', (report) => Object.assign(report.finished, { files: -1 }), '/finished/files must be >= 0'],
    ['an unknown outcome', (report) => Object.assign(report, { outcome: 'done' }), '/outcome must be equal to one'],
    ['an unknown area', (report) => Object.assign(report.areas, { selfcheck: {} }), '/areas must NOT have additional'],
    ['a size of no unit', (report) => Object.assign(report, { freed: '517' }), '/freed must match pattern'],
  ])('does not accept %s', (_what, change, problem) => {
    const report = incompleteReport();
    change(report);
    expect(problems(report).join('\n')).toContain(problem);
  });
});
