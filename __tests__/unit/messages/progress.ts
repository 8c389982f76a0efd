import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { notExamined } from '../../../src/reset/observe.js';
import { placeOf, put, putResponse } from '../inventory/responses.js';
import { plant } from '../trees.js';
import { block, section, subsection } from './document.js';
import { machine, run, type StepResult, steps } from './machine.js';
import { pretended } from './pretended.js';

const INSTALL = { command: 'install', process: 4711 };

/** What a step prints while it is at work, and how that looks on a runner. */
export async function progress(): Promise<string> {
  const disturbed = await disturbedPurge();
  const title = disturbed.lines.find((line) => line.includes(', exit code ')) ?? '';
  const refused = await run(machine(), { inputs: { mode: 'clean' } });
  const notSaved = await run(machine(), { step: steps.register, env: { GITHUB_STATE: undefined } });
  return [
    section(
      'Progress',
      'A line that says how long or how far is printed every two seconds. Here they are in alphabetical order.',
      block(
        distinct([
          ...[disturbed, await removalOfDownloads()].flatMap(beforeResult),
          notExamined(new Error('ERR_WORKER_OUT_OF_MEMORY')),
        ]),
      ),
    ),
    section(
      'On a runner',
      'What a step prints, with commands to the runner.',
      subsection('A purge', block((await purge()).lines)),
      subsection('The title of a command of pip that fails', block([title])),
      subsection('An error and a warning', block([...refused.lines, ...notSaved.lines.slice(-1)])),
    ),
  ].join('\n\n');
}

async function purge(): Promise<StepResult> {
  const made = machine({
    info:
      'echo "Number of HTTP files: $(($(find "$CACHE" -type f | wc -l)))"; ' +
      'echo "Number of locally built wheels: 0"',
    purge: 'rm -r "$CACHE/http-v2"; echo "Files removed: 2"',
  });
  plant(made.cache, 'http-v2/a/1', 'http-v2/b/2');
  return run(made, { env: { CACHE: made.cache } });
}

/** A purge during which another pip starts, and works for a while. */
async function disturbedPurge(): Promise<StepResult> {
  const made = machine({ purge: 'rm -r "$CACHE/http-v2/a"; : > "$CACHE/started"; exec sleep 60' });
  plant(made.cache, 'http-v2/a/1', 'http-v2/b/2', 'http-v3/c');
  pretended.otherPips = () =>
    existsSync(join(made.cache, 'started')) && !isPrinted('Waiting for pip install') ? [INSTALL] : [];
  const result = await slowly(() => run(made, { env: { CACHE: made.cache } }));
  pretended.otherPips = () => [];
  return result;
}

function isPrinted(words: string): boolean {
  return vi.mocked(process.stdout.write).mock.calls.some(([text]) => String(text).includes(words));
}

/** A removal that reads an index page and follows its links, to a response that is damaged. */
async function removalOfDownloads(): Promise<StepResult> {
  const made = machine({ configuration: 'exit 1' });
  const file = 'https://files.example/numpy-2.0.0.tar.gz';
  const page = JSON.stringify({ files: [{ filename: 'numpy-2.0.0.tar.gz', url: file }], name: 'numpy' });
  putResponse(made.cache, 'https://pypi.org/simple/numpy/', page, {}, ['http-v2']);
  put(made.cache, placeOf('http-v2', file), 'damaged');
  return slowly(() => run(made, { inputs: { mode: 'remove', package: 'numpy' } }));
}

async function slowly<T>(work: () => Promise<T>): Promise<T> {
  pretended.slow = true;
  try {
    return await work();
  } finally {
    pretended.slow = false;
  }
}

function beforeResult({ said }: StepResult): string[] {
  const result = said.findIndex((line) => line.startsWith('Freed '));
  return said.slice(0, result);
}

/** Sorted, and of lines that differ in numbers only, the last. */
function distinct(lines: readonly string[]): string[] {
  return [...new Map(lines.map((line) => [line.replace(/\d+/g, '0'), line])).values()].sort();
}
