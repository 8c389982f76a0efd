import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { fillCache } from '../support/fill-cache.mjs';
import { fingerprint } from '../support/fingerprint.mjs';
import { builtWheels, entry } from '../support/fixture.js';
import { cleanPipEnvironment, type Python, runPip } from '../support/python.mjs';
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

/** The results of a step with one pip, which must be the same with every other pip. */
interface StepResult {
  readonly outcome: string | undefined;
  readonly numbers: Record<string, string | undefined>;
  readonly left: string[];
}

const resultsByStep = new Map<string, Map<string, StepResult>>();
const table: Record<string, Record<string, string | number>> = {};

/** Copies the cache. Returns a function that runs steps in the copy with one pip. */
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
    if (run.outputs.outcome !== 'disabled') expectCorrect(run, before, countCache(cacheDir));
    return run;
  };
  return { cacheDir, home, step };
}

/** Compares the outputs with an independent count. */
function expectCorrect({ outputs }: RunResult, before: ReturnType<typeof countCache>, after: typeof before): void {
  expect(outputs).toMatchObject({
    'files-before': String(before.files),
    'bytes-before': String(before.bytes),
    'files-after': String(after.files),
    'bytes-after': String(after.bytes),
  });
  // In a dry run, everything would be removed.
  const removed = (name: 'files' | 'bytes' | 'directories' | 'diskBytes') =>
    String(before[name] - (outputs.outcome === 'dry-run' ? 0 : after[name]));
  expect(outputs).toMatchObject({
    'files-removed': removed('files'),
    'bytes-removed': removed('bytes'),
    'directories-removed': removed('directories'),
  });
  // A directory that is kept may shrink.
  if (after.directories === 0) expect(outputs['disk-bytes-freed']).toBe(removed('diskBytes'));
}

/** Records the result of a step with a pip, to compare it with those of other pips. */
function record(python: Python, name: string, { outputs }: RunResult, cacheDir: string): void {
  const left = AREAS.flatMap((area) => below(join(cacheDir, area)).map((path) => join(area, path))).sort();
  const numbers = Object.fromEntries([...NUMBERS, 'directories-removed'].map((name) => [name, outputs[name]]));
  const ofStep = resultsByStep.get(name) ?? new Map<string, StepResult>();
  ofStep.set(`pip ${python.pipVersion} (${python.command})`, { outcome: outputs.outcome, numbers, left });
  resultsByStep.set(name, ofStep);
}

/** The addresses in each origin.json of a cache. */
function originsOf(cacheDir: string): string[] {
  return below(join(cacheDir, 'wheels'))
    .filter((path) => path.endsWith('origin.json'))
    .map((path) => JSON.parse(readFileSync(join(cacheDir, 'wheels', path), 'utf8')).url);
}

function below(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch {
    return ['(not there)'];
  }
}

// What `pip cache purge` leaves behind in this cache before a version of pip, as the summary describes it.
const LEFT_BEHIND: [before: number, phrase: string][] = [
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
  /** The wheels that are kept: name and version. */
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
  remove('in the usual spelling', 'PyYAML, Foo.Bar, scikit-learn, my-company-core', 'reset', ['My.Company_Web-3.1']),
  remove('in lower case', 'pyyaml, foo-bar, scikit_learn, my_company.core', 'reset', ['My.Company_Web-3.1']),
  remove('in capitals', 'PYYAML, FOO-._BAR, SCIKIT.LEARN, My-Company-*', 'reset', []),
  remove(
    'one version',
    'foo.bar==1.2',
    'reset',
    WHEELS.filter((wheel) => wheel !== 'Foo.Bar-1.2'),
  ),
  remove('no match', 'foo', 'nothing-to-do', WHEELS),
  purge({ PIP_QUIET: '2' }, 'reset', []),
  purge({ PIP_VERBOSE: '1', FORCE_COLOR: '1' }, 'reset', []),
  purge({ PIP_NO_CACHE_DIR: '0' }, 'disabled', WHEELS),
];

afterAll(removeTemporaryDirectories);
afterAll(() => console.table(table));

describe.concurrent.each(pips)('pip $pipVersion on Python $version', (python) => {
  it('purges everything, finds nothing the second time, and can fill the cache again', async () => {
    const { step, cacheDir, home } = copied(python);
    const first = await step({});
    expect(first.outputs.outcome).toBe('reset');
    record(python, 'purge', first, cacheDir);
    for (const [version, phrase] of LEFT_BEHIND) {
      expect(first.summary.includes(phrase), phrase).toBe(Number.parseFloat(python.pipVersion) < version);
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
    record(python, 'second purge', second, cacheDir);

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
    expectCorrect(third, filled, countCache(cacheDir));
    expect(countCache(cacheDir)).toMatchObject({ files: 0, directories: 0 });
  });

  it.each([
    ['all of it', {}],
    ['built wheels alone', { 'built-wheels-only': 'true' }],
  ])('removes the origin.json that its own removal leaves: %s', async (what, inputs) => {
    const { step, cacheDir, home } = copied(python);
    const env = cleanPipEnvironment({ home, cacheDir });
    const { code } = await runPip(python, ['cache', 'remove', '*[yY][aA][mM][lL]'], { env, cwd: home });
    expect(code).toBe(0);
    expect(builtWheels(cacheDir).filter((name) => /yaml/i.test(name))).toEqual([]);
    const left = originsOf(cacheDir).filter((address) => /yaml/i.test(address)).length;
    // Of pips that write it, 26.0 and later remove it themselves.
    expect(left).toBe(Number.parseFloat(python.pipVersion) < 26 ? 1 : 0);
    const others = originsOf(cacheDir).length - left;
    const run = await step({ mode: 'remove', package: 'PyYAML', ...inputs });
    expect(originsOf(cacheDir).filter((address) => /yaml/i.test(address))).toEqual([]);
    expect(originsOf(cacheDir)).toHaveLength(others);
    expect(run.outputs.outcome).toBe(left > 0 || what === 'all of it' ? 'reset' : 'nothing-to-do');
  });

  it.each(STEPS)('$name', async ({ name, inputs, env, outcome, wheels }) => {
    const { step, cacheDir } = copied(python);
    const run = await step(inputs, env);
    expect(run.outputs.outcome).toBe(outcome);
    const left = builtWheels(cacheDir).map((wheel) => wheel.replace(/-py3-none-any\.whl$/, ''));
    expect([...new Set(left)]).toEqual(wheels);
    record(python, name, run, cacheDir);
  });
});

describe('all pips', () => {
  it.each(['purge', 'second purge', ...STEPS.map(({ name }) => name)])('have the same result: %s', (name) => {
    const [[first, expected] = ['', undefined], ...others] = resultsByStep.get(name) ?? [];
    expect(others.length).toBe(pips.length - 1);
    for (const [pip, result] of others) expect(result, `${pip} and ${first}`).toEqual(expected);
  });
});
