// @ts-check

/** @typedef {{ name: string, properties: Record<string, string>, message: string }} Command `name` in lower case */
/** @typedef {'error' | 'warning' | 'notice' | 'forbidden'} Level 'forbidden': obsolete commands, bad stop tokens */
/** @typedef {{ level: Level, message: string, properties: Record<string, string> }} Annotation */
/** @typedef {{ title: string, lines: string[] }} Group */

/**
 * @typedef {object} StepLog what a runner makes of the lines that a step prints
 * @property {string[]} log the lines that the web log shows, masked
 * @property {Annotation[]} annotations
 * @property {Group[]} groups
 * @property {string[]} debug messages of `debug` commands; the web log shows them only when somebody asked for it
 * @property {string[]} masks what the log hides, stop tokens included
 * @property {string[]} ignoredWhileStopped lines that would have been commands, had commands not been stopped; the
 *   log has them too
 * @property {boolean} stopped whether commands were still stopped after the last line
 */

const STOP = 'stop-commands';
const FORBIDDEN = new Set(['set-output', 'save-state', 'set-env', 'add-path']);
const SILENT = new Set(['error', 'warning', 'notice', 'add-mask', 'debug']); // not shown again by `echo`
const KNOWN = new Set([...FORBIDDEN, ...SILENT, STOP, 'group', 'endgroup', 'add-matcher', 'remove-matcher', 'echo']);

/**
 * Reads a step's lines, those of stdout and of stderr in one row, as the runner does: it obeys commands of both
 * syntaxes, and none while commands are stopped. Not imitated: problem matchers, and the runner's own `[command]`
 * prefix.
 * @param {Iterable<string>} lines without line ends
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
  function obey({ name, properties, message }, line) {
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
      obey(command, line);
    }
  }
  step.stopped = token !== undefined;
  return step;
}

/**
 * The command that the runner sees in a line: `::name key=value,key=value::message` after leading white space, or
 * else `##[name key=value;key=value]message` at the first `##[` anywhere in it.
 * @param {string} line
 * @param {(name: string) => boolean} [isRegistered] gets names in lower case
 * @returns {Command | undefined}
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
  /** @type {Map<string, [string, string]>} by name in lower case: names match in any case, the last one wins */
  const properties = new Map();
  for (const part of text.split(separator)) {
    // .NET's Split with RemoveEmptyEntries: `=` before the name, and more than one after it, don't count.
    const [, name, value] = /^=*([^=]+)=+(.+)$/s.exec(part) ?? [];
    if (name === undefined || value === undefined) continue;
    const known = properties.get(name.toLowerCase());
    properties.set(name.toLowerCase(), [known?.[0] ?? name, unescaped(value, escapes)]);
  }
  return Object.fromEntries(properties.values());
}

/** @typedef {[escaped: string, meant: string][]} Escapes in the order in which the runner replaces them */

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
  return escapes.reduce((result, [escaped, meant]) => result.replaceAll(escaped, meant), text);
}

// What .NET's Trim and TrimStart take for white space: unlike JavaScript's \s with U+0085 and without U+FEFF.
const WHITE_SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING_WHITE_SPACE = new RegExp(`^${WHITE_SPACE}+`);
const TRAILING_WHITE_SPACE = new RegExp(`${WHITE_SPACE}+$`);

/** @param {string} text */
function trimWhiteSpace(text) {
  return text.replace(LEADING_WHITE_SPACE, '').replace(TRAILING_WHITE_SPACE, '');
}
