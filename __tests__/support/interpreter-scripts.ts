import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { moduleDirectory } from './modules.js';
import { temporaryDirectory } from './temporary-directory.mjs';

/** A shell script in an interpreter's place. */
export function interpreterScript(body: string): string {
  const path = join(temporaryDirectory('script'), 'python');
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}

/**
 * Shell by which an interpreter does not run the program that runs all of pip's commands: each is run in a process of
 * its own.
 */
export const ONE_BY_ONE = 'case "$1" in *run_pip.py) exit 1 ;; esac';

/** A script in the interpreter's place that counts its starts. */
export interface CountingInterpreter {
  readonly path: string;
  /** The arguments of each start, in order. */
  readonly starts: () => string[];
}

/**
 * @param command the interpreter that it runs.
 * @param body shell that it runs first.
 */
export function countingInterpreter(command: string, body = ''): CountingInterpreter {
  const file = join(temporaryDirectory('starts'), 'starts');
  const path = interpreterScript(`echo "$*" >> "${file}"\n${body}\nexec "${command}" "$@"`);
  return { path, starts: () => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []) };
}

// pip configures its logging at the beginning of each command, in whichever process it runs.
const BEFORE_COMMANDS = `
import logging.config, os, signal, sys, time
real = logging.config.dictConfig
def configure(*args, **kwargs):
    meets(" ".join(sys.argv[1:]))
    return real(*args, **kwargs)
logging.config.dictConfig = configure
`;

/**
 * An environment in which the real pip runs Python of a test at the beginning of each command.
 *
 * @param meets the body of a function that gets the command, such as "cache info".
 */
export function beforeCommands(meets: string): { PYTHONPATH: string } {
  const body = meets.trim().replaceAll('\n', '\n    ');
  const program = `${BEFORE_COMMANDS}def meets(command):\n    ${body}\n`;
  return { PYTHONPATH: moduleDirectory({ 'sitecustomize.py': program }) };
}
