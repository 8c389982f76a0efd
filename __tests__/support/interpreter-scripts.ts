import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { moduleDirectory } from './modules.js';
import { temporaryDirectory } from './temporary-directory.mjs';

/** Writes a shell script that replaces an interpreter. Returns its path. */
export function interpreterScript(body: string): string {
  const path = join(temporaryDirectory('script'), 'python');
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}

/** Shell code that makes an interpreter refuse run_pip.py, so that each command of pip gets a separate process. */
export const ONE_BY_ONE = 'case "$1" in *run_pip.py) exit 1 ;; esac';

/** A script that replaces an interpreter and records its starts. */
export interface CountingInterpreter {
  readonly path: string;
  /** The arguments of each start, in order. */
  readonly starts: () => string[];
}

/**
 * Writes a script that records its starts and runs an interpreter.
 *
 * @param command the interpreter.
 * @param body shell code that runs before the interpreter.
 */
export function countingInterpreter(command: string, body = ''): CountingInterpreter {
  const file = join(temporaryDirectory('starts'), 'starts');
  const path = interpreterScript(`echo "$*" >> "${file}"\n${body}\nexec "${command}" "$@"`);
  return { path, starts: () => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []) };
}

// pip configures its logging at the start of each command, whether the command has its own process or not.
const BEFORE_COMMANDS = `
import logging.config, os, signal, sys, time
real = logging.config.dictConfig
def configure(*args, **kwargs):
    before(" ".join(sys.argv[1:]))
    return real(*args, **kwargs)
logging.config.dictConfig = configure
`;

/**
 * Returns an environment in which the real pip runs Python code of a test at the start of each command.
 *
 * @param code the body of a function with the parameter `command`, such as "cache info".
 */
export function beforeCommands(code: string): { PYTHONPATH: string } {
  const body = code.trim().replaceAll('\n', '\n    ');
  const program = `${BEFORE_COMMANDS}def before(command):\n    ${body}\n`;
  return { PYTHONPATH: moduleDirectory({ 'sitecustomize.py': program }) };
}
