// @ts-check
import { parseAst } from 'vitest/node';

/** @typedef {any} Node a node of the ESTree that vitest's parser gives */

/** @param {string} source TypeScript @returns {Node} */
export function syntaxTree(source) {
  return parseAst(source, { lang: 'ts' });
}

/**
 * The nodes right below a node, in the order of the source.
 *
 * @param {Node} node
 * @returns {Node[]}
 */
export function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string');
}
