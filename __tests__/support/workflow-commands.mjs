// @ts-check

/** @typedef {{ name: string, properties: Record<string, string>, message: string }} Command `name` in lower case */
/** @typedef {'error' | 'warning' | 'notice' | 'forbidden'} Level 'forbidden': obsolete commands, invalid stop tokens */
/** @typedef {{ level: Level, message: string, properties: Record<string, string> }} Annotation */
/** @typedef {{ title: string, lines: string[] }} Group */

/**
 * @typedef {object} StepLog how a runner interprets the lines that a step prints
 * @property {string[]} log the lines that the web log shows, masked
 * @property {Annotation[]} annotations
 * @property {Group[]} groups
 * @property {string[]} debug messages of `debug` commands, which the web log shows only if debug logging is enabled
 * @property {string[]} masks texts that the log hides, including stop tokens
 * @property {string[]} ignoredWhileStopped lines that would have been commands if commands had not been stopped; they
 *   are in the log too
 * @property {boolean} stopped whether commands were still stopped after the last line
 */

const STOP = 'stop-commands';
const FORBIDDEN = new Set(['set-output', 'save-state', 'set-env', 'add-path']);
const SILENT = new Set(['error', 'warning', 'notice', 'add-mask', 'debug']); // not affected by `echo`
const KNOWN = new Set([...FORBIDDEN, ...SILENT, STOP, 'group', 'endgroup', 'add-matcher', 'remove-matcher', 'echo']);

/**
 * Interprets the lines of a step, from stdout and stderr together, like the runner does. It executes commands in both
 * syntaxes, but none while commands are stopped. Problem matchers and the runner's own `[command]` prefix are not
 * supported.
 *
 * @param {Iterable<string>} lines without line breaks
 * @returns {StepLog}
 */
export function readStepLog(lines) {
  /** @type {StepLog} */
  const step = { log: [], annotations: [], groups: [], debug: [], masks: [], ignoredWhileStopped: [], stopped: false };
  /** @type {string | undefined} */
  let token;
  /** @type {Group | undefined} */
  let group;
  let echo = false;

  /** @param {string} name */
  const isRegistered = (name) => KNOWN.has(name) || name === token;

  /** @param {string} text */
  const masked = (text) => step.masks.reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);

  /** @param {string} text */
  function show(text) {
    for (const line of masked(text).split(/\r\n|\n|\r/)) {
      step.log.push(line);
      group?.lines.push(line);
    }
  }

  /**
   * @param {Level} level
   * @param {string} message
   * @param {Record<string, string>} [properties]
   */
  function annotate(level, message, properties = {}) {
    step.annotations.push({ level, message: masked(message), properties });
    show(`##[${level === 'forbidden' ? 'error' : level}]${message}`);
  }

  /** @param {string} secret */
  function mask(secret) {
    if (secret.trim() === '') {
      annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
      return;
    }
    const parts = secret.split(/[\r\n]+/).map((part) => part.trim());
    step.masks.push(secret, ...parts.filter(Boolean));
  }

  /** @param {string} wanted */
  function stop(wanted) {
    const name = wanted.toLowerCase();
    if (name === '' || name === 'pause-logging' || KNOWN.has(name)) {
      annotate('forbidden', `no token to stop commands with: "${wanted}"`);
      return;
    }
    token = name;
    if (wanted.length > 6) step.masks.push(wanted);
  }

  /**
   * @param {Command} command
   * @param {string} line
   */
  function execute({ name, properties, message }, line) {
    if (echo && !SILENT.has(name)) show(line);
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        annotate(name, message, properties);
        break;
      case 'debug':
        step.debug.push(masked(message));
        break;
      case 'add-mask':
        mask(message);
        break;
      case 'group':
        group = undefined;
        show(`##[group]${message}`);
        group = { title: masked(message), lines: [] };
        step.groups.push(group);
        break;
      case 'endgroup':
        group = undefined;
        show('##[endgroup]');
        break;
      case 'echo':
        if (/^(on|off)$/i.test(message.trim())) echo = message.trim().toLowerCase() === 'on';
        else annotate('error', `Unable to process command '${line}' successfully.`);
        break;
      default:
        if (FORBIDDEN.has(name)) annotate('forbidden', `Unable to process command '${line}' successfully.`, properties);
    }
  }

  for (const line of lines) {
    const command = parseCommand(line, isRegistered);
    if (!command) {
      show(line);
    } else if (token !== undefined && command.name === token) {
      show(line);
      token = undefined;
    } else if (token !== undefined) {
      step.ignoredWhileStopped.push(line);
      show(line);
    } else if (command.name === STOP) {
      stop(command.message);
      if (token !== undefined) show(line);
    } else {
      execute(command, line);
    }
  }
  step.stopped = token !== undefined;
  return step;
}

/**
 * Parses a line as a command like the runner does: `::name key=value,key=value::message` after leading white space, or
 * else `##[name key=value;key=value]message` at the first `##[` anywhere in it.
 *
 * @param {string} line
 * @param {(name: string) => boolean} [isRegistered] receives names in lower case
 * @returns {Command | undefined} undefined if the line is not a command
 */
export function parseCommand(line, isRegistered = (name) => KNOWN.has(name)) {
  return parseColons(line, isRegistered) ?? parseBrackets(line, isRegistered);
}

/**
 * @param {string} line
 * @param {(name: string) => boolean} isRegistered
 */
function parseColons(line, isRegistered) {
  const trimmed = line.replace(LEADING_WHITE_SPACE, '');
  if (!trimmed.startsWith('::')) return undefined;
  const end = trimmed.indexOf('::', 2);
  if (end < 0) return undefined;
  const { name, rest } = nameAndRest(trimmed.slice(2, end));
  if (!isRegistered(name)) return undefined;
  const properties = readProperties(trimWhiteSpace(rest), ',', COLON_PROPERTY_ESCAPES);
  return { name, properties, message: unescaped(trimmed.slice(end + 2), COLON_MESSAGE_ESCAPES) };
}

/**
 * @param {string} line
 * @param {(name: string) => boolean} isRegistered
 */
function parseBrackets(line, isRegistered) {
  const start = line.indexOf('##[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, rest } = nameAndRest(line.slice(start + 3, end));
  if (!isRegistered(name)) return undefined;
  const properties = readProperties(rest, ';', BRACKET_ESCAPES);
  return { name, properties, message: unescaped(line.slice(end + 1), BRACKET_ESCAPES) };
}

/** @param {string} text */
function nameAndRest(text) {
  const space = text.indexOf(' ');
  if (space < 0) return { name: text.toLowerCase(), rest: '' };
  return { name: text.slice(0, space).toLowerCase(), rest: text.slice(space + 1) };
}

/**
 * @param {string} text
 * @param {string} separator
 * @param {Escapes} escapes
 */
function readProperties(text, separator, escapes) {
  /** @type {Map<string, [string, string]>} by name in lower case: names are case-insensitive, and the last one wins */
  const properties = new Map();
  for (const part of text.split(separator)) {
    // .NET's Split with RemoveEmptyEntries ignores `=` before the name and repeated `=` after it.
    const [, name, value] = /^=*([^=]+)=+(.+)$/s.exec(part) ?? [];
    if (name === undefined || value === undefined) continue;
    const known = properties.get(name.toLowerCase());
    properties.set(name.toLowerCase(), [known?.[0] ?? name, unescaped(value, escapes)]);
  }
  return Object.fromEntries(properties.values());
}

/** @typedef {[escaped: string, character: string][]} Escapes in the order in which the runner replaces them */

/** @type {Escapes} */
const COLON_MESSAGE_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];

/** @type {Escapes} */
const COLON_PROPERTY_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

/** @type {Escapes} */
const BRACKET_ESCAPES = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

/**
 * @param {string} text
 * @param {Escapes} escapes
 */
function unescaped(text, escapes) {
  return escapes.reduce((result, [escaped, character]) => result.replaceAll(escaped, character), text);
}

// The white space that .NET's Trim and TrimStart remove. Unlike JavaScript's \s, it includes U+0085 and not U+FEFF.
const WHITE_SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING_WHITE_SPACE = new RegExp(`^${WHITE_SPACE}+`);
const TRAILING_WHITE_SPACE = new RegExp(`${WHITE_SPACE}+$`);

/** @param {string} text */
function trimWhiteSpace(text) {
  return text.replace(LEADING_WHITE_SPACE, '').replace(TRAILING_WHITE_SPACE, '');
}
