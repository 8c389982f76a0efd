import { type Area, byArea } from '../cache/areas.js';
import { type Count, sum, type Tally } from '../cache/tally.js';
import type { Holding } from '../inventory/contents.js';
import type { WhyDisabled } from '../pip/output.js';
import type { Remaining, Result } from '../reset/result.js';
import { names, PATIENCE_MS } from '../reset/wait-for-pips.js';
import { counted, exactSize, humanSize, isoTime, seconds } from '../util/units.js';

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

/** Returns the result in a sentence or two, with the numbers and the reason. Contains untrusted text. */
export function explanation(result: Result): string {
  const { before, removed } = totals(result);
  const what = amount(removed) ?? 'Nothing';
  const where = result.cacheDirectory;
  switch (result.outcome) {
    case 'reset':
      return isEmptyAfter(result)
        ? `pip's cache in ${where} is empty now: ${what} removed.`
        : `${what} removed from ${where}${ofPackages(result)}.`;
    case 'dry-run':
      return `${what} would go from ${where}${ofPackages(result)}. Nothing was deleted.`;
    case 'nothing-to-do':
      return nothingToDo(result);
    case 'skipped': {
      const size = humanSize(before.bytes) === humanSize(result.inputs.minSize ?? 0) ? exactSize : humanSize;
      return (
        `It holds ${size(before.bytes)} in ${where}, less than min-size (${size(result.inputs.minSize ?? 0)}). ` +
        'Nothing was deleted.'
      );
    }
    case 'disabled':
      return `${whyDisabled(result.disabledBecause)} Nothing was deleted.`;
    case 'inspected':
      return `${inspected(result)} Nothing was deleted.`;
    case 'incomplete':
      return result.cancelled
        ? `The job was cancelled midway. ${cancelledMidway(result)}`
        : [...inUse(result), ...notDeletable(result), `${what} removed.`].join(' ');
  }
}

function inspected(result: Result): string {
  const { before } = totals(result);
  const { projects = [], all } = result.contents ?? {};
  if (!all || all.files === 0) return `${amount(before) ?? 'Nothing'} in ${result.cacheDirectory}.`;
  const of = projects.length === 0 ? '' : ` of ${counted(projects.length, 'project')}`;
  return `${amount(before)}${of} in ${result.cacheDirectory}${written(all)}.`;
}

function written(holding: Holding): string {
  const [oldest, newest] = [holding.oldest, holding.newest].map((time) => isoTime(time)?.slice(0, 10));
  if (oldest === undefined || newest === undefined) return '';
  return oldest === newest ? `, written on ${oldest}` : `, written from ${oldest} to ${newest}`;
}

function inUse({ inUseBy, cacheDirectory }: Result): string[] {
  return inUseBy.length === 0
    ? []
    : [
        `Still at work on ${cacheDirectory} after ${seconds(PATIENCE_MS)} of waiting: ${names(inUseBy)}. ` +
          'A pip fails when what it uses is deleted, so that the rest of what was to go stays.',
      ];
}

function notDeletable({ remaining, cacheDirectory }: Result): string[] {
  return remaining.length === 0
    ? []
    : [`${counted(remaining.length, 'entry', 'entries')} in ${cacheDirectory} could not be deleted.`];
}

function cancelledMidway(result: Result): string {
  const { removed, after } = totals(result);
  const [what, where] = [amount(removed), result.cacheDirectory];
  if (!result.cutShort) return `${what ?? 'Nothing'} removed from ${where}; ${amount(after) ?? 'nothing'} still there.`;
  const counted = what === undefined ? '' : `At least ${what} removed from ${where}. `;
  return `${counted}There was no time left to count what is still there.`;
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

function ofPackages({ inputs, unmatched }: Result): string {
  const found = inputs.packages.map(({ text }) => text).filter((name) => !unmatched.includes(name));
  return inputs.mode === 'remove'
    ? `: ${inputs.builtWheelsOnly ? 'locally built wheels' : 'all'} of ${found.join(', ')}`
    : '';
}

function packageNames({ packages }: Result['inputs']): string {
  return packages.map((selector) => selector.text).join(', ');
}

/** Returns a sentence that explains why pip's cache is disabled. Contains untrusted text. */
export function whyDisabled(because: WhyDisabled | undefined): string {
  return because?.cause === 'owner'
    ? `pip leaves ${because.directory} alone, since it belongs to another user or is not writable.`
    : 'The setting no-cache-dir (PIP_NO_CACHE_DIR, or in a pip.conf) is there; ' +
        'pip keeps no cache then, whatever its value is.';
}

/** Describes a number of files and directories: `2 files and 1 directory`. Returns undefined if both are 0. */
export function amount({ files, directories }: Count): string | undefined {
  const parts = [
    ...(files > 0 ? [counted(files, 'file')] : []),
    ...(directories > 0 ? [counted(directories, 'directory', 'directories')] : []),
  ];
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

function nothingToDo(result: Result): string {
  const { inputs, cacheDirectory } = result;
  if (inputs.mode === 'purge') {
    return isEmptyAfter(result)
      ? `There is nothing that pip cached in ${cacheDirectory}.`
      : `There is nothing that could go in ${cacheDirectory}.`;
  }
  return inputs.builtWheelsOnly
    ? `No locally built wheel in ${cacheDirectory} is one of: ${packageNames(inputs)}.`
    : `There is nothing in ${cacheDirectory} of: ${packageNames(inputs)}.`;
}

const CODES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'in use',
  EISDIR: 'has become a directory',
  ENAMETOOLONG: 'path too long',
  EPERM: 'not permitted',
  EROFS: 'read-only file system',
};

/** Returns the path of something that could not be deleted or read, with the reason. Contains untrusted text. */
export function remainingLine({ path, code }: Remaining): string {
  return `${path}: ${CODES[code] ?? 'the system refuses'} (${code})`;
}
