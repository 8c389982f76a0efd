import type { PipRun } from './pip.js';

/** pip's own (models/index.py, PyPI). */
const DEFAULT_INDEX = 'https://pypi.org/simple/';

/**
 * The indexes that this pip asks, without credentials, which are in no name of a cached response either. pip prints those of its files and of the
 * environment alike: `global.index-url='https://…'`, `:env:.extra-index-url='https://…'`, several with `\n` between them (seen with pip 20.1 to 26.3).
 * Never show such a run: an address in it may hold a password.
 *
 * @param configuration `pip config list`.
 * @returns addresses with a slash at the end; pip's default is always among them.
 */
export function indexUrls(configuration: PipRun): string[] {
  const settings = configuration.code === 0 ? configuration.stdout.split(/\r?\n/) : [];
  const named = settings.flatMap((line) => {
    const value = /^[^=]*\.(?:extra-)?index-url=(['"])(.*)\1$/.exec(line)?.[2] ?? '';
    return value.split(/\\n|\s+/).flatMap((url) => withoutCredentials(url) ?? []);
  });
  return [...new Set([DEFAULT_INDEX, ...named])];
}

// As pip writes it otherwise: a default port, too, is in the name of a cached response.
function withoutCredentials(text: string): string | undefined {
  const [, scheme, rest] = /^(https?:\/\/)(?:[^/?#]*@)?([^/@?#]+(?:[/?][^#]*)?)(?:#.*)?$/i.exec(text) ?? [];
  return scheme === undefined ? undefined : `${scheme}${rest}${rest?.endsWith('/') ? '' : '/'}`;
}
