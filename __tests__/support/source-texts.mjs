// @ts-check
import { childrenOf, syntaxTree } from './syntax-tree.mjs';

/** @typedef {import('./syntax-tree.mjs').Node} Node */

/** What stands in a text for a value that is put into it. */
export const VALUE = '\0';

/** Of these, only the expression has a value at run time. */
const WRAPPERS = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);
const COMPARISONS = new Set(['===', '!==', 'in']);

/**
 * The texts in a source of TypeScript: string literals, templates, and sums of these, each with `VALUE` in place of a
 * value that is computed. A text inside such a value is a text of its own. Types, names of modules and of properties,
 * and texts that are only compared with are left out.
 *
 * @param {string} source TypeScript
 * @returns {string[]} in the order of the source
 */
export function sourceTexts(source) {
  /** @type {string[]} */
  const texts = [];
  collect(syntaxTree(source), texts);
  return texts;
}

/** @param {Node} node @param {string[]} texts */
function collect(node, texts) {
  if (WRAPPERS.has(node.type)) return collect(node.expression, texts);
  if (node.type.startsWith('TS')) return;
  const text = textOf(node);
  if (text !== undefined) {
    texts.push(text);
    for (const value of valuesIn(node)) collect(value, texts);
    return;
  }
  for (const child of childrenOf(node)) {
    if (!isUnread(node, child)) collect(child, texts);
  }
}

/** @param {Node} node @returns {string | undefined} */
function textOf(node) {
  if (isString(node)) return node.value;
  if (node.type === 'TemplateLiteral') {
    return node.quasis.map((/** @type {Node} */ quasi) => quasi.value.cooked).join(VALUE);
  }
  if (!isSum(node)) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined && right === undefined ? undefined : (left ?? VALUE) + (right ?? VALUE);
}

/** @param {Node} node what `textOf` gives a text for @returns {Node[]} what is put into it */
function valuesIn(node) {
  if (isString(node)) return [];
  if (node.type === 'TemplateLiteral') return node.expressions;
  return [node.left, node.right].flatMap((part) => (textOf(part) === undefined ? [part] : valuesIn(part)));
}

/** @param {Node} node */
function isString(node) {
  return node.type === 'Literal' && typeof node.value === 'string';
}

/** @param {Node} node */
function isSum(node) {
  return node.type === 'BinaryExpression' && node.operator === '+';
}

/** @param {Node} parent @param {Node} child */
function isUnread(parent, child) {
  if (child === parent.source) return true;
  if (child === parent.key || child === parent.property) return !parent.computed || isString(child);
  if (parent.type === 'SwitchCase') return child === parent.test;
  return parent.type === 'BinaryExpression' && COMPARISONS.has(parent.operator) && isString(child);
}
