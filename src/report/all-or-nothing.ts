import { statSync, truncateSync } from 'node:fs';

/**
 * Writes to one of the runner's files, by which a step hands values over. A full disk may take a part only, for which the runner would fail the step: then
 * that part is taken away again.
 *
 * @param file its path.
 * @param write appends to it.
 * @throws what `write` and the file system say.
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
