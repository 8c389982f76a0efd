import { randomUUID } from 'node:crypto';
import { closeSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AREAS } from '../cache/areas.js';
import { sumOfCounts, type Tally } from '../cache/tally.js';
import type { Holding } from '../inventory/contents.js';
import type { Result } from '../reset/result.js';
import { isoTime } from '../util/units.js';
import { explanation, finishedByArea, totals } from './explain.js';
import { notes } from './notes.js';
import { outputsOf } from './outputs.js';
import { plain } from './sentence.js';

/** Returns the report, in the format of docs/report.schema.json. */
export function reportOf(result: Result): object {
  const { inputs } = result;
  return {
    schema: 1,
    outcome: result.outcome,
    explanation: plain(explanation(result)),
    notes: notes(result).map(plain),
    inputs: {
      mode: inputs.mode,
      packages: inputs.packages.map((selector) => selector.text),
      builtWheelsOnly: inputs.builtWheelsOnly,
      dryRun: inputs.dryRun,
      minSize: inputs.minSize ?? null,
      expectCacheDir: inputs.expectCacheDir ?? null,
      pythonPath: inputs.pythonPath ?? null,
    },
    interpreter: result.interpreter,
    pipVersion: result.pipVersion,
    cacheDirectory: result.cacheDirectory,
    areas: Object.fromEntries(AREAS.map((area) => [area, result.areas[area]])),
    total: totals(result) satisfies Record<string, Tally>,
    freed: outputsOf(result).freed,
    ...contentsIn(result),
    finished: sumOfCounts(Object.values(finishedByArea(result.areas))),
    unknownFormats: result.unknownFormats.map(({ name, files, bytes }) => ({ name, files, bytes })),
    remaining: result.remaining,
    unreadable: result.unreadable,
    unmatched: result.unmatched,
    others: result.others,
    inUseBy: result.inUseBy,
    endedFor: result.endedFor,
    cancelled: result.cancelled,
    cutShort: result.cutShort,
    pip: result.pip.map(({ command, code, stdout, stderr, milliseconds }) => ({
      command,
      exitCode: code,
      stdout,
      stderr,
      milliseconds: Math.round(milliseconds),
    })),
    milliseconds: Math.round(result.milliseconds),
  };
}

function contentsIn({ contents }: Result): object {
  if (!contents) return { projects: null, kinds: null };
  const times = ({ files, bytes, oldest, newest }: Holding) => ({
    files,
    bytes,
    oldest: isoTime(oldest) ?? null,
    newest: isoTime(newest) ?? null,
  });
  return {
    projects: contents.projects.map(({ project, versions, moreVersions, kinds, ...holding }) => ({
      name: project,
      versions,
      moreVersions,
      kinds,
      ...times(holding),
    })),
    kinds: Object.fromEntries(Object.entries(contents.kinds).map(([kind, holding]) => [kind, times(holding)])),
  };
}

/**
 * Writes the report to a new file.
 *
 * @param directory the directory of the file. Files in RUNNER_TEMP exist until the job ends.
 * @returns the path of the file.
 * @throws the error of the file system.
 */
export function writeReport(result: Result, directory: string): string {
  const path = join(directory, `reset-pip-cache-${randomUUID()}.json`);
  const report = `${JSON.stringify(reportOf(result), undefined, 2)}\n`;
  const file = openSync(path, 'wx', 0o644);
  try {
    writeFileSync(file, report);
  } catch (thrown) {
    // If the disk is full, a part of the report is useless and takes the space that the outputs need.
    unlinkSync(path);
    throw thrown;
  } finally {
    closeSync(file);
  }
  return path;
}
