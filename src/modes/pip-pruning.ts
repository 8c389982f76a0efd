import type { Selection } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import { walk } from '../cache/walk.js';

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
  let prunes = false;
  walk<{ stays: boolean }>(survey.listing, {
    enter: () => ({ stays: false }),
    file(file, parent) {
      // A link to a directory is no file to pip.
      const counts = file.kind !== 'symbolic link' && (file.area !== 'wheels' || file.name.endsWith('.whl'));
      if (parent && counts && !selection[file.index]) parent.stays = true;
    },
    leave(directory, { stays }, parent) {
      if (!stays && !selection[directory.index]) prunes = true;
      if (parent && stays) parent.stays = true;
    },
  });
  return prunes;
}
