import { htmlEscape } from 'escape-goat';
import { oneLine } from './visible.js';

/** A text of the action in which values that others chose are marked: paths, names of packages, what pip printed. */
export type Sentence = readonly (string | Value)[];

/** A value that others chose. */
export interface Value {
  readonly value: string;
}

/** Marks a value that others chose. */
export function value(text: string): Value {
  return { value: text };
}

/** Marks several values, with commas between them. */
export function values(texts: readonly string[]): Sentence {
  return texts.flatMap((text, index) => (index === 0 ? [value(text)] : [', ', value(text)]));
}

/** Builds a sentence from a template, whose strings and numbers are the action's own words. */
export function sentence(
  strings: TemplateStringsArray,
  ...parts: readonly (string | number | Value | Sentence)[]
): Sentence {
  return strings.flatMap((text, index): Sentence => {
    const part = parts[index];
    if (part === undefined) return [text];
    if (typeof part === 'string' || typeof part === 'number') return [text, String(part)];
    return 'value' in part ? [text, part] : [text, ...part];
  });
}

/** Puts sentences one after the other, with a space between them. */
export function inOneLine(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((one, index) => (index === 0 ? one : [' ', ...one]));
}

/** A sentence as plain text, for the log, an annotation or the report. Contains untrusted text. */
export function plain(words: Sentence): string {
  return words.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

/** A sentence as HTML. GitHub makes no mentions and links of what stands in `<code>`. */
export function html(words: Sentence): string {
  return words.map((part) => (typeof part === 'string' ? escaped(part) : code(part.value))).join('');
}

/** A value that others chose as HTML. */
export function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** Plain text as HTML in one line. */
export function escaped(text: string): string {
  return htmlEscape(oneLine(text));
}
