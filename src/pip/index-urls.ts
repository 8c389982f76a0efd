import type { PipRun } from './pip.js';

/** pip's default index (models/index.py, PyPI). */
const DEFAULT_INDEX = 'https://pypi.org/simple/';

/**
 * Returns the URLs of the indexes that this pip uses, without credentials, which are not part of the name of a cached
 * response either. pip prints settings of files and of the environment alike: `global.index-url='https://…'`,
 * `:env:.extra-index-url='https://…'`, several URLs with `\n` between them (seen with pip 20.1 to 26.3).
 *
 * Never show such a run: a URL in it may contain a password.
 *
 * @param configuration a run of `pip config list`. If it failed, only pip's default index is returned.
 * @returns URLs that end with a slash. pip's default index is always one of them.
 */
export function indexUrls(configuration: PipRun): string[] {
  const settings = configuration.code === 0 ? configuration.stdout.split(/\r?\n/) : [];
  const configured = settings.flatMap((line) => {
    const value = /^[^=]*\.(?:extra-)?index-url=(['"])(.*)\1$/.exec(line)?.[2] ?? '';
    return value.split(/\\n|\s+/).flatMap((url) => withoutCredentials(url) ?? []);
  });
  return [...new Set([DEFAULT_INDEX, ...configured])];
}

// Otherwise the URL stays as pip writes it: a default port, for example, is part of the name of a cached response.
function withoutCredentials(text: string): string | undefined {
  const [, scheme, rest] = /^(https?:\/\/)(?:[^/?#]*@)?([^/@?#]+(?:[/?][^#]*)?)(?:#.*)?$/i.exec(text) ?? [];
  return scheme === undefined ? undefined : `${scheme}${rest}${rest?.endsWith('/') ? '' : '/'}`;
}
