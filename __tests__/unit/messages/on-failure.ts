import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { block, section, situations, subsection } from './document.js';
import { type Answers, machine, run, type StepOptions, steps } from './machine.js';

const NOT_OURS = "WARNING: The directory '/home/me/.cache/pip' or its parent directory is not owned or is not writable";
const DISABLED = 'echo "ERROR: pip cache commands can not function since cache is disabled." >&2; exit 1';

type Said = readonly [situation: string, ...messages: string[]];
type Registered = readonly [situation: string, options: StepOptions & { readonly answers?: Answers }];

const REGISTERED: readonly Registered[] = [
  ['A purge', {}],
  ['A purge of a cache that is large enough', { inputs: { 'min-size': '2GB' } }],
  ['A dry run', { inputs: { 'dry-run': 'true' } }],
  ['A removal', { inputs: { mode: 'remove', package: 'numpy, my-company-*' } }],
  ['A removal of built wheels', { inputs: { mode: 'remove', package: 'numpy', 'built-wheels-only': 'true' } }],
  ['An inspection', { inputs: { mode: 'inspect' } }],
  ["pip's cache is turned off", { answers: { dir: DISABLED } }],
  ['pip refuses to use its cache', { answers: { dir: `echo "${NOT_OURS}" >&2; ${DISABLED}` } }],
  ['The runner gives no file for the state', { env: { GITHUB_STATE: undefined } }],
  ['The inputs are too long for the state', { inputs: { mode: 'remove', package: 'a'.repeat(33_000) } }],
];

/** What can be wrong with a state: changes to one that is right. */
const UNREADABLE: readonly (readonly [situation: string, state: (right: Record<string, unknown>) => unknown])[] = [
  ['It is no JSON', () => ' '],
  ['It is no object', () => []],
  ['Another version wrote it', (right) => ({ ...right, version: 2 })],
  ['There is more in it', (right) => ({ ...right, more: 1 })],
  ['Its inputs are no object', (right) => ({ ...right, inputs: [] })],
  ['An input is missing', (right) => ({ ...right, inputs: {} })],
  ['Its interpreter is a name', (right) => ({ ...right, interpreter: 'python3' })],
  ['Its cache directory is a relative path', (right) => ({ ...right, cacheDirectory: 'cache' })],
];

/** What the steps of `on-failure` say. */
export async function onFailure(): Promise<string> {
  return section(
    'on-failure',
    subsection('Its main step', situations(...(await registrations()))),
    subsection(
      'Its post step, when the job has failed',
      "The log is the same as that of a step, with a note and the report's path.",
      block(await postLog()),
    ),
    subsection(
      "Its post step, when it can't reset the cache",
      'Each but the first is a warning.',
      situations(...(await postSteps())),
    ),
  );
}

async function registrations(): Promise<Said[]> {
  const entries: Said[] = [];
  for (const [situation, { answers, ...options }] of REGISTERED) {
    const { said, annotations } = await run(machine(answers), { step: steps.register, ...options });
    entries.push([situation, ...said, ...annotations]);
  }
  return entries;
}

/** The log of a post step, as a runner gets it. */
async function postLog(): Promise<string[]> {
  const made = machine();
  const { state } = await run(made, { step: steps.register });
  return (await run(made, { step: steps.post, state })).lines;
}

async function postSteps(): Promise<Said[]> {
  const made = machine();
  const { state } = await run(made, { step: steps.register });
  const [[name = '', value = '{}'] = []] = Object.entries(state);
  const post = async (situation: string, saved: Readonly<Record<string, string>>): Promise<Said> => {
    const { said, annotations } = await run(made, { step: steps.post, state: saved });
    return [situation, ...said, ...annotations];
  };
  const entries = [await post('The main step has failed', {})];
  for (const [situation, changed] of UNREADABLE) {
    const wrong = changed(JSON.parse(value));
    entries.push(await post(situation, { [name]: typeof wrong === 'string' ? wrong : JSON.stringify(wrong) }));
  }
  made.interpreter('/usr/bin/python3', { dir: 'echo /home/me/other' });
  entries.push(await post("pip's cache has moved", state));
  made.interpreter('/usr/bin/python3', { dir: DISABLED });
  const { state: off } = await run(made, { step: steps.register });
  made.interpreter('/usr/bin/python3');
  entries.push(await post("pip's cache has been turned on", off));
  rmSync(join(made.root, 'usr/bin/python3'));
  entries.push(await post('The interpreter is gone', state));
  return entries;
}
