import { describe, expect, it } from 'vitest';
import { renderSummary } from '../../../scripts/lib/render-summary.mjs';
import { summaryOf } from '../../../src/report/summary.js';
import { oneLine, visible } from '../../../src/report/visible.js';
import { ABSENT, area, CONTENTS, HOSTILE, pipRun, result } from '../results.js';

const NOT_THERE = { http: ABSENT, 'http-v2': ABSENT, wheels: ABSENT };

describe('summaryOf', () => {
  it('is this for a purge', () => {
    expect(summaryOf(result()).split('\n')).toEqual([
      '<h3>Freed 2 kB of pip&#39;s cache</h3>',
      '<p>2 files and 2 directories removed from <code>/c</code>.</p>',
      '<table>',
      '<tr><th align="left"></th><th align="right">Before</th><th align="right">Removed</th><th align="right">After</th></tr>',
      '<tr><td align="left">HTTP responses (http-v2)</td><td align="right">3 kB in 3 files</td>' +
        '<td align="right">2 kB in 2 files</td><td align="right">1 kB in 1 file</td></tr>',
      '<tr><th align="left">Total</th><th align="right">3 kB in 3 files</th><th align="right">2 kB in 2 files</th>' +
        '<th align="right">1 kB in 1 file</th></tr>',
      '</table>',
      '<details><summary>Details, and what pip said (pip 24.0, 1.2s)</summary>',
      '<table>',
      '<tr><th align="left">Interpreter</th><td><code>/py</code></td></tr>',
      '<tr><th align="left">pip</th><td>24.0</td></tr>',
      '<tr><th align="left">Cache directory</th><td><code>/c</code></td></tr>',
      '<tr><th align="left">Mode</th><td>purge</td></tr>',
      '<tr><th align="left">Removed</th><td>2,000 bytes in 2 files, 2 directories; on disk 10,240 bytes</td></tr>',
      '<tr><th align="left">Took</th><td>1.2s</td></tr>',
      '</table>',
      '<pre>$ /py -m pip cache dir&#10;/c</pre>',
      '<pre>$ /py -m pip cache purge&#10;Files removed: 2</pre>',
      '</details>',
      '',
    ]);
  });

  it.each([
    [
      'the packages and a dry run',
      result({
        outcome: 'dry-run',
        inputs: {
          mode: 'remove',
          dryRun: true,
          packages: [
            { text: 'a', name: 'a' },
            { text: 'b==1', name: 'b' },
          ],
        },
      }),
      [
        '<tr><th align="left">Mode</th><td>remove (dry run)</td></tr>',
        '<tr><th align="left">Packages</th><td><code>a</code>, <code>b==1</code></td></tr>',
        '<tr><th align="left">Would go</th>',
      ],
      ['<th align="left">Removed'],
    ],
    [
      'a pip of unknown version, and no cache directory',
      result({
        outcome: 'disabled',
        pipVersion: '',
        cacheDirectory: '',
        areas: NOT_THERE,
        disabledBecause: { cause: 'owner', directory: '<off>' },
      }),
      [
        '<p>pip leaves <code>&lt;off&gt;</code> alone, since it belongs to another user or is not writable. Nothing was deleted.</p>',
        '<tr><th align="left">pip</th><td>unknown</td></tr>',
        '<tr><th align="left">Cache directory</th><td>none</td></tr>',
      ],
      ['Before', 'Total'],
    ],
    [
      'no table of nothing',
      result({ outcome: 'nothing-to-do', areas: NOT_THERE }),
      ['already empty'],
      ['Total', 'Before'],
    ],
    [
      'how pip ended',
      result({
        pip: [pipRun('cache purge', { code: 2, stderr: 'ERROR: x\n\r\ny\rz' }), pipRun('cache info', { code: null })],
      }),
      [
        '<pre>$ /py -m pip cache purge&#10;ERROR: x&#10;&#10;y&#10;z&#10;(exit code 2)</pre>',
        '<pre>$ /py -m pip cache info&#10;(nothing)&#10;(exit code null)</pre>',
        '<p><code>/py -m pip cache purge</code> ended with exit code 2.</p>',
      ],
      [],
    ],
  ])('has %s', (_what, given, parts, absent) => {
    const html = summaryOf(given);
    for (const part of parts) expect(html).toContain(part);
    for (const part of absent) expect(html).not.toContain(part);
  });

  it('shows ten of the entries that remain, and how many more', () => {
    const remaining = Array.from({ length: 12 }, (_none, index) => ({ path: `/c/<${index}>`, code: 'EACCES' }));
    const items = (count: number) =>
      summaryOf(result({ outcome: 'incomplete', remaining: remaining.slice(0, count) }))
        .split('\n')
        .filter((line) => line.startsWith('<li>'));
    expect(items(10)).toHaveLength(10);
    expect(items(12)).toHaveLength(11);
    expect(items(12)[9]).toBe('<li><code>/c/&lt;9&gt;</code>: permission denied (EACCES)</li>');
    expect(items(12)[10]).toBe('<li>and 2 more</li>');
    expect(items(0)).toEqual([]);
  });

  it('cuts what pip printed, each and all', () => {
    const long = (letter: string, length: number) => pipRun('cache purge', { stdout: letter.repeat(length) });
    const html = summaryOf(
      result({
        pip: [long('a', 4000), long('b', 4001), ...Array.from({ length: 9 }, () => long('c', 3900)), long('d', 50)],
      }),
    );
    expect(html.match(/a{50,}/g)?.map((run) => run.length)).toEqual([4000]);
    expect(html).toContain(`${'b'.repeat(4000)}&#10;(cut: 1 more characters)</pre>`);
    // 32,000 characters are left for the third and later ones.
    expect(html.match(/c{50,}/g)?.map((run) => run.length)).toEqual([...Array(8).fill(3900), 800]);
    expect(html).toContain('cache purge&#10;&#10;(cut: 50 more characters)</pre>');
    expect(html).not.toContain('dd');
  });

  const hostile = result({
    outcome: 'incomplete',
    interpreter: `/py${HOSTILE}`,
    pipVersion: HOSTILE,
    cacheDirectory: `/c${HOSTILE}`,
    areas: { http: { ...ABSENT, state: 'link' }, 'http-v2': area(3, 1), wheels: ABSENT },
    inputs: { mode: 'remove', packages: [{ text: HOSTILE, name: 'x' }] },
    remaining: [{ path: `/c/${HOSTILE}`, code: 'EACCES' }],
    unmatched: [HOSTILE],
    pip: [pipRun(`cache purge ${HOSTILE}`, { code: 2, stdout: HOSTILE, stderr: HOSTILE })],
  });
  const results = [
    hostile,
    result({
      outcome: 'disabled',
      cacheDirectory: '',
      disabledBecause: { cause: 'owner', directory: HOSTILE },
      areas: NOT_THERE,
    }),
    result({
      outcome: 'nothing-to-do',
      cacheDirectory: HOSTILE,
      inputs: { mode: 'remove', packages: hostile.inputs.packages },
    }),
  ];

  it.each(results)('has no empty line and no tag of others', (given) => {
    const html = summaryOf(given);
    expect(html.trimEnd().split(/\r\n|[\r\n]/)).not.toContainEqual(expect.stringMatching(/^\s*$/));
    for (const words of ['<script', '\x1b', '\x85', '\r']) expect(html).not.toContain(words);
    const tags = new Set([...html.matchAll(/<\/?[a-z0-9]+/g)].map(([tag]) => tag.replace('/', '')));
    const own = ['<h3', '<p', '<code', '<table', '<tr', '<th', '<td', '<details', '<summary', '<pre', '<ul', '<li'];
    expect([...tags].filter((tag) => !own.includes(tag))).toEqual([]);
  });

  // GitHub turns what follows an @ or a # into a mention or a link, but not in <code> and <pre>.
  it.each(results)('has the words of others in <code> and <pre> alone', (given) => {
    const summary = summaryOf({ ...given, pipVersion: '26.3' });
    expect(summary).toContain('@octocat');
    expect(summary.replace(/<(code|pre)>.*?<\/\1>/g, '')).not.toContain('@octocat');
  });

  it.each(results)('shows the words of others as text on the page', async (given) => {
    const page = await renderSummary(summaryOf(given));
    const elements = [...page.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name);
    expect(elements).not.toContain('h1');
    expect(elements).not.toContain('strong');
    expect(elements).not.toContain('a');
    expect(elements.filter((name) => name === 'h3')).toHaveLength(1);
    expect(elements.filter((name) => name === 'details')).toHaveLength(1);
    expect(page).toContain('&#x3C;script>alert(1)&#x3C;/script>&#x26;amp;"\' &#x3C;/details>&#x3C;/pre>&#x3C;/table>');
    expect(page).toContain('# heading **bold** @octocat `x`');
    expect(page.trimEnd()).toMatch(/<\/details>$/);
  });
});

describe('visible', () => {
  it.each([
    ['plain ünïcode ☃', 'plain ünïcode ☃', 'plain ünïcode ☃'],
    ['a\nb\r\tc', 'a\\x0ab\\x0d\\x09c', 'a\\x0ab\\x0d\\x09c'],
    ['\x00\x1b[31m\x7f\x85', '\\x00\\x1b[31m\\x7f\\x85', '\\x00\\x1b[31m\\x7f\\x85'],
    ['##[error]x ##[a]', '##[error]x ##[a]', '##\\x5berror]x ##\\x5ba]'],
    ['\u202e\u200b\u2028\ufeff', '\\x202e\\x200b\\x2028\\xfeff', '\\x202e\\x200b\\x2028\\xfeff'],
    ['###[#[', '###[#[', '###\\x5b#['],
  ])('%j', (text, line, inLog) => {
    expect(oneLine(text)).toBe(line);
    expect(visible(text)).toBe(inLog);
  });
});

describe('what is inside', () => {
  const { kinds, all } = CONTENTS;
  const NONE_KNOWN = {
    projects: [],
    kinds: { ...kinds, unknown: all, wheel: kinds.unknown, 'index page': kinds.unknown },
    all,
  };
  const INSIDE = /```mermaid|<details><summary>2 projects, by size|<th align="left">(?:Kind|Project)|Not recognised/g;

  it.each<[string, Parameters<typeof result>[0], string[]]>([
    [
      'an inspection shows: a picture, the kinds, the projects',
      { outcome: 'inspected', inputs: { mode: 'inspect' }, contents: CONTENTS },
      ['```mermaid', '<th align="left">Kind', '<th align="left">Project'],
    ],
    [
      'an inspection shows, where nothing is known: that',
      { outcome: 'inspected', inputs: { mode: 'inspect' }, contents: NONE_KNOWN },
      ['<th align="left">Kind', 'Not recognised'],
    ],
    ['a removal shows: the projects', { inputs: { mode: 'remove' }, contents: CONTENTS }, ['<th align="left">Project']],
    [
      'a purge folds up: the projects',
      { contents: CONTENTS },
      ['<details><summary>2 projects, by size', '<th align="left">Project'],
    ],
    ['a purge leaves out, where nothing is known: all', { contents: NONE_KNOWN }, []],
    ['is left out where nobody looked: all', {}, []],
  ])('%s', (_, changes, expected) => {
    expect(summaryOf(result(changes)).match(INSIDE) ?? []).toEqual(expected);
  });
});
