import type { Result } from '../reset/result.js';
import { humanSize } from '../util/units.js';
import { totals } from './explain.js';

/**
 * Returns the outputs of action.yml by name. Numbers are plain integers, sizes are in bytes. The output `report` is
 * added when the report has been written.
 */
export function outputsOf(result: Result): Record<string, string> {
  const { before, after, removed } = totals(result);
  const numbers = {
    'files-before': before.files,
    'files-after': after.files,
    'files-removed': removed.files,
    'bytes-before': before.bytes,
    'bytes-after': after.bytes,
    'bytes-removed': removed.bytes,
    'directories-removed': removed.directories,
    'disk-bytes-freed': removed.diskBytes,
  };
  return {
    outcome: result.outcome,
    'cache-dir': result.cacheDirectory,
    'python-path': result.interpreter,
    'pip-version': result.pipVersion,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    freed: humanSize(removed.bytes),
    projects: result.contents ? String(result.contents.projects.length) : '',
    'largest-project': result.contents?.projects[0]?.project ?? '',
  };
}
