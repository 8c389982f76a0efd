import { lstatSync, readdirSync } from 'node:fs';
import type { Pace } from '../util/pace.js';
import { counted } from '../util/units.js';
import { AREAS } from './areas.js';
import { type BytePath, child, fsPath, readable } from './paths.js';

/** A directory beside the areas that may hold HTTP responses, in a format that this action does not know. */
export interface UnknownFormat {
  readonly name: string;
  /** Whether it is called as pip calls its formats: `http-v` and a number. */
  readonly isFormat: boolean;
  readonly files: number;
  /** Apparent size of the files in bytes. */
  readonly bytes: number;
}

/**
 * Lists the directories called `http-…` in a cache directory that are none of the areas, and counts what they hold.
 * Does not follow links, and leaves out what can't be read.
 *
 * @param shouldStop checked at short intervals. Once it returns true, the counts are lower bounds.
 */
export async function unknownFormats(
  cacheDirectory: BytePath,
  pace: Pace,
  shouldStop: () => boolean = () => false,
): Promise<UnknownFormat[]> {
  const formats: UnknownFormat[] = [];
  for (const name of names(cacheDirectory)) {
    // Where case makes no difference, an area may be spelled otherwise.
    const isArea = AREAS.some((area) => area === name.toLowerCase());
    if (isArea || !/^http-/i.test(name) || !status(child(cacheDirectory, name))?.isDirectory()) continue;
    let [files, bytes] = [0, 0];
    const pending = [child(cacheDirectory, name)];
    for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
      for (const path of names(directory).map((entry) => child(directory as BytePath, entry))) {
        const found = status(path);
        if (found?.isDirectory()) pending.push(path);
        else if (found) {
          files += 1;
          bytes += found.size;
        }
      }
      const pause = pace(() => `${counted(files, 'file')} counted in ${readable(name)}`);
      if (pause) await pause;
      if (shouldStop()) break;
    }
    formats.push({ name: readable(name), isFormat: /^http-v\d+$/.test(name), files, bytes });
  }
  return formats;
}

function names(directory: BytePath): string[] {
  try {
    return readdirSync(fsPath(directory), 'latin1').sort();
  } catch {
    return [];
  }
}

function status(path: BytePath) {
  try {
    return lstatSync(fsPath(path), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
