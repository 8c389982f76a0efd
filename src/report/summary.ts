import type { Tally } from '../cache/tally.js';
import type { Result } from '../reset/result.js';
import { counted, humanDuration } from '../util/units.js';
import { explanation, headline, remainingLine, totals } from './explain.js';
import { notes } from './notes.js';
import { kindRows, projectPie, projectRows } from './projects.js';
import { code, escaped, html } from './sentence.js';
import { type Row, tableOf } from './table.js';

/** Largest number of characters that a summary shows of the output of one run of pip. */
const OUTPUT_OF_ONE = 4000;
/** The same for all runs together. GitHub rejects a summary of more than 1 MiB. */
const OUTPUT_OF_ALL = 40_000;
const REMAINING_SHOWN = 10;

/**
 * Returns the job summary. It is HTML without empty lines, which GitHub's Markdown leaves unchanged, except for a
 * mermaid diagram. Every value is escaped.
 */
export function summaryOf(result: Result): string {
  const lines = [
    `<h3>${escaped(headline(result))}</h3>`,
    `<p>${html(explanation(result))}</p>`,
    ...remaining(result),
    ...table(result),
    ...contentsTables(result),
    ...notes(result).map((note) => `<p>${html(note)}</p>`),
    ...details(result),
  ];
  return `${lines.join('\n')}\n`;
}

function remaining(result: Result): string[] {
  if (result.remaining.length === 0) return [];
  const shown = result.remaining.slice(0, REMAINING_SHOWN).map((entry) => `<li>${html(remainingLine(entry))}</li>`);
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

// In modes `inspect` and `remove` the projects are the main result. In a purge they are a detail, and folded.
function contentsTables({ contents, outcome, inputs }: Result): string[] {
  if (!contents || contents.all.files === 0) return [];
  const projects = contents.projects.length > 0 ? plainTable(projectRows(contents)) : [];
  if (outcome === 'inspected') {
    const pie = projectPie(contents);
    // GitHub renders a mermaid block only if empty lines separate it from the HTML.
    const diagram = pie === undefined ? [] : ['', '```mermaid', pie, '```', ''];
    return [...diagram, ...plainTable(kindRows(contents)), ...projects];
  }
  if (inputs.mode === 'remove' || contents.projects.length === 0) return projects;
  const title = `${counted(contents.projects.length, 'project')}, by size`;
  return [`<details><summary>${escaped(title)}</summary>`, ...projects, '</details>'];
}

function plainTable([headings, ...rows]: readonly Row[]): string[] {
  return ['<table>', ...[headings].map(row('th')), ...rows.map(row('td')), '</table>'];
}

function row(tag: 'td' | 'th') {
  return (cells: Row | undefined): string => {
    const columns = (cells ?? []).map((cell, column) =>
      column === 0
        ? `<${tag} align="left">${escaped(cell)}</${tag}>`
        : `<${tag} align="right">${escaped(cell)}</${tag}>`,
    );
    return `<tr>${columns.join('')}</tr>`;
  };
}

type Fact = [string, string];

function exactAmounts({ bytes, files, directories, diskBytes }: Tally): string {
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
    ['pip', escaped(result.pipVersion || 'unknown')],
    ['Cache directory', result.cacheDirectory ? code(result.cacheDirectory) : 'none'],
    ['Mode', escaped(inputs.mode) + (inputs.dryRun ? ' (dry run)' : '')],
    ...(inputs.packages.length > 0
      ? [['Packages', inputs.packages.map((selector) => code(selector.text)).join(', ')] as Fact]
      : []),
    ...(inputs.mode === 'inspect'
      ? []
      : [[inputs.dryRun ? 'Would go' : 'Removed', escaped(exactAmounts(removed))] as Fact]),
    ['Took', escaped(humanDuration(result.milliseconds))],
  ];
  return [
    '<details><summary>Details, and what pip said ' +
      `(${escaped(`pip ${result.pipVersion}, ${humanDuration(result.milliseconds)}`)})</summary>`,
    '<table>',
    ...facts.map(([name, cell]) => `<tr><th align="left">${name}</th><td>${cell}</td></tr>`),
    '</table>',
    ...pipOutput(result),
    '</details>',
  ];
}

function pipOutput(result: Result): string[] {
  let left = OUTPUT_OF_ALL;
  return result.pip.map((run) => {
    const output = `${run.stdout}${run.stderr}`.trimEnd() || '(nothing)';
    const room = Math.min(OUTPUT_OF_ONE, left);
    const more = output.length - room;
    const shown = more > 0 ? `${output.slice(0, room)}\n(cut: ${more} more characters)` : output;
    left -= Math.min(output.length, room);
    const end = run.code === 0 ? '' : `\n(exit code ${run.code})`;
    return `<pre>$ ${preformatted(`${run.command}\n${shown}${end}`)}</pre>`;
  });
}

// An empty line would end the HTML in GitHub's Markdown, so line breaks become character references.
function preformatted(output: string): string {
  return output
    .split(/\r\n|[\r\n]/)
    .map(escaped)
    .join('&#10;');
}
