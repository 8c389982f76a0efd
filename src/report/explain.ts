import { AREAS, type Area, byArea } from '../cache/areas.js';
import { type Count, sum, sumOfCounts, type Tally } from '../cache/tally.js';
import { names, PATIENCE_MS } from '../others.js';
import { infoCounts, type WhyDisabled } from '../pip/words.js';
import type { Remaining, Result } from '../result.js';
import { counted, exactSize, humanSize, seconds } from '../units.js';
import { leftBehind } from './left-behind.js';

/** What the areas are called. */
export const AREA_NAMES: Readonly<Record<Area, string>> = {
  http: 'HTTP responses, old format',
  'http-v2': 'HTTP responses',
  wheels: 'Locally built wheels',
};

/** The totals over all areas. */
export function totals(result: Result): { before: Tally; after: Tally; removed: Tally } {
  const areas = Object.values(result.areas);
  return {
    before: sum(areas.map((area) => area.before)),
    after: sum(areas.map((area) => area.after)),
    removed: sum(areas.map((area) => area.removed)),
  };
}

/** What pip left behind or did not reach, and this action removed. */
export function finishedByArea(areas: Result['areas']): Record<Area, Count> {
  return byArea((area) => areas[area].finished);
}

/** The result in a few words. */
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

/** The result in a sentence or two, with the numbers and the reason. Holds text that others wrote. */
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
  const [oldest, newest] = [all.oldest, all.newest].map((time) => new Date(time).toISOString().slice(0, 10));
  const written = oldest === newest ? `written on ${oldest}` : `written from ${oldest} to ${newest}`;
  const when = all.newest === 0 ? '' : `, ${written}`;
  return `${amount(before)}${of} in ${result.cacheDirectory}${when}.`;
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

/** Why pip keeps no cache, in a sentence. Holds text that others wrote. */
export function whyDisabled(because: WhyDisabled | undefined): string {
  return because?.cause === 'owner'
    ? `pip leaves ${because.directory} alone, since it belongs to another user or is not writable.`
    : 'The setting no-cache-dir (PIP_NO_CACHE_DIR, or in a pip.conf) is there; pip keeps no cache then, whatever its value is.';
}

// undefined when it is nothing at all
function amount({ files, directories }: Count): string | undefined {
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

/** What else there is to know, a sentence each. Holds text that others wrote. */
export function notes(result: Result): string[] {
  return [
    ...(result.occasion.note === undefined ? [] : [result.occasion.note]),
    ...notPips(result),
    ...unreadable(result),
    ...pipsShare(result),
    ...whyPipWasNotAsked(result),
    ...notMatched(result),
    ...byOthers(result),
    ...whatStays(result),
    ...infoAfterwards(result),
  ];
}

/** What a user should look into although the step did not fail. */
export function warnings(result: Result): string[] {
  return [...notOurs(result), ...notPips(result), ...unreadable(result)];
}

function notOurs(result: Result): string[] {
  return result.disabledBecause?.cause === 'owner' ? [`pip's cache was not reset: ${explanation(result)}`] : [];
}

function unreadable({ unreadable: unseen, remaining }: Result): string[] {
  const [first] = unseen;
  // What could not be deleted is named already.
  if (!first || remaining.length > 0) return [];
  const what = counted(unseen.length, 'directory or file', 'directories or files');
  return [
    `${what} in the cache could not be read, so that the numbers lack what is in there. The first: ${remainingLine(first)}.`,
  ];
}

function notPips({ areas, cacheDirectory }: Result): string[] {
  return AREAS.flatMap((area) => {
    const { state } = areas[area];
    if (state !== 'link' && state !== 'not a directory') return [];
    const what = state === 'link' ? 'a symbolic link' : 'not a directory';
    return [`${area} in ${cacheDirectory} is ${what} and was left alone; pip expects a directory there.`];
  });
}

function pipsShare({ inputs, pip, areas, cancelled, pipVersion, endedFor }: Result): string[] {
  const asked = pip.filter(({ args }) => args[1] === 'purge' || args[1] === 'remove');
  // The one that was ended is the last: none is started after it.
  const failed = endedFor.length > 0 ? asked.at(-1) : asked.find(({ code }) => code !== 0);
  if (asked.length === 0 || cancelled) return [];
  const finished = finishedByArea(areas);
  // Of what `pip cache remove` leaves behind, versions tell nothing: it may not have been asked for all of it.
  if (!failed && inputs.mode === 'purge') {
    return [leftBehind(pipVersion || 'of an unknown version', finished) ?? []].flat();
  }
  const left = amount(sumOfCounts(Object.values(finished)));
  if (!failed && left !== undefined && !inputs.builtWheelsOnly) {
    return [`pip removes only wheels that it built itself; this action removed ${left} besides.`];
  }
  const end =
    endedFor.length > 0
      ? `was ended, since ${names(endedFor)} had begun`
      : failed?.code === null
        ? 'was ended by a signal'
        : `ended with exit code ${failed?.code}`;
  return [
    ...(failed ? [`${failed.command} ${end}.`] : []),
    ...(left === undefined ? [] : [`This action removed ${left} that pip did not ${failed ? 'reach' : 'remove'}.`]),
  ];
}

function whyPipWasNotAsked({ pipNotAsked }: Result): string[] {
  return pipNotAsked === undefined ? [] : [`pip was not asked to delete: ${pipNotAsked}. This action did it itself.`];
}

function notMatched({ unmatched, outcome }: Result): string[] {
  // nothing-to-do names them all in its first sentence.
  return unmatched.length === 0 || outcome === 'nothing-to-do' ? [] : [`Nothing matched: ${unmatched.join(', ')}.`];
}

function byOthers({ others }: Result): string[] {
  const what = amount(others);
  return what === undefined ? [] : [`${what} of that went otherwise: another process was at work, or pip tidied up.`];
}

function whatStays({ inputs, areas, outcome }: Result): string[] {
  if (!inputs.builtWheelsOnly || outcome === 'disabled' || outcome === 'skipped') return [];
  const { files, bytes } = sum([areas.http.after, areas['http-v2'].after]);
  if (files === 0) return [];
  return [
    `${humanSize(bytes)} of HTTP responses (${counted(files, 'file')}) stay: with built-wheels-only, this is about wheels that pip built itself, ` +
      'not about what it downloaded.',
  ];
}

function infoAfterwards({ pip, outcome, cancelled }: Result): string[] {
  const infos = pip.filter(({ args }) => args[1] === 'info');
  // The first is of before.
  const last = infos.length > 1 ? infos.at(-1) : undefined;
  if (!last || cancelled || (outcome !== 'reset' && outcome !== 'incomplete')) return [];
  const { responses, wheels } = infoCounts(last);
  if (wheels === undefined) return [];
  const parts = [
    ...(responses === undefined ? [] : [counted(responses, 'HTTP file')]),
    counted(wheels, 'locally built wheel'),
  ];
  return [`pip cache info now counts ${parts.join(' and ')}.`];
}

const CODES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'in use',
  EISDIR: 'has become a directory',
  ENAMETOOLONG: 'path too long',
  EPERM: 'not permitted',
  EROFS: 'read-only file system',
};

/** Something that could not be deleted or read, with the reason in words. Holds text that others wrote. */
export function remainingLine({ path, code }: Remaining): string {
  return `${path}: ${CODES[code] ?? 'the system refuses'} (${code})`;
}
