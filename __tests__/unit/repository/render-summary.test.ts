import { describe, expect, it } from 'vitest';
import { renderSummary, summaryPage } from '../../../scripts/lib/render-summary.mjs';

describe('renderSummary', () => {
  it('renders a table of GFM with the alignment of its columns', async () => {
    const html = await renderSummary('| What | Files |\n| :--- | ---: |\n| `wheels` | **1,201** |');

    expect(html).toContain('<th align="left">What</th>');
    expect(html).toContain('<td align="left"><code>wheels</code></td>');
    expect(html).toContain('<td align="right"><strong>1,201</strong></td>');
  });

  it('renders strikethrough, task lists and bare links', async () => {
    const html = await renderSummary('~~old~~ https://pip.pypa.io\n\n- [x] done\n- [ ] open');

    expect(html).toContain('<del>old</del> <a href="https://pip.pypa.io">https://pip.pypa.io</a>');
    expect(html).toContain('<input type="checkbox" checked disabled> done');
    expect(html).toContain('<input type="checkbox" disabled> open');
  });

  it('keeps raw HTML that GitHub allows, and parses the Markdown in it', async () => {
    const html = await renderSummary(
      [
        '<details open><summary>Commands <b>run</b></summary>',
        '',
        '```console',
        '$ pip cache dir <x>',
        '```',
        '',
        '<table><tr><td align="right" colspan="2"><table><tr><td>in</td></tr></table></td></tr></table>',
        '',
        '</details>',
        '',
        'after',
      ].join('\n'),
    );

    expect(html).toContain('<details open><summary>Commands <b>run</b></summary>');
    expect(html).toContain('<pre><code class="language-console">$ pip cache dir &#x3C;x>\n</code></pre>');
    expect(html).toContain('<td align="right" colspan="2"><table><tbody><tr><td>in</td></tr></tbody></table></td>');
    expect(html).toMatch(/<\/details>\s*<p>after<\/p>$/);
  });

  it.each(['title', 'textarea', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'script', 'plaintext'])(
    'shows <%s> as text, and what follows it as Markdown',
    async (tag) => {
      const html = await renderSummary(`a <${tag}>b</${tag.toUpperCase()}> **c**\n\n<${tag}/>\n\n**d**`);

      expect(html).toContain(`<p>a &#x3C;${tag}>b&#x3C;/${tag.toUpperCase()}> <strong>c</strong></p>`);
      expect(html).toContain(`&#x3C;${tag}/>`);
      expect(html).toContain('<p><strong>d</strong></p>');
    },
  );

  it('shows a block of script as text', async () => {
    expect(await renderSummary('<script>\nalert(1)\n</script>')).toBe('&#x3C;script>\nalert(1)\n&#x3C;/script>');
  });

  it.each([
    ['<img src="https://x.test/i.png" onerror="alert(1)">', '<img src="https://x.test/i.png">'],
    ['<img src="data:image/png;base64,AA==" alt="a">', '<img alt="a">'],
    ['<b style="color:red" class="c" onclick="a()">b</b>', '<p><b>b</b></p>'],
    ['<a href="javascript:alert(1)">a</a>', '<p><a>a</a></p>'],
    ['<a href="java&#10;script:alert(1)">a</a>', '<p><a>a</a></p>'],
    ['[a](javascript:alert%281%29)', '<p><a>a</a></p>'],
    ['<a href="https://x.test" target="_blank">a</a>', '<p><a href="https://x.test">a</a></p>'],
    ['a<!-- <script> -->b', '<p>ab</p>'],
    ['a <svg onload="alert(1)"><g>b</g></svg>', '<p>a b</p>'],
    ['<form action="https://x.test"><button>b</button></form>', 'b'],
    ['<kbd id="location" name="n">b</kbd>', '<p><kbd id="user-content-location" name="user-content-n">b</kbd></p>'],
    ['<scr<script>ipt>', '<p>&#x3C;scr&#x3C;script>ipt></p>'],
    ['&lt;script&gt; `<script>` \\<script>', '<p>&#x3C;script> <code>&#x3C;script></code> &#x3C;script></p>'],
  ])('sanitizes %s', async (markdown, html) => {
    expect(await renderSummary(markdown)).toBe(html);
  });

  it('gives a footnote an id with one prefix', async () => {
    const html = await renderSummary('a[^1]\n\n[^1]: b');

    expect(html).toContain('id="user-content-fn-1"');
    expect(html).not.toContain('user-content-user-content-');
  });

  it('renders nothing for an empty summary', async () => {
    expect(await renderSummary('')).toBe('');
  });
});

describe('summaryPage', () => {
  it('puts the fragment into the box, with the styles of GitHub and no script', () => {
    const page = summaryPage('<p>fragment</p>');

    expect(page).toContain('<article class="markdown-body">\n<p>fragment</p>\n</article>');
    expect(page).toContain('.markdown-body table');
    expect(page).toContain('<header>reset <span>summary</span></header>');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('<script');
  });

  it('escapes the name of the job and takes a width', () => {
    const page = summaryPage('', { job: '<b>&', width: 640 });

    expect(page).toContain('<header>&lt;b&gt;&amp; <span>summary</span></header>');
    expect(page).toContain('width: 640px');
    expect(page).not.toContain('<b>');
  });
});
