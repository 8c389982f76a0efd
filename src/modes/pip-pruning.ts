import type { Selection } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import { walk } from '../cache/walk.js';

/**
 * Whether `pip cache remove` would also delete directories that are not selected. pip 26.0 and later delete each
 * directory that has no file below it, and in `wheels` each directory that has no `.whl` below it, with everything in
 * it (utils/filesystem.py, subdirs_without_files and subdirs_without_wheels).
 *
 * @param version pip's version; if unknown, it counts as a new one.
 * @param selection the entries to remove.
 */
export function prunesElsewhere(version: string | undefined, survey: Survey, selection: Selection): boolean {
  if (Number.parseInt(version ?? '26', 10) < 26) return false;
  let prunes = false;
  walk<{ kept: boolean }>(survey.listing, {
    enter: () => ({ kept: false }),
    file(file, parent) {
      // pip does not count a link to a directory as a file.
      const counts = file.kind !== 'symbolic link' && (file.area !== 'wheels' || file.name.endsWith('.whl'));
      if (parent && counts && !selection[file.index]) parent.kept = true;
    },
    leave(directory, { kept }, parent) {
      if (!kept && !selection[directory.index]) prunes = true;
      if (parent && kept) parent.kept = true;
    },
  });
  return prunes;
}
