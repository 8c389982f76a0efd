// @ts-check npm run picture: renders docs/inspect.png and docs/summary.png, the job summaries shown in the README. The
//   newest pip, in a virtual environment below .cache/, fills a temporary cache, then dist/ inspects and resets it as
//   if started by a runner. Needs Python, Chromium, and access to PyPI and npm for pip and mermaid.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPython } from '../__tests__/support/python.mjs';
import { runAction } from '../__tests__/support/runner.mjs';
import { filledCache } from './lib/filled-cache.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const venv = join(root, '.cache', 'picture', 'venv');
// A fixed path, because it appears in the pictures, and they should change as little as possible.
const folder = join(tmpdir(), 'pip-cache-demo');
const python = { command: join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python') };
const cacheDir = join(folder, 'pip');
const home = join(folder, 'home');

const base = await findPython();
run(base.command, '-m', 'venv', '--upgrade-deps', venv);
// GitHub renders pie charts with mermaid. It is too large to be installed by every `npm ci`.
run(
  'npm',
  'install',
  '--prefix',
  join(root, '.cache', 'picture'),
  '--no-save',
  '--ignore-scripts',
  '--silent',
  'mermaid@12.3.0',
);
mkdirSync(folder);
try {
  const before = await filledCache({ python, cacheDir, home });
  const inspection = await step({ mode: 'inspect' });
  if (inspection.outputs['bytes-before'] !== String(before.bytes)) {
    throw new Error(`the inspection did not end as it should:\n${inspection.log.join('\n')}`);
  }
  picture(inspection.summary, 'inspect');
  const reset = await step({});
  if (reset.code !== 0 || reset.outputs['bytes-removed'] !== String(before.bytes)) {
    throw new Error(`the reset did not end as it should:\n${reset.log.join('\n')}`);
  }
  picture(reset.summary, 'summary');
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** @param {Record<string, string>} inputs */
function step(inputs) {
  return runAction({
    entry: join(root, 'dist', 'index.js'),
    inputs: { 'python-path': python.command, ...inputs },
    env: { PIP_CACHE_DIR: cacheDir },
    home,
    temp: folder,
  });
}

/**
 * Renders a job summary to docs/.
 *
 * @param {string} summary
 * @param {string} name name of the PNG, without its extension
 */
function picture(summary, name) {
  const markdown = join(folder, `${name}.md`);
  writeFileSync(markdown, summary);
  const mermaid = join(root, '.cache', 'picture', 'node_modules', 'mermaid', 'dist', 'mermaid.min.js');
  const program = join(root, 'scripts', 'render-summary.mjs');
  run(process.execPath, program, markdown, join(root, 'docs', `${name}.png`), '--mermaid', mermaid);
}

/**
 * Runs a program and shows its output.
 *
 * @param {string} command
 * @param {...string} args
 * @throws {Error} if the program can't be started or fails
 */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw error ?? new Error(`${[command, ...args].join(' ')} ended with ${status}`);
}
