// @ts-check

/**
 * Splits a stream's text into lines as .NET's ReadLine does: at \r\n, \n and \r; the last line needs no line end.
 * @param {(line: string) => void} onLine gets each line without its end
 * @returns {{ push: (text: string) => void, end: () => void }}
 */
export function lineSplitter(onLine) {
  let rest = '';
  return {
    push(text) {
      // A \r at the end stays: it may be the first half of \r\n.
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
 * @param {string} text
 * @returns {string[]} its lines, without their ends
 */
export function splitLines(text) {
  /** @type {string[]} */
  const lines = [];
  const splitter = lineSplitter((line) => lines.push(line));
  splitter.push(text);
  splitter.end();
  return lines;
}
