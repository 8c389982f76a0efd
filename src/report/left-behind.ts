import { AREAS, type Area } from '../cache/areas.js';
import { type Count, sumOfCounts } from '../cache/tally.js';
import { isBefore } from '../pip/is-before.js';
import { counted } from '../util/units.js';

/**
 * The first pip whose `cache purge` clears what is in an area (in `wheels`: what lies beside the wheels, which every pip takes),
 * and the first that takes the directories too. Seen with 22 pips from 20.1 to 26.2; in pip's news, 20.3 is #8892, 26.0 #9058, 26.2 #14058.
 */
const CLEARED_SINCE: Readonly<Record<Area, { readonly files: string; readonly directories: string }>> = {
  http: { files: '20.3', directories: '26.0' },
  'http-v2': { files: '23.3', directories: '26.2' },
  wheels: { files: '26.0', directories: '26.0' },
};

/**
 * Says what a pip left behind although it ended well, and for each part the first pip that would not have.
 *
 * @param version pip's version.
 * @param finished what was left behind, by area.
 * @returns nothing when nothing was.
 */
export function leftBehind(version: string, finished: Readonly<Record<Area, Count>>): string | undefined {
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
  let named = false;
  const words = parts.map(({ what, since }) => {
    if (!isBefore(version, since)) return what;
    const which = named ? since : `pip ${since} would not have`;
    named = true;
    return `${what} (${which})`;
  });
  return `pip ${version} left behind ${listed(words)}; this action removed that.`;
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? (words[0] as string) : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
