import type { Label } from '../label.js';
import { parseDistributionFileName } from '../names/distribution-name.js';
import { fileNameIn } from '../names/request-address.js';
import type { Source } from './open-file.js';

/** An address and some digests; what is larger was not written by pip. */
const MOST_BYTES = 1 << 16;

/**
 * What the `origin.json` is of that pip 22.2 and later write beside a wheel that they build: PEP 610's direct_url.json,
 * which names no project. The file name at the end of `url` does, where that is an archive: an sdist from an index, or
 * from another address, or a file. A repository's name need not be its project's, nor an archive's of which a
 * subdirectory was built; nothing is said of those.
 *
 * @returns undefined where it names none.
 */
export function originLabel(file: Source): Label | undefined {
  if (file.length > MOST_BYTES) return undefined;
  const origin = parsed(file.read(0, file.length).toString());
  if (typeof origin !== 'object' || origin === null || !('archive_info' in origin) || !('url' in origin))
    return undefined;
  if (typeof origin.url !== 'string' || ('subdirectory' in origin && origin.subdirectory)) return undefined;
  const archive = parseDistributionFileName(fileNameIn(origin.url));
  return archive?.kind === 'sdist' ? { ...archive, kind: 'built wheel' } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
