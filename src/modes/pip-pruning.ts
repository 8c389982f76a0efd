import { type Entry, entries } from '../cache/listing.js';
import type { Selection } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';

/**
 * Whether this pip, asked to remove some wheels, would tidy up elsewhere too: pip 26.0 and later delete each directory with no file
 * below it, and in `wheels` each with no `.whl` below it together with what else is in there (utils/filesystem.py,
 * subdirs_without_files and subdirs_without_wheels).
 *
 * @param version pip's version; an unknown one is taken for a new one.
 * @param selection what is to go; a directory in it may go.
 */
export function prunesElsewhere(version: string | undefined, survey: Survey, selection: Selection): boolean {
  if (Number.parseInt(version ?? '26', 10) < 26) return false;
  const open: { entry: Entry; stays: boolean }[] = [];
  const closeTo = (depth: number): boolean => {
    for (let directory = open.at(-1); directory && directory.entry.depth >= depth; directory = open.at(-1)) {
      open.pop();
      if (!directory.stays && !selection[directory.entry.index]) return true;
      const parent = open.at(-1);
      if (parent && directory.stays) parent.stays = true;
    }
    return false;
  };
  for (const entry of entries(survey.listing)) {
    if (closeTo(entry.depth)) return true;
    if (entry.kind === 'directory') open.push({ entry, stays: false });
    // A link to a directory is no file to pip.
    else if (
      !selection[entry.index] &&
      entry.kind !== 'symbolic link' &&
      (entry.area !== 'wheels' || entry.name.endsWith('.whl'))
    ) {
      const parent = open.at(-1);
      if (parent) parent.stays = true;
    }
  }
  return closeTo(0);
}
