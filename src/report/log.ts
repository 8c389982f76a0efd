import { EOL } from 'node:os';
import { visible } from './visible.js';

/** The log of the step. All texts may contain untrusted text, such as paths and output of pip. */
export interface Log {
  /** Writes a line. */
  say(line: string): void;
  /** Writes the output of a program, folded under a title. */
  group(title: string, output: string): void;
  /** Adds a warning annotation to the run. */
  warning(message: string): void;
  /** Adds an error annotation to the run. Does not end the step. */
  error(message: string): void;
  /** Writes a line that is shown only if debug logging is enabled. */
  debug(message: string): void;
}

/**
 * The log of a runner. Groups and annotations are workflow commands. Workflow commands are disabled (`stop-commands`)
 * while pip's output is printed, because it may contain text from a package. They are enabled again by a random token.
 *
 * The commands are written here, because `@actions/core` has no `stop-commands`, and loading it would make a step with
 * a refused input take half as long again.
 */
export const runnerLog: Log = {
  // The action's own lines never start with untrusted text. If one did, it must not become a command.
  say: (line) => print(visible(line).replace(/^\s*::/, '\\x3a:')),
  group(title, output) {
    const token = crypto.randomUUID();
    command('group', title);
    command('stop-commands', token);
    print(output.trimEnd());
    command(token, '');
    command('endgroup', '');
  },
  warning: (message) => command('warning', message),
  error: (message) => command('error', message),
  debug: (message) => command('debug', message),
};

// The value of a command has no line breaks, and `%` starts an escape sequence in it (actions/runner,
// ActionCommand.cs).
function command(name: string, value: string): void {
  print(`::${name}::${visible(value).replaceAll('%', '%25')}`);
}

/** The log of a terminal: plain text without workflow commands. */
export const terminalLog: Log = {
  say: (line) => print(visible(line)),
  group(title, output) {
    print(visible(title));
    for (const line of output.trimEnd().split(/\r\n|[\r\n]/)) print(`  ${visible(line)}`);
  },
  warning: (message) => print(`Warning: ${visible(message)}`),
  error: (message) => print(`Error: ${visible(message)}`),
  debug() {},
};

function print(line: string): void {
  process.stdout.write(line + EOL);
}
