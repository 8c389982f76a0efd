// @ts-check
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

// The package is made for bundlers: it imports JSON without saying so, which Node refuses.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return specifier.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

let asked = 0;

/**
 * What GitHub's own language service, which editors use, finds in a workflow or an action file.
 *
 * @param {string} path by which it tells an action file from a workflow
 * @param {string} text the file's contents
 * @returns {Promise<string[]>} one text for each finding, of whichever severity: path, line, column and message
 */
export async function diagnostics(path, text) {
  // It remembers what it read by address.
  asked += 1;
  const document = TextDocument.create(pathToFileURL(`/${asked}/${path}`).href, 'yaml', 1, text);
  const found = await validate(document);
  return found.map(({ range: { start }, message }) => `${path}:${start.line + 1}:${start.character + 1}: ${message}`);
}
