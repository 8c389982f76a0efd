import { join } from 'node:path';
import { section, situations } from './document.js';
import { type Answers, type Machine, machine, run, type StepOptions, steps } from './machine.js';
import { pretended } from './pretended.js';

/** A step that refuses: on a machine with these answers, after this was done to it. */
interface Refused extends StepOptions {
  readonly answers?: Answers;
  readonly prepare?: (machine: Machine) => void;
}

const NO_CACHE_COMMAND = `echo 'ERROR: unknown command "cache"' >&2; exit 1`;

const INTERPRETER: readonly (readonly [string, Refused])[] = [
  [
    'No interpreter works',
    {
      answers: { dir: 'echo "python3: no version is set" >&2; exit 126' },
      prepare: ({ interpreter }) => {
        interpreter('/usr/bin/py', { dir: 'exit 127' });
        interpreter('/home/me/work/.venv/bin/python', { dir: 'echo "$0: No module named pip" >&2; exit 1' });
      },
      env: { pythonLocation: '/opt/python', VIRTUAL_ENV: '.venv' },
    },
  ],
  ['`python-path` is a name that is not on PATH', { inputs: { 'python-path': 'python3.12' } }],
  ['`python-path` leads nowhere', { inputs: { 'python-path': '.venv/bin/python' } }],
  [
    "`python-path` is a file that can't be executed",
    {
      inputs: { 'python-path': './python' },
      prepare: ({ interpreter }) => interpreter('/home/me/work/python', {}, 0o644),
    },
  ],
  [
    '`python-path` is another program',
    {
      inputs: { 'python-path': 'ruby' },
      prepare: ({ interpreter }) => interpreter('/usr/bin/ruby', { version: 'exit 1' }),
    },
  ],
  [
    '`python-path` begins with `~/`, and there is no home directory',
    {
      inputs: { 'python-path': '~/.venv/bin/python' },
      env: { HOME: undefined },
      prepare: () => {
        pretended.accountHome = 'no account';
      },
    },
  ],
  [
    '`python-path` is a directory',
    { inputs: { 'python-path': '.venv' }, prepare: ({ makeDirectory }) => makeDirectory('/home/me/work/.venv') },
  ],
  ['There is no pip', { answers: { dir: 'echo "$0: No module named pip" >&2; exit 1' } }],
  ['pip is too old', { answers: { dir: NO_CACHE_COMMAND, version: 'echo 20.0.2' } }],
  ['pip is too old to report its version', { answers: { dir: NO_CACHE_COMMAND, version: 'exit 1' } }],
  ['`pip cache dir` fails', { answers: { dir: 'echo "ERROR: Could not open requirements file" >&2; exit 2' } }],
  ['`pip cache dir` is ended', { answers: { dir: 'kill -9 $$' } }],
  ['`pip cache dir` prints more than one line', { answers: { dir: 'echo /a; echo /b' } }],
];

const prints = (directory: string): Answers => ({ dir: `echo '${directory}'` });

const CACHE_DIRECTORY: readonly (readonly [string, Refused])[] = [
  ['Not the directory that `expect-cache-dir` names', { inputs: { 'expect-cache-dir': '~/.cache/other' } }],
  ['A setting that pip does not print as it is', { env: { PIP_CACHE_DIR: '/home/me/.cache/pip\r' } }],
  ['A relative path', { answers: prints('some/where') }],
  ['The root', { answers: prints('/') }],
  ['The home directory', { answers: { dir: 'echo "$HOME"' } }],
  ['A parent of the home directory', { answers: { dir: 'echo "$(dirname "$HOME")"' } }],
  [
    'The home directory of the account',
    {
      answers: { dir: 'echo "$(dirname "$HOME")/account"' },
      prepare: ({ root }) => {
        pretended.accountHome = join(root, 'home/account');
      },
    },
  ],
  ['The workspace', { answers: { dir: 'echo "$GITHUB_WORKSPACE"' } }],
];

// An error that is none of the action's own.
const unforeseen: typeof steps.reset = (env, signal) => {
  const get = () => {
    throw new Error('<what was thrown>');
  };
  return steps.reset(Object.defineProperty({ ...env }, 'GITHUB_WORKSPACE', { get }), signal);
};

const OTHERS: readonly (readonly [string, Refused])[] = [
  ['No temporary directory can be made', { env: { RUNNER_TEMP: '/nowhere', TMPDIR: '/nowhere' } }],
  ['The job is cancelled before anything is deleted', { signal: AbortSignal.abort() }],
  ['Anything else', { step: unforeseen }],
];

/** The error annotation of each step that stops before it deletes anything, but for its inputs. */
export async function refusedSteps(): Promise<string> {
  return [
    section('The interpreter and its pip', await refusals(INTERPRETER)),
    section('The cache directory', 'What pip reports is not a directory to clear.', await refusals(CACHE_DIRECTORY)),
    section('Other errors', await refusals(OTHERS)),
  ].join('\n\n');
}

async function refusals(cases: readonly (readonly [string, Refused])[]): Promise<string> {
  const entries: [string, ...string[]][] = [];
  for (const [situation, { answers, prepare, ...options }] of cases) {
    const made = machine(answers);
    prepare?.(made);
    const { annotations } = await run(made, options);
    pretended.accountHome = undefined;
    entries.push([situation, ...annotations]);
  }
  return situations(...entries);
}
