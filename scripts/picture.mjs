// @ts-check
// npm run picture: takes docs/summary.png, the picture of a job summary in the README. The newest pip, in a virtual environment
// below .cache/, fills a throw-away cache; dist/ resets it as a runner would start it. Needs Python, Chromium, and a package
// registry that pip can upgrade itself from.
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
// What the picture shows has no random name in it, so that taking it again changes as little as possible.
const scene = join(tmpdir(), 'pip-cache-demo');
const python = { command: join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python') };
const cacheDir = join(scene, 'pip');
const home = join(scene, 'home');

const base = await findPython();
run(base.command, '-m', 'venv', '--upgrade-deps', venv);
mkdirSync(scene);
try {
  const before = await filledCache({ python, cacheDir, home });
  const inputs = { 'python-path': python.command };
  const step = await runAction({
    entry: join(root, 'dist', 'index.js'),
    inputs,
    env: { PIP_CACHE_DIR: cacheDir },
    home,
    temp: scene,
  });
  if (step.code !== 0 || step.outputs['bytes-removed'] !== String(before.bytes)) {
    throw new Error(`the reset did not end as it should:\n${step.log.join('\n')}`);
  }
  const markdown = join(scene, 'summary.md');
  writeFileSync(markdown, step.summary);
  run(process.execPath, join(root, 'scripts', 'render-summary.mjs'), markdown, join(root, 'docs', 'summary.png'));
} finally {
  rmSync(scene, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Runs a program to its end, showing what it prints.
 *
 * @param {string} command
 * @param {...string} args
 */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw error ?? new Error(`${[command, ...args].join(' ')} ended with ${status}`);
}
