// @ts-check

/**
 * Splits the text of a stream into lines like .NET's ReadLine: at \r\n, \n and \r. The last line needs no line break.
 *
 * @param {(line: string) => void} onLine receives each line without its line break
 * @returns {{ push: (text: string) => void, end: () => void }}
 */
export function lineSplitter(onLine) {
  let rest = '';
  return {
    push(text) {
      // A \r at the end is kept, because it may be the first half of \r\n.
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    },
    end() {
      if (rest !== '') onLine(rest.replace(/\r$/, ''));
      rest = '';
    },
  };
}

/**
 * Splits a text into lines, like `lineSplitter`.
 *
 * @param {string} text
 * @returns {string[]} the lines without their line breaks
 */
export function splitLines(text) {
  /** @type {string[]} */
  const lines = [];
  const splitter = lineSplitter((line) => lines.push(line));
  splitter.push(text);
  splitter.end();
  return lines;
}
