import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { needsOf, type WorkflowStep, workflow, workflows } from '../../support/workflows.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const jobs = workflows().flatMap(({ file, jobs: byName }) =>
  Object.entries(byName).map(([name, job]) => ({ file, name, job, steps: job.steps ?? [] })),
);

describe('workflows', () => {
  it('take each action at one commit, and say which version that is', () => {
    const lines = workflows().flatMap(({ text }) =>
      [...text.matchAll(/uses: +([^.\s].*)$/gm)].map(([, used = '']) => used),
    );
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !/^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    const actions = [...new Set(lines)].map((line) => line.split('@')[0]);
    expect(actions.filter((action, at) => actions.indexOf(action) !== at)).toEqual([]);
  });

  it('have no expression in a shell', () => {
    const scripts = jobs.flatMap(({ steps }) => steps.map((step) => step.run ?? ''));
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  it('run nothing of this repository, and no action, where they may write', () => {
    const writing = jobs.filter(({ job }) => Object.values(job.permissions ?? {}).some((right) => right !== 'read'));
    expect(writing.map(({ file, name }) => `${file} ${name}`)).toEqual(['release.yml publish', 'release.yml major']);
    const carelessly = ({ uses, run = '' }: WorkflowStep) =>
      uses !== undefined || /\b(git|npm|npx|node|python3?|pip|curl|wget)\b(?!\/)/.test(run);
    expect(writing.flatMap(({ steps }) => steps.filter(carelessly))).toEqual([]);
  });
});

describe('ci.yml', () => {
  const { all, ...others } = workflow('ci.yml').jobs;

  it('has a last job that needs all others, and looks at how each of them ended', () => {
    expect(needsOf(all).sort()).toEqual(Object.keys(others).sort());
    expect(all?.if).toBe('always()');
    expect(all?.steps?.[0]?.env?.NEEDS).toContain('toJSON(needs)');
  });
});

describe('package.json', () => {
  const { engines } = JSON.parse(read('package.json'));
  /** The range of versions from 22.12 or 24 on, and below the next major version. */
  const fromEachOf = (versions: readonly unknown[]) => {
    const ranges = versions.map((version) => `^${`${version}.0.0`.split('.').slice(0, 3).join('.')}`);
    return ranges.sort().join(' || ');
  };

  it('allows the versions of Node on which ci.yml installs everything without a warning', () => {
    const installing = jobs.filter(({ steps }) => steps.some(({ run }) => run === 'npm ci --engine-strict'));
    const versions = installing.flatMap(({ file, steps }) =>
      steps.flatMap((step) => (file === 'ci.yml' ? (step.with?.['node-version'] ?? []) : [])),
    );
    expect(fromEachOf(versions)).toBe(engines.node);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('allows the versions of Node that %s names', (path) => {
    const [, ...versions] = /Node (22\.\d+) \(or a later 22\) or Node (24)/.exec(read(path)) ?? [];
    expect(fromEachOf(versions)).toBe(engines.node);
  });
});

describe('everything.yml', () => {
  it('alone runs .ci/run: at night, by hand and in a release, and not on each push', () => {
    const running = jobs.filter(({ steps }) => steps.some(({ run = '' }) => run.includes('.ci/run')));
    expect(running.map(({ file }) => file)).toEqual(['everything.yml']);
    expect([...workflow('everything.yml').events].sort()).toEqual(['schedule', 'workflow_call', 'workflow_dispatch']);
  });

  it.each(readdirSync(new URL('../..', import.meta.url)).filter((folder) => folder !== 'support'))(
    'runs the ring of tests %s, by .ci/run',
    (ring) => {
      const { scripts } = JSON.parse(read('package.json'));
      const names = [...read('.ci/run').matchAll(/^ring .* npm (?:run --silent )?([\w:]+)$/gm)].map(
        ([, name = '']) => name,
      );
      const commands = names.map((name) => scripts[name === 'cit' ? 'test' : name]);
      expect(commands.join(' ').split(' ')).toContain(ring);
    },
  );
});

describe('release.yml', () => {
  const { publish, major, ...before } = workflow('release.yml').jobs;

  it('publishes when all else has succeeded, all of CI and .ci/run included, and moves the major tag after that', () => {
    expect(needsOf(publish).sort()).toEqual(Object.keys(before).sort());
    const called = Object.values(before).map(({ uses }) => uses);
    expect(called).toContain('./.github/workflows/ci.yml');
    expect(called).toContain('./.github/workflows/everything.yml');
    expect(needsOf(major)).toEqual(['publish']);
    // Either would publish after a failure.
    expect([publish?.if, major?.if]).toEqual([undefined, undefined]);
  });
});
