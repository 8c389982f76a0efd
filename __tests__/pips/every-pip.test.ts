import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { fillCache } from '../support/fill-cache.mjs';
import { fingerprint } from '../support/fingerprint.mjs';
import { builtWheels, entry } from '../support/fixture.js';
import { cleanPipEnvironment, type Python } from '../support/python.mjs';
import { type RunResult, runAction } from '../support/runner.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    pips: Python[];
    everyPipsCache: string;
    index: { url: string; trustedHost: string };
  }
}

const pips = inject('pips');
const AREAS = ['http', 'http-v2', 'wheels'];
const NUMBERS = ['before', 'after', 'removed'].flatMap((when) => [`files-${when}`, `bytes-${when}`]);

/** How a step ended with one pip: what must be the same with every other. */
interface Ended {
  readonly outcome: string | undefined;
  readonly numbers: Record<string, string | undefined>;
  readonly left: string[];
}

const endings = new Map<string, Map<string, Ended>>();
const table: Record<string, Record<string, string | number>> = {};

/** A copy of the cache, and steps in it with one pip. */
function copied(python: Python) {
  const temp = temporaryDirectory('pip');
  const home = join(temp, 'home');
  const cacheDir = join(home, 'cache');
  cpSync(inject('everyPipsCache'), cacheDir, { recursive: true });
  const outside = () => fingerprint(cacheDir, AREAS).filter((line) => !/^(selfcheck\.json)? /.test(line));
  const untouched = outside();
  const step = async (inputs: Record<string, string>, env: Record<string, string> = {}) => {
    const before = countCache(cacheDir);
    const run = await runAction({
      entry,
      home,
      temp,
      inputs: { 'python-path': python.command, ...inputs },
      env: { ...cleanPipEnvironment({ home, cacheDir }), ...env },
    });
    expect(run.annotations).toEqual([]);
    expect(run.code).toBe(0);
    expect(outside()).toEqual(untouched);
    if (run.outputs.outcome !== 'disabled') expectTrue(run, before, countCache(cacheDir));
    return run;
  };
  return { cacheDir, home, step };
}

/** Holds the outputs against an independent count. */
function expectTrue({ outputs }: RunResult, before: ReturnType<typeof countCache>, after: typeof before): void {
  expect(outputs).toMatchObject({
    'files-before': String(before.files),
    'bytes-before': String(before.bytes),
    'files-after': String(after.files),
    'bytes-after': String(after.bytes),
  });
  // In a dry run, all of it would go.
  const gone = (name: 'files' | 'bytes' | 'directories' | 'diskBytes') =>
    String(before[name] - (outputs.outcome === 'dry-run' ? 0 : after[name]));
  expect(outputs).toMatchObject({
    'files-removed': gone('files'),
    'bytes-removed': gone('bytes'),
    'directories-removed': gone('directories'),
  });
  // A directory that stays may shrink.
  if (after.directories === 0) expect(outputs['disk-bytes-freed']).toBe(gone('diskBytes'));
}

/** Notes how a step ended with a pip, to be compared. */
function note(python: Python, name: string, { outputs }: RunResult, cacheDir: string): void {
  const left = AREAS.flatMap((area) => below(join(cacheDir, area)).map((path) => join(area, path))).sort();
  const numbers = Object.fromEntries([...NUMBERS, 'directories-removed'].map((name) => [name, outputs[name]]));
  const ofStep = endings.get(name) ?? new Map<string, Ended>();
  ofStep.set(`pip ${python.pipVersion} (${python.command})`, { outcome: outputs.outcome, numbers, left });
  endings.set(name, ofStep);
}

function below(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch {
    return ['(not there)'];
  }
}

// What such a pip's own purge leaves of this cache, for the sentence about it.
const LEAVES: [since: number, words: string][] = [
  [20.3, 'files in http (pip 20.3 would not have)'],
  [23.3, 'files in http-v2'],
  [26.0, 'files in wheels'],
  [26.2, ' directories (' /* 26.2, or pip 26.2 would not have */],
];

interface Step {
  readonly name: string;
  readonly inputs: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly outcome: string;
  /** The wheels that are left, by distribution and version. */
  readonly wheels: readonly string[];
}

const COMPANY = ['My.Company_Web-3.1', 'my_company_core-3.0'];
const WHEELS = ['Foo.Bar-1.2', 'Foo.Bar-1.20', ...COMPANY, 'PyYAML-6.0', 'scikit_learn-1.5.0'].sort();

const remove = (how: string, names: string, outcome: string, wheels: readonly string[]): Step => ({
  name: `remove, ${how}`,
  inputs: { mode: 'remove', package: names },
  outcome,
  wheels,
});
const purge = (env: Record<string, string>, outcome: string, wheels: readonly string[]): Step => ({
  name: `purge, ${JSON.stringify(env)}`,
  inputs: {},
  env,
  outcome,
  wheels,
});

const STEPS: Step[] = [
  { name: 'dry run', inputs: { 'dry-run': 'true' }, outcome: 'dry-run', wheels: WHEELS },
  remove('as people write it', 'PyYAML, Foo.Bar, scikit-learn, my-company-core', 'reset', ['My.Company_Web-3.1']),
  remove('in small letters', 'pyyaml, foo-bar, scikit_learn, my_company.core', 'reset', ['My.Company_Web-3.1']),
  remove('in capitals', 'PYYAML, FOO-._BAR, SCIKIT.LEARN, My-Company-*', 'reset', []),
  remove(
    'one version',
    'foo.bar==1.2',
    'reset',
    WHEELS.filter((wheel) => wheel !== 'Foo.Bar-1.2'),
  ),
  remove('what is not there', 'foo', 'nothing-to-do', WHEELS),
  purge({ PIP_QUIET: '2' }, 'reset', []),
  purge({ PIP_VERBOSE: '1', FORCE_COLOR: '1' }, 'reset', []),
  purge({ PIP_NO_CACHE_DIR: '0' }, 'disabled', WHEELS),
];

afterAll(removeTemporaryDirectories);
afterAll(() => console.table(table));

describe.concurrent.each(pips)('pip $pipVersion on Python $version', (python) => {
  it('purges everything, finds nothing then, and goes on to cache', async () => {
    const { step, cacheDir, home } = copied(python);
    const first = await step({});
    expect(first.outputs.outcome).toBe('reset');
    note(python, 'purge', first, cacheDir);
    for (const [since, words] of LEAVES) {
      expect(first.summary.includes(words), words).toBe(Number.parseFloat(python.pipVersion) < since);
    }
    const report = JSON.parse(readFileSync(first.outputs.report ?? '', 'utf8'));
    table[`${python.pipVersion} (${python.version})`] = {
      'removed by pip': Number(first.outputs['files-removed']) - report.finished.files,
      'finished: files': report.finished.files,
      'finished: directories': report.finished.directories,
      stays: countCache(cacheDir).files,
      seconds: Math.round(report.milliseconds / 100) / 10,
    };

    const second = await step({});
    expect(second.outputs.outcome).toBe('nothing-to-do');
    note(python, 'second purge', second, cacheDir);

    await fillCache({ python, cacheDir, home, index: inject('index'), downloads: ['alpha'], wheels: ['PyYAML'] });
    expect(countCache(cacheDir).byArea.wheels.files).toBeGreaterThan(0);
    expect(countCache(cacheDir).files).toBeGreaterThan(countCache(cacheDir).byArea.wheels.files);
    const filled = countCache(cacheDir);
    const third = await runAction({
      entry,
      home,
      inputs: { 'python-path': python.command },
      env: cleanPipEnvironment({ home, cacheDir }),
    });
    expect(third.outputs.outcome).toBe('reset');
    expectTrue(third, filled, countCache(cacheDir));
    expect(countCache(cacheDir)).toMatchObject({ files: 0, directories: 0 });
  });

  it.each(STEPS)('$name', async ({ name, inputs, env, outcome, wheels }) => {
    const { step, cacheDir } = copied(python);
    const run = await step(inputs, env);
    expect(run.outputs.outcome).toBe(outcome);
    const left = builtWheels(cacheDir).map((wheel) => wheel.replace(/-py3-none-any\.whl$/, ''));
    expect([...new Set(left)]).toEqual(wheels);
    note(python, name, run, cacheDir);
  });
});

describe('all pips', () => {
  it.each(['purge', 'second purge', ...STEPS.map(({ name }) => name)])('end the same: %s', (name) => {
    const [[first, expected] = ['', undefined], ...others] = endings.get(name) ?? [];
    expect(others.length).toBe(pips.length - 1);
    for (const [pip, ended] of others) expect(ended, `${pip} and ${first}`).toEqual(expected);
  });
});
