// @ts-check
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

// The package is made for bundlers. It imports JSON files without an import attribute, which Node refuses.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return specifier.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

let documents = 0;

/**
 * Checks a workflow or an action file with GitHub's language service, which editors use.
 *
 * @param {string} path path of the file, by which the service distinguishes action files from workflows
 * @param {string} text contents of the file
 * @returns {Promise<string[]>} a line for each finding of any severity: path, line, column and message
 */
export async function diagnostics(path, text) {
  // The service caches documents by their URL.
  documents += 1;
  const document = TextDocument.create(pathToFileURL(`/${documents}/${path}`).href, 'yaml', 1, text);
  const found = await validate(document);
  return found.map(({ range: { start }, message }) => `${path}:${start.line + 1}:${start.character + 1}: ${message}`);
}
