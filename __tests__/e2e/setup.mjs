// @ts-check
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installTool } from '../../scripts/lib/tools.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs act, and makes a checkout for it: the current files of this repository, committed or not.
 *
 * @param {{ provide(key: 'act' | 'checkout', value: string): void }} project
 */
export default async function setup(project) {
  project.provide('act', await installTool('act'));
  project.provide('checkout', checkout());
  return removeTemporaryDirectories;
}

function checkout() {
  const folder = temporaryDirectory('checkout');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const path of String(listed).split('\0').filter(Boolean)) {
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(folder, path), { verbatimSymlinks: true });
  }
  /** @param {string[]} args */
  const git = (...args) => execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  git('init', '--initial-branch=main');
  git('remote', 'add', 'origin', 'https://github.com/OWNER/reset-pip-cache');
  git('add', '--all');
  git('-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', 'commit', '--quiet', '--message=As it is');
  return folder;
}
