import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../../src/inputs/inputs.js';
import { type MarkdownNode, rowsOf, textOf } from '../../support/markdown.js';

const NAMES = ['OWNER/reset-pip-cache@v1', 'OWNER/reset-pip-cache/on-failure@v1'];

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

interface ActionFile {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, { description: string }>;
  branding: object;
  author: string;
  runs: Record<string, string>;
}

const action: ActionFile = parse(read('action.yml'));
const onFailure: ActionFile = parse(read('on-failure/action.yml'));
const readme = unified().use(remarkParse).use(remarkGfm).parse(read('README.md'));

/** The rows of the first table below a heading, each a list of its cells' texts, without the headings. */
function tableUnder(heading: string): string[][] {
  const nodes: readonly MarkdownNode[] = readme.children;
  const start = nodes.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const table = nodes.slice(start).find((node) => node.type === 'table');
  if (start < 0 || !table) throw new Error(`README.md has no table under "${heading}"`);
  return rowsOf(table).slice(1);
}

/** The recipes: the text of each block of YAML. */
const recipes = readme.children.flatMap((node) => (node.type === 'code' && node.lang === 'yaml' ? [node.value] : []));

interface Step {
  readonly id?: string;
  readonly uses: string;
  readonly with?: Record<string, unknown>;
}

/** Every mapping with `uses` in it, however deep. */
function stepsIn(value: unknown): Step[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'uses' in value && typeof value.uses === 'string' ? [value as Step] : [];
  return [...own, ...Object.values(value).flatMap(stepsIn)];
}

describe('README.md', () => {
  it('lists the inputs of action.yml, in its order, with its defaults', () => {
    const listed = tableUnder('Inputs').map(([name, byDefault]) => [name, byDefault]);
    expect(listed).toEqual(Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']));
  });

  it('lists the outputs of action.yml, in its order', () => {
    expect(tableUnder('Outputs').map(([name]) => name)).toEqual(Object.keys(action.outputs));
  });

  it('lists the outcomes that action.yml describes, in its order', () => {
    const listed = tableUnder('Outcomes').map(([name = '']) => name);
    const described = action.outputs.outcome?.description ?? '';
    expect(described.match(/\b[a-z-]+(?= \()|dry-run/g)).toEqual(listed);
  });

  it('says of every input and output what it means', () => {
    for (const row of [...tableUnder('Inputs'), ...tableUnder('Outputs')]) expect(row.at(-1), row[0]).toMatch(/\.$/);
  });

  it('has recipes, with each of the actions', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(9);
    for (const name of NAMES) expect(recipes.join('\n')).toContain(`uses: ${name}\n`);
  });

  it.each(recipes)(
    'has a recipe that gives only inputs that there are, and reads only outputs that there are:\n%s',
    (text) => {
      const ours = stepsIn(parse(text, { strict: true })).filter(({ uses }) => uses.includes('reset-pip-cache'));
      expect(ours).not.toEqual([]);
      for (const step of ours) {
        expect(NAMES).toContain(step.uses);
        for (const [name, value] of Object.entries(step.with ?? {})) {
          expect(Object.keys(action.inputs)).toContain(name);
          expect(['string', 'boolean']).toContain(typeof value);
        }
      }
      const ids = ours.flatMap(({ id, uses }) => (id === undefined || uses !== NAMES[0] ? [] : [id]));
      for (const [, id = '', output] of text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
        if (ids.includes(id)) expect(Object.keys(action.outputs)).toContain(output);
      }
    },
  );

  it.each(recipes)('has a recipe whose inputs are accepted:\n%s', (text) => {
    for (const step of stepsIn(parse(text)).filter(({ uses }) => NAMES.includes(uses))) {
      // The runner gives an action its inputs as text, with the defaults of action.yml.
      const given = (name: string) => String(step.with?.[name] ?? action.inputs[name]?.default ?? '').trim();
      expect(() => readInputs(given)).not.toThrow();
    }
  });
});

describe('action.yml', () => {
  it('has the defaults that an empty input has', () => {
    const withDefaults = readInputs((name) => action.inputs[name]?.default ?? '');
    expect(withDefaults).toEqual(readInputs(() => ''));
  });

  it('has every input that is read, and no other', () => {
    const asked = new Set<string>();
    readInputs((name) => {
      asked.add(name);
      return '';
    });
    expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort());
  });
});

describe('on-failure/action.yml', () => {
  it('has the inputs of action.yml, with their defaults and descriptions, in their order', () => {
    expect(Object.entries(onFailure.inputs)).toEqual(Object.entries(action.inputs));
    const { author, branding } = onFailure;
    expect({ author, branding }).toEqual({ author: action.author, branding: action.branding });
  });

  it('has no outputs, which no step could read', () => {
    expect(Object.keys(onFailure).sort()).toEqual(['author', 'branding', 'description', 'inputs', 'name', 'runs']);
  });

  it('runs on the same Node, and its post step when the job has failed', () => {
    expect(onFailure.runs).toEqual({
      using: action.runs.using,
      main: '../dist/on-failure/main.js',
      post: '../dist/on-failure/post.js',
      'post-if': 'failure()',
    });
  });
});
