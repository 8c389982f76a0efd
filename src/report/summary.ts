import { htmlEscape } from 'escape-goat';
import type { Tally } from '../cache/tally.js';
import type { Result } from '../reset/result.js';
import { counted, humanDuration } from '../util/units.js';
import { explanation, headline, remainingLine, totals } from './explain.js';
import { notes } from './notes.js';
import { kindRows, projectPie, projectRows } from './projects.js';
import { type Row, tableOf } from './table.js';
import { oneLine } from './visible.js';

/** Characters of what one pip printed, and of all together, that a summary shows; GitHub takes 1 MiB at most. */
const WORDS_OF_ONE = 4000;
const WORDS_OF_ALL = 40_000;
const REMAINING_SHOWN = 10;

/**
 * The job summary. All of it is HTML without an empty line, which GitHub's markdown leaves alone, but for a picture; every value is escaped.
 */
export function summaryOf(result: Result): string {
  const lines = [
    `<h3>${text(headline(result))}</h3>`,
    `<p>${values(explanation(result), [result.cacheDirectory])}</p>`,
    ...remaining(result),
    ...table(result),
    ...inside(result),
    ...notes(result).map((note) => `<p>${values(note, [result.cacheDirectory])}</p>`),
    ...details(result),
  ];
  return `${lines.join('\n')}\n`;
}

function remaining(result: Result): string[] {
  if (result.remaining.length === 0) return [];
  const shown = result.remaining.slice(0, REMAINING_SHOWN).map((entry) => `<li>${code(remainingLine(entry))}</li>`);
  const rest = result.remaining.length - shown.length;
  return ['<ul>', ...shown, ...(rest > 0 ? [`<li>and ${rest} more</li>`] : []), '</ul>'];
}

function table(result: Result): string[] {
  if (result.outcome === 'disabled') return [];
  const [headings, ...rows] = tableOf(result);
  const total = rows.pop();
  if (rows.length === 0) return [];
  return ['<table>', ...[headings].map(row('th')), ...rows.map(row('td')), ...[total].map(row('th')), '</table>'];
}

// What the cache holds is why one inspects it, and what of a package went why one removes it; of a purge it is a detail.
function inside({ contents, outcome, inputs }: Result): string[] {
  if (!contents || contents.all.files === 0) return [];
  const projects = contents.projects.length > 0 ? plainTable(projectRows(contents)) : [];
  if (outcome === 'inspected') {
    const pie = projectPie(contents);
    // GitHub draws a mermaid block only where its markdown stands by itself.
    const picture = pie === undefined ? [] : ['', '```mermaid', pie, '```', ''];
    return [...picture, ...plainTable(kindRows(contents)), ...projects];
  }
  if (inputs.mode === 'remove' || contents.projects.length === 0) return projects;
  const title = `${counted(contents.projects.length, 'project')}, by size`;
  return [`<details><summary>${text(title)}</summary>`, ...projects, '</details>'];
}

function plainTable([headings, ...rows]: readonly Row[]): string[] {
  return ['<table>', ...[headings].map(row('th')), ...rows.map(row('td')), '</table>'];
}

function row(tag: 'td' | 'th') {
  return (cells: Row | undefined): string => {
    const html = (cells ?? []).map((cell, column) =>
      column === 0 ? `<${tag} align="left">${text(cell)}</${tag}>` : `<${tag} align="right">${text(cell)}</${tag}>`,
    );
    return `<tr>${html.join('')}</tr>`;
  };
}

type Fact = [string, string];

function exactly({ bytes, files, directories, diskBytes }: Tally): string {
  return (
    `${counted(bytes, 'byte')} in ${counted(files, 'file')}, ${counted(directories, 'directory', 'directories')}; ` +
    `on disk ${counted(diskBytes, 'byte')}`
  );
}

function details(result: Result): string[] {
  const { inputs } = result;
  const { removed } = totals(result);
  const facts: Fact[] = [
    ['Interpreter', code(result.interpreter)],
    ['pip', text(result.pipVersion || 'unknown')],
    ['Cache directory', result.cacheDirectory ? code(result.cacheDirectory) : 'none'],
    ['Mode', text(inputs.mode) + (inputs.dryRun ? ' (dry run)' : '')],
    ...(inputs.packages.length > 0
      ? [['Packages', inputs.packages.map((selector) => code(selector.text)).join(', ')] as Fact]
      : []),
    ...(inputs.mode === 'inspect' ? [] : [[inputs.dryRun ? 'Would go' : 'Removed', text(exactly(removed))] as Fact]),
    ['Took', text(humanDuration(result.milliseconds))],
  ];
  return [
    `<details><summary>Details, and what pip said (${text(`pip ${result.pipVersion}, ${humanDuration(result.milliseconds)}`)})</summary>`,
    '<table>',
    ...facts.map(([name, html]) => `<tr><th align="left">${name}</th><td>${html}</td></tr>`),
    '</table>',
    ...pipWords(result),
    '</details>',
  ];
}

function pipWords(result: Result): string[] {
  let left = WORDS_OF_ALL;
  return result.pip.map((run) => {
    const said = `${run.stdout}${run.stderr}`.trimEnd() || '(nothing)';
    const room = Math.min(WORDS_OF_ONE, left);
    const shown = said.length > room ? `${said.slice(0, room)}\n(cut: ${said.length - room} more characters)` : said;
    left -= Math.min(said.length, room);
    const end = run.code === 0 ? '' : `\n(exit code ${run.code})`;
    return `<pre>$ ${preformatted(`${run.command}\n${shown}${end}`)}</pre>`;
  });
}

// Values that others chose go into <code>: there GitHub makes no mentions and links out of them.
function values(sentence: string, others: readonly string[]): string {
  for (const other of others) {
    const at = other === '' ? -1 : sentence.indexOf(other);
    if (at >= 0) return text(sentence.slice(0, at)) + code(other) + text(sentence.slice(at + other.length));
  }
  return text(sentence);
}

function code(value: string): string {
  return `<code>${text(value)}</code>`;
}

function text(value: string): string {
  return htmlEscape(oneLine(value));
}

// An empty line would end the HTML for GitHub's markdown; a line break as a reference isn't one.
function preformatted(words: string): string {
  return words
    .split(/\r\n|[\r\n]/)
    .map(text)
    .join('&#10;');
}
