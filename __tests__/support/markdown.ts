import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A node of mdast, with the properties that tests use. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly lang?: string | null | undefined;
  readonly children?: readonly MarkdownNode[];
}

/** Returns the top-level nodes of a Markdown file of this repository. */
export function markdownOf(path: string): readonly MarkdownNode[] {
  return parseMarkdown(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** The nodes of a text, in its order. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  return unified().use(remarkParse).use(remarkGfm).parse(text).children;
}

/** Returns the plain text of a node. */
export function textOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** Returns the rows of a table as the texts of their cells. The first row has the headings. */
export function rowsOf(table: MarkdownNode): string[][] {
  return (table.children ?? []).map((row) => (row.children ?? []).map(textOf));
}
