import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { registerReset, resetAfterFailure } from '../../../src/steps/on-failure/steps.js';
import { runResetStep } from '../../../src/steps/reset-step.js';
import { readFileCommands } from '../../support/file-commands.mjs';
import { splitLines } from '../../support/lines.mjs';
import { temporaryDirectory } from '../../support/temporary-directory.mjs';
import { readStepLog } from '../../support/workflow-commands.mjs';
import { plainLines, printed } from './printed.js';

const SYSTEM_PATH = process.env.PATH ?? '';
const WORKSPACE = '/home/me/work';
const CACHE = '/home/me/.cache/pip';

/** The lines of shell that an interpreter runs for each command of pip, and when it is asked for pip's version. */
export interface Answers {
  readonly dir?: string;
  readonly info?: string;
  readonly purge?: string;
  readonly configuration?: string;
  readonly version?: string;
}

/** A machine for one or more steps, whose interpreters are shell scripts. */
export interface Machine {
  /** The directory that stands for the root of its file system. */
  readonly root: string;
  /** pip's cache directory. */
  readonly cache: string;
  /** Writes an interpreter with these permissions. */
  interpreter(path: string, answers?: Answers, mode?: number): void;
  makeDirectory(path: string): void;
}

/** How a step runs. */
export interface StepOptions {
  readonly step?: typeof runResetStep;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** What a step left. */
export interface StepResult {
  /** What it printed, as it is printed on a runner. */
  readonly lines: string[];
  /** The lines that are neither commands nor pip's. */
  readonly said: string[];
  readonly annotations: string[];
  /** What it saved for its post step. */
  readonly state: Record<string, string>;
}

/** What a runner starts. */
export const steps = { reset: runResetStep, register: registerReset, post: resetAfterFailure };

/** A machine with one Python 3 on PATH that has a pip 24.0. */
export function machine(answers: Answers = {}): Machine {
  const root = temporaryDirectory('machine');
  const made: Machine = {
    root,
    cache: join(root, CACHE),
    interpreter(path, given = {}, mode = 0o755) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, program({ dir: `echo '${join(root, CACHE)}'`, ...given }));
      chmodSync(file, mode);
    },
    makeDirectory: (path) => void mkdirSync(join(root, path), { recursive: true }),
  };
  for (const path of [WORKSPACE, '/tmp', '/usr/bin']) made.makeDirectory(path);
  made.interpreter('/usr/bin/python3', answers);
  return made;
}

function program({ dir = '', info = '', purge = '', configuration = '', version = 'echo 24.0' }: Answers): string {
  return `#!/bin/sh
case "$*" in
'-m pip cache dir') ${dir || ':'} ;;
'-m pip cache info') ${info || ':'} ;;
'-m pip cache purge') ${purge || ':'} ;;
'-m pip config list') ${configuration || ':'} ;;
'-c '*) ${version} ;;
*) exit 1 ;;
esac
`;
}

/** Runs a step of the action in this process. */
export async function run({ root }: Machine, options: StepOptions = {}): Promise<StepResult> {
  const { step = runResetStep, inputs = {}, state = {}, signal = new AbortController().signal } = options;
  const files = { GITHUB_OUTPUT: join(root, 'output'), GITHUB_STATE: join(root, 'state') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const bin = join(root, 'usr/bin');
  const env: Record<string, string | undefined> = {
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: join(root, WORKSPACE),
    HOME: join(root, '/home/me'),
    PATH: `${bin}:${SYSTEM_PATH}`,
    RUNNER_TEMP: join(root, '/tmp'),
    TMPDIR: join(root, '/tmp'),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.env,
  };
  // The action and its libraries read these from this process. The interpreters' own programs are on the other PATH.
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'HOME', 'TMPDIR']) vi.stubEnv(name, env[name]);
  vi.stubEnv('PATH', bin);
  const text = await printed(() => step(env, signal));
  vi.unstubAllEnvs();
  const { log, groups, annotations } = readStepLog(splitLines(text));
  const grouped = new Set(groups.flatMap(({ lines }) => lines));
  const plain = (lines: readonly string[]) => plainLines(lines.join('\n'), root);
  return {
    // The interpreters here are scripts, so that each command has a process of its own, which a debug message explains.
    lines: plain(splitLines(text).filter((line) => !line.startsWith('::debug::'))),
    said: plain(log.filter((line) => !grouped.has(line) && !line.startsWith('##['))),
    annotations: annotations.map(({ message }) => plain([message]).join('\n')),
    state: readFileCommands(readFileSync(files.GITHUB_STATE, 'utf8')),
  };
}
