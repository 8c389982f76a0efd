import { AREAS } from '../cache/areas.js';
import { sum, sumOfCounts } from '../cache/tally.js';
import { failure, infoCounts } from '../pip/output.js';
import type { Result } from '../reset/result.js';
import { names } from '../reset/wait-for-pips.js';
import { counted, humanSize } from '../util/units.js';
import { amount, explanation, finishedByArea, remainingLine } from './explain.js';
import { leftBehind } from './left-behind.js';
import { inOneLine, type Sentence, sentence, value, values } from './sentence.js';

/** Returns additional information about a result, one sentence each. */
export function notes(result: Result): Sentence[] {
  return [
    ...(result.stepKind.note === undefined ? [] : [[result.stepKind.note]]),
    ...foreignAreas(result),
    ...laterFormats(result),
    ...unreadable(result),
    ...unread(result),
    ...otherDirectories(result),
    ...leftByPip(result),
    ...whyPipWasNotAsked(result),
    ...unmatchedPackages(result),
    ...removedByOthers(result),
    ...keptResponses(result),
    ...failedInfo(result),
    ...infoAfter(result),
  ];
}

/** Returns what a user should look into although the step did not fail. */
export function warnings(result: Result): Sentence[] {
  return [
    ...foreignCache(result),
    ...foreignAreas(result),
    ...laterFormats(result),
    ...unreadable(result),
    ...unread(result),
  ];
}

function foreignCache(result: Result): Sentence[] {
  return result.disabledBecause?.cause === 'owner' ? [sentence`pip's cache was not reset: ${explanation(result)}`] : [];
}

function unreadable({ unreadable: unseen, remaining }: Result): Sentence[] {
  const [first] = unseen;
  // If something could not be deleted, the result names it already.
  if (!first || remaining.length > 0) return [];
  const what = counted(unseen.length, 'directory or file', 'directories or files');
  return [
    inOneLine([
      sentence`${what} in the cache could not be read, so that the numbers lack what is in there.`,
      sentence`The first: ${remainingLine(first)}.`,
    ]),
  ];
}

function unread({ unread: files, inputs }: Result): Sentence[] {
  if (!files) return [];
  const one = files.files === 1;
  const stays = inputs.mode === 'remove' ? `, and leaves ${one ? 'it' : 'them'} in place` : '';
  return [
    inOneLine([
      sentence`${counted(files.files, 'file')} (${humanSize(files.bytes)}) in the cache could not be read,`,
      sentence`so the action does not know which packages ${one ? 'it belongs' : 'they belong'} to${stays}.`,
      sentence`The first: ${remainingLine(files.first)}.`,
      sentence`pip before 25.0 makes its files readable by their owner alone:`,
      sentence`run this step as that user, or make the files readable.`,
    ]),
  ];
}

function foreignAreas({ areas, cacheDirectory }: Result): Sentence[] {
  return AREAS.flatMap((area) => {
    const { state } = areas[area];
    if (state !== 'link' && state !== 'not a directory') return [];
    const what = state === 'link' ? 'a symbolic link' : 'not a directory';
    return [
      sentence`${area} in ${value(cacheDirectory)} is ${what} and was left alone; pip expects a directory there.`,
    ];
  });
}

function laterFormats({ unknownFormats, cacheDirectory }: Result): Sentence[] {
  return unknownFormats
    .filter(({ isFormat }) => isFormat)
    .map(({ name, files, bytes }) =>
      inOneLine([
        sentence`${value(name)} in ${value(cacheDirectory)}`,
        sentence`(${humanSize(bytes)} in ${counted(files, 'file')}) looks like`,
        sentence`a format of a later pip, which this version of the action does not know.`,
        sentence`It was neither counted nor deleted.`,
      ]),
    );
}

function otherDirectories({ unknownFormats, cacheDirectory }: Result): Sentence[] {
  const others = unknownFormats.filter(({ isFormat }) => !isFormat).map(({ name }) => name);
  if (others.length === 0) return [];
  return [sentence`Not a part of pip's cache, and left alone in ${value(cacheDirectory)}: ${values(others)}.`];
}

function leftByPip({ inputs, pip, areas, cancelled, pipVersion, endedFor }: Result): Sentence[] {
  const runs = pip.filter(({ args }) => args[1] === 'purge' || args[1] === 'remove');
  // After a run that was ended, no further one is started, so it is the last.
  const failed = endedFor.length > 0 ? runs.at(-1) : runs.find(({ code }) => code !== 0);
  if (runs.length === 0 || cancelled) return [];
  const finished = finishedByArea(areas);
  // What `pip cache remove` leaves behind says nothing about pip's version, because its patterns may not cover it all.
  if (!failed && inputs.mode === 'purge') {
    const left = leftBehind(pipVersion || 'of an unknown version', finished);
    return left === undefined ? [] : [left];
  }
  const left = amount(sumOfCounts(Object.values(finished)));
  if (!failed && left !== undefined && !inputs.builtWheelsOnly) {
    return [sentence`pip removes only wheels that it built itself; this action removed ${left} besides.`];
  }
  const end =
    endedFor.length > 0
      ? `was ended, since ${names(endedFor)} had begun`
      : failed?.code === null
        ? 'was ended by a signal'
        : `ended with exit code ${failed?.code}`;
  return [
    ...(failed ? [sentence`${value(failed.command)} ${end}.`] : []),
    ...(left === undefined
      ? []
      : [sentence`This action removed ${left} that pip did not ${failed ? 'reach' : 'remove'}.`]),
  ];
}

function whyPipWasNotAsked({ pipNotAsked }: Result): Sentence[] {
  return pipNotAsked === undefined
    ? []
    : [sentence`pip was not asked to delete: ${pipNotAsked}. This action did it itself.`];
}

function unmatchedPackages({ unmatched, outcome }: Result): Sentence[] {
  // The explanation of nothing-to-do names them already.
  return unmatched.length === 0 || outcome === 'nothing-to-do'
    ? []
    : [sentence`Nothing matched: ${values(unmatched)}.`];
}

function removedByOthers({ others }: Result): Sentence[] {
  const what = amount(others);
  return what === undefined
    ? []
    : [sentence`${what} of that went otherwise: another process was at work, or pip tidied up.`];
}

function keptResponses({ inputs, areas, outcome }: Result): Sentence[] {
  if (!inputs.builtWheelsOnly || outcome === 'disabled' || outcome === 'skipped') return [];
  const { files, bytes } = sum([areas.http.after, areas['http-v2'].after]);
  if (files === 0) return [];
  return [
    inOneLine([
      sentence`${humanSize(bytes)} of HTTP responses (${counted(files, 'file')}) stay: with built-wheels-only,`,
      sentence`this is about wheels that pip built itself, not about what it downloaded.`,
    ]),
  ];
}

// The action counts files itself, so nothing depends on `pip cache info`.
function failedInfo({ pip, cancelled, outcome }: Result): Sentence[] {
  if (cancelled || outcome === 'disabled') return [];
  const failures = pip.filter(({ args }) => args[1] === 'info').flatMap((run) => failure(run) ?? []);
  return [...new Set(failures)].map(
    (how) => sentence`pip cache info ${value(how)}. The numbers here do not depend on it: they are counted on disk.`,
  );
}

function infoAfter({ pip, outcome, cancelled }: Result): Sentence[] {
  const infos = pip.filter(({ args }) => args[1] === 'info');
  // The first run was made before anything was deleted.
  const last = infos.length > 1 ? infos.at(-1) : undefined;
  if (last?.code !== 0 || cancelled || (outcome !== 'reset' && outcome !== 'incomplete')) return [];
  const { responses, wheels } = infoCounts(last);
  if (wheels === undefined) return [];
  const parts = [
    ...(responses === undefined ? [] : [counted(responses, 'HTTP file')]),
    counted(wheels, 'locally built wheel'),
  ];
  return [sentence`pip cache info now counts ${parts.join(' and ')}.`];
}
