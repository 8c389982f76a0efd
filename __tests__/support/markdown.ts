import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A node of mdast, as far as tests look at it. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly lang?: string | null | undefined;
  readonly children?: readonly MarkdownNode[];
}

/** The nodes of a document of this repository, in its order. */
export function markdownOf(path: string): readonly MarkdownNode[] {
  return parseMarkdown(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** The nodes of a text, in its order. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  return unified().use(remarkParse).use(remarkGfm).parse(text).children;
}

/** What one reads in a node. */
export function textOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** The rows of a table, the headings first, each a list of its cells' texts. */
export function rowsOf(table: MarkdownNode): string[][] {
  return (table.children ?? []).map((row) => (row.children ?? []).map(textOf));
}
