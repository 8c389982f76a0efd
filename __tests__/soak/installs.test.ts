import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { countCache } from '../support/count.mjs';
import { syntheticResponses } from '../support/fill-cache.mjs';
import { fingerprint } from '../support/fingerprint.mjs';
import { entry } from '../support/fixture.js';
import { startGate } from '../support/gate.mjs';
import { startPackageIndex } from '../support/package-index.mjs';
import { installedPips, PIPS_FOLDER } from '../support/pips.mjs';
import { cleanPipEnvironment, type Python, runPip } from '../support/python.mjs';
import { runAction } from '../support/runner.mjs';
import { seededNumbers } from '../support/seeded.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 100);
const SEED = process.env.SOAK_SEED ?? 'soak';
const PIPS = ['24.0', 'newest'];

/** Earliest and latest start of the installs and of the reset, in milliseconds from the start of a round. */
const SCHEDULES = [
  { installs: [0, 400], reset: [0, 800] },
  { installs: [0, 400], reset: [400, 1200] },
  // The installs start while pip purges.
  { installs: [300, 800], reset: [0, 0] },
] as const;
/** Longest additional duration of a build, in milliseconds. */
const LONGEST_BUILD = 150;

/** The packages of each install: from cached responses, built during the install, or from wheels built before. */
const WANTED = [
  ['built-one', 'built-two'],
  ['built-one', 'ready-one'],
];

const AREAS = ['http', 'http-v2', 'wheels'].map((area) => join('cache', area));

afterAll(removeTemporaryDirectories);

/** Makes a home directory with a cache, and with files that the action must not change. */
function home(temp: string): string {
  const directory = join(temp, 'home');
  const strangers = ['cache/selfcheck/some-interpreter', 'cache/stranger.txt', 'cache/http-v3/a/b', 'project/pip.py'];
  for (const path of strangers) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), path);
  }
  symlinkSync('../project', join(directory, 'cache', 'link'));
  mkdirSync(join(directory, 'cache', 'empty'));
  return directory;
}

function median(numbers: readonly number[]): number {
  return Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);
}

it(`${ROUNDS} rounds of installs during resets: none fails, and nothing else changes`, async () => {
  const started = performance.now();
  const temp = temporaryDirectory('soak');
  const directory = home(temp);
  const cacheDir = join(directory, 'cache');
  const env = cleanPipEnvironment({ home: directory, cacheDir });
  // A separate home directory, because an install runs other programs to get their versions, and these may write files.
  const envOfInstalls = cleanPipEnvironment({ home: join(temp, 'home-of-installs'), cacheDir });
  const pythons: Python[] = await installedPips(PIPS_FOLDER, PIPS);

  const builds = seededNumbers(`builds ${SEED}`);
  const gate = await startGate(() => later(LONGEST_BUILD * builds()));
  const index = await startPackageIndex({
    projects: [
      { name: 'ready-one', versions: ['1.0'], payloadBytes: 200_000 },
      ...['built-one', 'built-two'].map((name) => ({
        name,
        versions: ['1.0'],
        kind: 'sdist' as const,
        gate: gate.url,
      })),
    ],
  });
  const source = ['--no-deps', '--no-compile', '--index-url', index.url, '--trusted-host', index.trustedHost];

  const installs: { pip: string; code: number | null; milliseconds: number }[] = [];
  const resets: { outcome: string; waited: boolean; ended: boolean; milliseconds: number }[] = [];
  const problems: string[] = [];

  async function install(python: Python, names: readonly string[], target: string) {
    const begun = performance.now();
    const args = ['install', '--target', target, ...source, ...names];
    const { code, stdout, stderr } = await runPip(python, args, { env: envOfInstalls, cwd: join(temp, 'beside') });
    installs.push({ pip: python.pipVersion, code, milliseconds: performance.now() - begun });
    const missing = names.filter((name) => !existsSync(join(target, name.replaceAll('-', '_'), 'data.bin')));
    if (code !== 0 || missing.length > 0)
      problems.push(`pip ${python.pipVersion} install: ${code}\n${stdout}${stderr}`);
    rmSync(target, { recursive: true, force: true });
  }

  async function reset(python: Python) {
    const run = await runAction({
      entry,
      home: directory,
      temp,
      cwd: join(directory, 'project'),
      env,
      inputs: { 'python-path': python.command },
      timeoutMs: 120_000,
    });
    const outcome = run.outputs.outcome ?? 'none';
    const waited = run.stdout.includes('At work on this cache: ');
    const ended = run.stdout.includes(' was ended, since ');
    resets.push({ outcome, waited, ended, milliseconds: run.durationMs });
    const saysWhy =
      run.code === 1 && /Still at work on .+: pip \w+ \(process \d+\)/.test(run.annotations[0]?.message ?? '');
    const fine = outcome === 'incomplete' ? saysWhy : run.code === 0 && /^(reset|nothing-to-do)$/.test(outcome);
    if (!fine) problems.push(`pip ${python.pipVersion} reset: ${run.code} ${outcome}\n${run.stdout}${run.stderr}`);
  }

  const before = fingerprint(directory, AREAS);
  const delays = seededNumbers(`delays ${SEED}`);
  const within = ([earliest, latest]: readonly [number, number]) => earliest + (latest - earliest) * delays();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      syntheticResponses(cacheDir, 20, { seed: round });
      const schedule = SCHEDULES[round % SCHEDULES.length] ?? SCHEDULES[0];
      const python = (which: number) => pythons[(round + which) % pythons.length] as Python;
      await Promise.all([
        ...WANTED.map((names, which) =>
          later(within(schedule.installs)).then(() => install(python(which), names, join(temp, `target-${which}`))),
        ),
        later(within(schedule.reset)).then(() => reset(python(0))),
      ]);
    }
    await reset(pythons[0] as Python);
  } finally {
    await index.close();
    await gate.close();
  }

  console.log(
    `Seed ${SEED}: ${ROUNDS} rounds in ${Math.round((performance.now() - started) / 1000)} s; ` +
      `median of an install ${median(installs.map(({ milliseconds }) => milliseconds))} ms, ` +
      `of a reset ${median(resets.map(({ milliseconds }) => milliseconds))} ms`,
  );
  console.table(
    Object.fromEntries(
      pythons.map(({ pipVersion }) => {
        const ofPip = installs.filter(({ pip }) => pip === pipVersion);
        const failed = ofPip.filter(({ code }) => code !== 0).length;
        return [`installs with pip ${pipVersion}`, { ok: ofPip.length - failed, failed }];
      }),
    ),
  );
  console.table(
    Object.fromEntries(
      [...new Set(resets.map(({ outcome }) => outcome))].map((outcome) => {
        const ended = resets.filter((one) => one.outcome === outcome);
        const count = (what: 'waited' | 'ended') => ended.filter((one) => one[what]).length;
        return [`resets: ${outcome}`, { count: ended.length, waited: count('waited'), 'ended pip': count('ended') }];
      }),
    ),
  );
  expect(problems).toEqual([]);
  expect(fingerprint(directory, AREAS)).toEqual(before);
  expect(countCache(cacheDir)).toMatchObject({ files: 0, directories: 0 });
});
