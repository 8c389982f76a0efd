import { type Area, byArea } from '../cache/areas.js';
import { type Count, sum, type Tally } from '../cache/tally.js';
import type { Holding } from '../inventory/contents.js';
import type { WhyDisabled } from '../pip/output.js';
import type { Remaining, Result } from '../reset/result.js';
import { names, PATIENCE_MS } from '../reset/wait-for-pips.js';
import { counted, exactSize, humanSize, isoTime, seconds } from '../util/units.js';
import { inOneLine, type Sentence, sentence, value, values } from './sentence.js';

/** The names of the areas for display. */
export const AREA_NAMES: Readonly<Record<Area, string>> = {
  http: 'HTTP responses, old format',
  'http-v2': 'HTTP responses',
  wheels: 'Locally built wheels',
};

/** Returns the totals over all areas. */
export function totals(result: Result): { before: Tally; after: Tally; removed: Tally } {
  const areas = Object.values(result.areas);
  return {
    before: sum(areas.map((area) => area.before)),
    after: sum(areas.map((area) => area.after)),
    removed: sum(areas.map((area) => area.removed)),
  };
}

/** Returns, by area, what pip left behind or did not reach and this action removed. */
export function finishedByArea(areas: Result['areas']): Record<Area, Count> {
  return byArea((area) => areas[area].finished);
}

/** Returns the result in a few words. */
export function headline(result: Result): string {
  const { bytes } = totals(result).removed;
  switch (result.outcome) {
    case 'reset':
      return bytes > 0 ? `Freed ${humanSize(bytes)} of pip's cache` : "Tidied up pip's cache";
    case 'dry-run':
      return `Dry run: ${humanSize(bytes)} of pip's cache would go`;
    case 'nothing-to-do':
      return isEmptyAfter(result) ? "pip's cache is already empty" : "Nothing to remove from pip's cache";
    case 'skipped':
      return "pip's cache is below the threshold, and stays";
    case 'disabled':
      return result.disabledBecause?.cause === 'owner' ? "pip doesn't use its cache" : "pip's cache is turned off";
    case 'inspected':
      return isEmptyAfter(result)
        ? "pip's cache is empty"
        : `pip's cache holds ${humanSize(totals(result).before.bytes)}`;
    case 'incomplete':
      return result.cancelled
        ? `Cancelled: ${result.cutShort ? 'at least ' : ''}${humanSize(bytes)} of pip's cache are gone`
        : `pip's cache is not reset completely (${humanSize(bytes)} freed)`;
  }
}

/** Returns the result in a sentence or two, with the numbers and the reason. */
export function explanation(result: Result): Sentence {
  const { before, removed } = totals(result);
  const what = amount(removed) ?? 'Nothing';
  const where = value(result.cacheDirectory);
  switch (result.outcome) {
    case 'reset':
      return isEmptyAfter(result)
        ? sentence`pip's cache in ${where} is empty now: ${what} removed.`
        : sentence`${what} removed from ${where}${ofPackages(result)}.`;
    case 'dry-run':
      return sentence`${what} would go from ${where}${ofPackages(result)}. Nothing was deleted.`;
    case 'nothing-to-do':
      return nothingToDo(result);
    case 'skipped': {
      const minSize = result.inputs.minSize ?? 0;
      const size = humanSize(before.bytes) === humanSize(minSize) ? exactSize : humanSize;
      return inOneLine([
        sentence`It holds ${size(before.bytes)} in ${where}, less than min-size (${size(minSize)}).`,
        sentence`Nothing was deleted.`,
      ]);
    }
    case 'disabled':
      return sentence`${whyDisabled(result.disabledBecause)} Nothing was deleted.`;
    case 'inspected':
      return sentence`${inspected(result)} Nothing was deleted.`;
    case 'incomplete':
      return result.cancelled
        ? sentence`The job was cancelled midway. ${cancelledMidway(result)}`
        : inOneLine([...inUse(result), ...notDeletable(result), sentence`${what} removed.`]);
  }
}

function inspected(result: Result): Sentence {
  const { before } = totals(result);
  const where = value(result.cacheDirectory);
  const { projects = [], all } = result.contents ?? {};
  if (!all || all.files === 0) return sentence`${amount(before) ?? 'Nothing'} in ${where}.`;
  const of = projects.length === 0 ? '' : ` of ${counted(projects.length, 'project')}`;
  return sentence`${amount(before) ?? 'Nothing'}${of} in ${where}${written(all)}.`;
}

function written(holding: Holding): string {
  const [oldest, newest] = [holding.oldest, holding.newest].map((time) => isoTime(time)?.slice(0, 10));
  if (oldest === undefined || newest === undefined) return '';
  return oldest === newest ? `, written on ${oldest}` : `, written from ${oldest} to ${newest}`;
}

function inUse({ inUseBy, cacheDirectory }: Result): Sentence[] {
  if (inUseBy.length === 0) return [];
  const waited = seconds(PATIENCE_MS);
  return [
    sentence`Still at work on ${value(cacheDirectory)} after ${waited} of waiting: ${names(inUseBy)}.`,
    sentence`A pip fails when what it uses is deleted, so that the rest of what was to go stays.`,
  ];
}

function notDeletable({ remaining, cacheDirectory }: Result): Sentence[] {
  if (remaining.length === 0) return [];
  return [sentence`${counted(remaining.length, 'entry', 'entries')} in ${value(cacheDirectory)} could not be deleted.`];
}

function cancelledMidway(result: Result): Sentence {
  const { removed, after } = totals(result);
  const [what, where] = [amount(removed), value(result.cacheDirectory)];
  if (!result.cutShort) {
    return sentence`${what ?? 'Nothing'} removed from ${where}; ${amount(after) ?? 'nothing'} still there.`;
  }
  const removedAtLeast = what === undefined ? [] : [sentence`At least ${what} removed from ${where}.`];
  return inOneLine([...removedAtLeast, sentence`There was no time left to count what is still there.`]);
}

function isEmptyAfter({ areas, inputs }: Result): boolean {
  return (
    inputs.mode !== 'remove' &&
    Object.values(areas).every(
      ({ state, after, unreadable }) =>
        after.files + after.directories + unreadable === 0 && (state === 'absent' || state === 'directory'),
    )
  );
}

function ofPackages({ inputs, unmatched }: Result): Sentence {
  const found = inputs.packages.map(({ text }) => text).filter((name) => !unmatched.includes(name));
  return inputs.mode === 'remove'
    ? sentence`: ${inputs.builtWheelsOnly ? 'locally built wheels' : 'all'} of ${values(found)}`
    : [];
}

/** Returns a sentence that explains why pip's cache is disabled. */
export function whyDisabled(because: WhyDisabled | undefined): Sentence {
  return because?.cause === 'owner'
    ? sentence`pip leaves ${value(because.directory)} alone, since it belongs to another user or is not writable.`
    : inOneLine([
        sentence`The setting no-cache-dir (PIP_NO_CACHE_DIR, or in a pip.conf) is there;`,
        sentence`pip keeps no cache then, whatever its value is.`,
      ]);
}

/** Describes a number of files and directories: `2 files and 1 directory`. Returns undefined if both are 0. */
export function amount({ files, directories }: Count): string | undefined {
  const parts = [
    ...(files > 0 ? [counted(files, 'file')] : []),
    ...(directories > 0 ? [counted(directories, 'directory', 'directories')] : []),
  ];
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

function nothingToDo(result: Result): Sentence {
  const { inputs } = result;
  const where = value(result.cacheDirectory);
  const packages = values(inputs.packages.map(({ text }) => text));
  if (inputs.mode === 'purge') {
    return isEmptyAfter(result)
      ? sentence`There is nothing that pip cached in ${where}.`
      : sentence`There is nothing that could go in ${where}.`;
  }
  return inputs.builtWheelsOnly
    ? sentence`No locally built wheel in ${where} is one of: ${packages}.`
    : sentence`There is nothing in ${where} of: ${packages}.`;
}

const CODES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'in use',
  EISDIR: 'has become a directory',
  ENAMETOOLONG: 'path too long',
  EPERM: 'not permitted',
  EROFS: 'read-only file system',
};

/** Returns the path of something that could not be deleted or read, with the reason. */
export function remainingLine({ path, code }: Remaining): Sentence {
  return sentence`${value(path)}: ${CODES[code] ?? 'the system refuses'} (${code})`;
}
