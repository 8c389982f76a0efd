import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MarkdownNode, parseMarkdown } from '../../support/markdown.js';
import { sourceTexts, VALUE } from '../../support/source-texts.mjs';

const SOURCES = fileURLToPath(new URL('../../../src', import.meta.url));

/** Rooms in which a single word is mostly shown to people. Elsewhere, only a text with a space in it is. */
const OF_WORDS = /^(inputs|report|reset|steps)\//;

/** A text in the source that looks like words for people. */
export interface Text {
  /** Path below `src/`. */
  readonly file: string;
  /** With `VALUE` where a value is put into it, and without HTML's tags. */
  readonly text: string;
}

/** The texts in `src/` that look like words for people. */
export function textsForPeople(): Text[] {
  const files = globSync('**/*.ts', { cwd: SOURCES }).map((path) => path.replaceAll('\\', '/'));
  return files.sort().flatMap((file) => textsIn(file, readFileSync(join(SOURCES, file), 'utf8')));
}

/** The same of one file. */
export function textsIn(file: string, source: string): Text[] {
  const isForPeople = OF_WORDS.test(file) ? hasWord : hasSpace;
  const texts = sourceTexts(source).map((text) => text.replace(/<[^>]*>/g, ''));
  return texts.filter(isForPeople).map((text) => ({ file, text }));
}

function hasWord(text: string): boolean {
  return /\p{L}{3}/u.test(text);
}

function hasSpace(text: string): boolean {
  return text.split(VALUE).some((part) => /\p{L}/u.test(part) && /\s/.test(part));
}

/** The code in a text of Markdown: the messages of the document. */
export function messagesIn(markdown: string): string[] {
  const values = ({ type, value = '', children = [] }: MarkdownNode): string[] =>
    type === 'code' || type === 'inlineCode' ? [value] : children.flatMap(values);
  return parseMarkdown(markdown).flatMap(values);
}

/** Whether one line of a message has all the fixed parts of a text, in order and as whole words. */
export function isIn(messages: readonly string[], { text }: Text): boolean {
  const parts = text.split(VALUE).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const fixed = parts.join('.*?').replace(/^(\.\*\?)+|(\.\*\?)+$/g, '');
  const start = /^[\p{L}\d]/u.test(fixed) ? '(?<![\\p{L}\\d])' : '';
  const end = /[\p{L}\d]$/u.test(fixed) ? '(?![\\p{L}\\d])' : '';
  const pattern = new RegExp(start + fixed + end, 'u');
  return messages.some((message) => pattern.test(message));
}
