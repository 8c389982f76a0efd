// @ts-check

/**
 * The contents of the files that contain the version.
 * @typedef {object} Files
 * @property {string} package package.json
 * @property {string} lock package-lock.json
 * @property {string} changelog CHANGELOG.md
 * @property {string} readme README.md
 */

/**
 * Returns the text of the release for a tag: the section of the changelog, without its heading.
 *
 * @param {string} tag v1.2.3
 * @param {Files} files
 * @returns {string}
 * @throws {Error} if tag, versions and changelog do not fit together. The message says what to do.
 */
export function releaseNotes(tag, files) {
  const [, version, major] = /^v((0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*))$/.exec(tag) ?? [];
  if (version === undefined) throw new Error(`The tag ${JSON.stringify(tag)} is no version. Allowed: such as v1.2.3.`);
  const lock = JSON.parse(files.lock);
  for (const [file, found] of [
    ['package.json', JSON.parse(files.package).version],
    ['package-lock.json', lock.version],
    ['package-lock.json (packages)', lock.packages[''].version],
  ]) {
    if (found !== version) {
      throw new Error(
        `The version in ${file} is ${found}, not ${version}. Run: npm version --no-git-tag-version ${version}`,
      );
    }
  }
  const other = [...files.readme.matchAll(/reset-pip-cache(?:\/[\w-]+)?@([\w.]+)/g)].find(
    ([, ref]) => ref !== `v${major}`,
  );
  if (other) throw new Error(`README.md says ${other[0]}. Of ${tag}, users take v${major}.`);
  return section(version, files.changelog);
}

/** @param {string} version @param {string} changelog */
function section(version, changelog) {
  const [, latest = '', ...earlier] = changelog.split(/^## /m);
  const [heading = '', ...lines] = latest.split('\n');
  const [, named, date] = /^\[(.+)\] - (.+)$/.exec(heading.trimEnd()) ?? [];
  if (named !== version) {
    throw new Error(`The first section of CHANGELOG.md is "${heading}". It has to be that of ${version}.`);
  }
  if (date === undefined || !isDate(date)) {
    throw new Error(
      `CHANGELOG.md says "${date}" for ${version}. It has to be the day of the release, such as 2026-01-31.`,
    );
  }
  const before = /^\[(\d+\.\d+\.\d+)\]/.exec(earlier[0] ?? '')?.[1];
  if (before !== undefined && !isLater(version, before)) {
    throw new Error(`${version} comes after ${before} in CHANGELOG.md, but is not later.`);
  }
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return notes;
}

/** @param {string} text */
function isDate(text) {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10;
}

/** @param {string} version @param {string} other */
function isLater(version, other) {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number));
  const at = a?.findIndex((part, index) => part !== b?.[index]) ?? -1;
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}
