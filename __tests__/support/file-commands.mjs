// @ts-check

/**
 * Parses a file that a step wrote for the runner (GITHUB_OUTPUT, GITHUB_STATE, GITHUB_ENV): lines `name=value`, and
 * values of several lines between `name<<DELIMITER` and `DELIMITER`.
 *
 * @param {string} text
 * @param {object} [options]
 * @param {boolean} [options.windows] whether \r\n ends a line, in addition to \n
 * @returns {Record<string, string>} values by name; the last one if a name occurs twice
 * @throws {Error} if the runner would fail the step
 */
export function readFileCommands(text, { windows = process.platform === 'win32' } = {}) {
  /** @type {Map<string, string>} */
  const values = new Map();
  let rest = text.replace(/^\uFEFF/, '');

  /** @returns {{ content: string, end: string } | undefined} the next line; `end` is empty when the file ends there */
  function nextLine() {
    if (rest === '') return undefined;
    const [, content = '', end = ''] = /** @type {RegExpExecArray} */ (/^([^\n]*)(\n?)/.exec(rest));
    rest = rest.slice(content.length + end.length);
    if (windows && end && content.endsWith('\r')) return { content: content.slice(0, -1), end: '\r\n' };
    return { content, end };
  }

  for (let line = nextLine(); line; line = nextLine()) {
    const { content } = line;
    if (content === '') continue;
    const equals = content.indexOf('=');
    const heredoc = content.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`a value without a name: ${content}`);
      values.set(content.slice(0, equals), content.slice(equals + 1));
    } else if (heredoc >= 0) {
      values.set(...readHeredoc(content.slice(0, heredoc), content.slice(heredoc + 2)));
    } else {
      throw new Error(`neither name=value nor name<<DELIMITER: ${content}`);
    }
  }
  return Object.fromEntries(values);

  /**
   * @param {string} name
   * @param {string} delimiter
   * @returns {[string, string]}
   */
  function readHeredoc(name, delimiter) {
    if (name === '' || delimiter === '') throw new Error(`no name or no delimiter: ${name}<<${delimiter}`);
    let value = '';
    let lastEnd = '';
    for (let line = nextLine(); line; line = nextLine()) {
      if (line.content === delimiter) return [name, value.slice(0, value.length - lastEnd.length)];
      if (line.end === '') break;
      value += line.content + line.end;
      lastEnd = line.end;
    }
    throw new Error(`${name}: the closing ${delimiter} is missing`);
  }
}

/**
 * Parses the file of GITHUB_PATH.
 *
 * @param {string} text
 * @returns {string[]} directories, in the order in which they were added
 */
export function readPathCommands(text) {
  return text.split(/\r\n|\n|\r/).filter(Boolean);
}
