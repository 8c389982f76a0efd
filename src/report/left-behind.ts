import { AREAS, type Area } from '../cache/areas.js';
import { type Count, sumOfCounts } from '../cache/tally.js';
import { isBefore } from '../pip/is-before.js';
import { counted } from '../util/units.js';
import { type Sentence, sentence } from './sentence.js';

/**
 * The first version of pip whose `cache purge` deletes the files in an area (in `wheels`, the files next to the wheels;
 * every version deletes the wheels), and the first that deletes the directories too. Measured with 22 pips from 20.1 to
 * 26.2. In pip's news, 20.3 is #8892, 26.0 is #9058 and 26.2 is #14058.
 */
const CLEARED_SINCE: Readonly<Record<Area, { readonly files: string; readonly directories: string }>> = {
  http: { files: '20.3', directories: '26.0' },
  'http-v2': { files: '23.3', directories: '26.2' },
  wheels: { files: '26.0', directories: '26.0' },
};

/**
 * Describes what a successful `pip cache purge` left behind, with the first version of pip that would have deleted it.
 *
 * @param version pip's version.
 * @param finished what pip left behind, by area.
 * @returns undefined if pip left nothing behind.
 */
export function leftBehind(version: string, finished: Readonly<Record<Area, Count>>): Sentence | undefined {
  const { directories } = sumOfCounts(Object.values(finished));
  const parts = AREAS.filter((area) => finished[area].files > 0).map((area) => ({
    what: `${counted(finished[area].files, 'file')} in ${area}`,
    since: CLEARED_SINCE[area].files,
  }));
  if (directories > 0) {
    const since = AREAS.filter((area) => finished[area].directories > 0).map((area) => CLEARED_SINCE[area].directories);
    parts.push({ what: counted(directories, 'directory', 'directories'), since: since.sort().at(-1) as string });
  }
  if (parts.length === 0) return undefined;
  let isFirst = true;
  const phrases = parts.map(({ what, since }) => {
    if (!isBefore(version, since)) return what;
    const firstVersion = isFirst ? `pip ${since} would not have` : since;
    isFirst = false;
    return `${what} (${firstVersion})`;
  });
  return sentence`pip ${version} left behind ${enumeration(phrases)}; this action removed that.`;
}

function enumeration(phrases: readonly string[]): string {
  return phrases.length === 1 ? (phrases[0] as string) : `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;
}
