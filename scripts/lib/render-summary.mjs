// @ts-check
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { htmlEscape } from 'escape-goat';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const STYLESHEET = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css');

const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:";

/** The tags that GFM escapes (GFM spec, 6.11 "tagfilter"). */
const DISALLOWED_TAG = /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:\s|\/?>))/gi;

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {
    allowDangerousHtml: true,
    // rehype-sanitize adds the prefix `user-content-` itself.
    clobberPrefix: '',
    handlers: {
      /**
       * @param {unknown} _state
       * @param {{ value: string }} node
       */
      html: (_state, node) => ({
        type: 'raw',
        value: node.value.replace(DISALLOWED_TAG, '&lt;'),
      }),
    },
  })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStringify);

/**
 * Renders a job summary as GitHub does: GFM with raw HTML, sanitized by GitHub's allow-list. Accepts any string,
 * because any string is valid Markdown.
 *
 * @param {string} markdown what the job wrote to `$GITHUB_STEP_SUMMARY`
 * @returns {Promise<string>} an HTML fragment without scripts, styles, event handlers or `javascript:` links; ids and
 *   names start with `user-content-`
 */
export async function renderSummary(markdown) {
  return String(await processor.process(markdown));
}

/**
 * Puts a rendered summary on a page that looks like the box of a job on GitHub's page of a run. The box is the element
 * `#summary`. The page has no scripts and allows none.
 *
 * @param {string} fragment sanitized HTML from {@link renderSummary}, inserted unchanged
 * @param {{ job?: string, width?: number }} [options] `job`: name of the job for the header (default `reset`); `width`:
 *   width of the box in CSS pixels (default 900)
 * @returns {string} a complete HTML document with inlined styles
 * @throws {Error} if the stylesheet of github-markdown-css can't be read
 */
export function summaryPage(fragment, { job = 'reset', width = 900 } = {}) {
  const markdownCss = readFileSync(STYLESHEET, 'utf8');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<title>${htmlEscape(job)} summary</title>
<style>
${markdownCss}
body {
  margin: 0;
  background: #ffffff;
}
#summary {
  box-sizing: border-box;
  width: ${width}px;
  border: 1px solid #d1d9e0;
  border-radius: 6px;
  overflow: hidden;
  color: #1f2328;
  font: 12px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
}
#summary > header {
  padding: 16px 24px 0;
  font-weight: 600;
}
#summary > header > span {
  color: #59636e;
  font-weight: 400;
}
#summary > .markdown-body {
  padding: 16px 24px 24px;
}
.task-list-item > input {
  margin: 0 0.2em 0.25em -1.4em; /* the sanitizer drops the class that has this style */
  vertical-align: middle;
}
#summary > footer {
  padding: 8px 24px;
  border-top: 1px solid #d1d9e0;
  color: #59636e;
}
</style>
</head>
<body>
<div id="summary">
<header>${htmlEscape(job)} <span>summary</span></header>
<article class="markdown-body">
${fragment}
</article>
<footer>Job summary generated at run-time</footer>
</div>
</body>
</html>
`;
}
