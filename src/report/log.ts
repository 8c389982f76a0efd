import { EOL } from 'node:os';
import { visible } from './visible.js';

/** Where the step's words go. All that is passed in may hold others' text. */
export interface Log {
  /** One line. */
  say(line: string): void;
  /** What a program printed, folded under a title. */
  group(title: string, words: string): void;
  /** An annotation on the run's page. */
  warning(message: string): void;
  /** An annotation on the run's page. Does not end the step. */
  error(message: string): void;
}

/**
 * The log of a runner: groups and annotations are the runner's commands. Between stop-commands tokens it obeys nothing, so that
 * the words of pip, which may hold a package's text, can't command it. The token can't be guessed.
 *
 * `@actions/core` has no stop-commands, and to load it makes a refused input take half as long again: the few commands are written here.
 */
export const runnerLog: Log = {
  // Our lines don't begin with others' words; should one ever, it is not taken for a command.
  say: (line) => print(visible(line).replace(/^\s*::/, '\\x3a:')),
  group(title, words) {
    const token = crypto.randomUUID();
    command('group', title);
    command('stop-commands', token);
    print(words.trimEnd());
    command(token, '');
    command('endgroup', '');
  },
  warning: (message) => command('warning', message),
  error: (message) => command('error', message),
};

// A command's value can't have line breaks, and `%` begins an escape in it (actions/runner, ActionCommand.cs).
function command(name: string, value: string): void {
  print(`::${name}::${visible(value).replaceAll('%', '%25')}`);
}

/** The same for a person at a terminal. */
export const terminalLog: Log = {
  say: (line) => print(visible(line)),
  group(title, words) {
    print(visible(title));
    for (const line of words.trimEnd().split(/\r\n|[\r\n]/)) print(`  ${visible(line)}`);
  },
  warning: (message) => print(`Warning: ${visible(message)}`),
  error: (message) => print(`Error: ${visible(message)}`),
};

function print(line: string): void {
  process.stdout.write(line + EOL);
}
