// @ts-check
import { childrenOf, syntaxTree } from './syntax-tree.mjs';

/** @typedef {import('./syntax-tree.mjs').Node} Node */

/**
 * The titles in a source of tests: of each `describe`, `it` and `test`, also behind `.each(…)`, `.runIf(…)` and the like. Of a title
 * that is put together, its beginning, as it stands in the source.
 *
 * @param {string} source TypeScript
 * @returns {string[]} in the order of the source
 */
export function testTitles(source) {
  /** @type {string[]} */
  const titles = [];
  visit(syntaxTree(source), (node) => {
    if (node.type !== 'CallExpression' || !['describe', 'it', 'test'].includes(firstName(node.callee))) return;
    const title = beginning(node.arguments[0]);
    if (title !== '') titles.push(title);
  });
  return titles;
}

/** @param {Node} node @param {(node: Node) => void} each */
function visit(node, each) {
  each(node);
  for (const child of childrenOf(node)) visit(child, each);
}

/** @param {Node | undefined} callee @returns {string} of `it.runIf(true).each([])`: it */
function firstName(callee) {
  if (callee === undefined) return '';
  return callee.type === 'Identifier' ? callee.name : firstName(callee.object ?? callee.callee ?? callee.tag);
}

/** @param {Node | undefined} node @returns {string} empty when it is no text */
function beginning(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis[0].value.cooked;
  return node?.type === 'BinaryExpression' ? beginning(node.left) : '';
}
