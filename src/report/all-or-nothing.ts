import { statSync, truncateSync } from 'node:fs';

/**
 * Appends to one of the files through which a step passes values to the runner. If the disk is full, only a part may be
 * written, and the runner would fail the step because of it. Therefore the file is truncated to its old size if writing
 * fails.
 *
 * @param file the path of the file.
 * @param write appends to the file.
 * @throws the error of `write` or of the file system.
 */
export function allOrNothing(file: string, write: () => void): void {
  const { size } = statSync(file);
  try {
    write();
  } catch (thrown) {
    truncateSync(file, size);
    throw thrown;
  }
}
