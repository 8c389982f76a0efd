import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { entry } from '../support/fixture.js';
import { temporaryDirectory } from '../support/temporary-directory.mjs';

/** The id of the account `nobody`, which has no privileges. */
export const NOBODY = 65_534;

/** Runs a command as root, by sudo if necessary. sudo must not ask for a password. */
export function asRoot(...command: string[]): void {
  if (process.getuid?.() === 0) execFileSync(command[0] as string, command.slice(1));
  else execFileSync('sudo', ['-n', ...command]);
}

/** Mounts a file system in memory while `work` runs. */
export async function withMemoryDisk(path: string, options: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(path, { recursive: true });
  asRoot('mount', '-t', 'tmpfs', '-o', `mode=777,${options}`, 'tmpfs', path);
  try {
    await work();
  } finally {
    asRoot('umount', '--lazy', path);
  }
}

/** The programs that run a step as an unprivileged user. */
export interface Unprivileged {
  /** A script that runs Node as that user. */
  readonly node: string;
  /** The entry point of the action. */
  readonly entry: string;
  /** A Python whose pip that user can run. */
  readonly python: string;
}

/**
 * Returns the programs that run a step as an unprivileged user, copied to where that user can read them if necessary.
 *
 * @param user the user's number, which need not be that of an account.
 */
export function unprivileged(user = NOBODY): Unprivileged {
  const python = inject('python').command;
  if (process.getuid?.() !== 0) return { node: process.execPath, entry, python };
  const directory = temporaryDirectory('unprivileged');
  chmodSync(directory, 0o755);
  cpSync(dirname(entry), join(directory, 'dist'), { recursive: true });
  copyFileSync(process.execPath, join(directory, 'node-itself'));
  const node = join(directory, 'node');
  const drop = `setpriv --reuid=${user} --regid=${user} --clear-groups`;
  writeFileSync(node, `#!/bin/sh\nexec ${drop} "${join(directory, 'node-itself')}" "$@"\n`, { mode: 0o755 });
  const runs = (candidate: string) =>
    spawnSync('setpriv', [...drop.split(' ').slice(1), candidate, '-m', 'pip', '--version'], { cwd: '/' }).status === 0;
  const reachable = [python, '/usr/bin/python3'].find(runs);
  if (reachable === undefined) {
    throw new Error(
      `an unprivileged user can run no pip, neither of ${python} nor of /usr/bin/python3: install python3-pip`,
    );
  }
  return { node, entry: join(directory, 'dist', 'index.js'), python: reachable };
}
