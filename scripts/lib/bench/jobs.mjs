// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildDistribution } from '../../../__tests__/support/distributions.mjs';
import { realShapedResponses } from '../../../__tests__/support/real-shaped-responses.mjs';
import { syntheticResponses } from '../../../__tests__/support/synthetic-responses.mjs';
import { AREAS, purgeByHand, removeByHand } from './by-hand.mjs';

/** @typedef {import('./setup.mjs').Bench} Bench */

/**
 * @typedef {object} Job what the step and the commands by hand both do
 * @property {string} what
 * @property {Record<string, string>} inputs of the step
 * @property {(pipVersion: string) => string} byHand the same work, for sh
 * @property {() => void} fill fills the cache
 * @property {string[]} removed paths that must not be there afterwards
 * @property {(outputs: Record<string, string>) => boolean} isRight whether the step's outputs are as they should be
 * @property {boolean} namesProjects whether the step is to be measured with an inventory that names projects
 */

/**
 * Purges a cache of HTTP responses, two files each.
 * @param {Bench} bench
 * @param {object} options
 * @param {number} options.responses
 * @param {boolean} [options.realShaped] whether the responses are wheels, index pages and so on, which name their
 * projects
 * @returns {Job}
 */
export function purgeOf(bench, { responses, realShaped = false }) {
  const write = realShaped ? realShapedResponses : syntheticResponses;
  return {
    what: `step / by hand, ${2 * responses} files${realShaped ? ' of named projects' : ''}`,
    inputs: {},
    byHand: purgeByHand,
    fill: () => bench.fillFromCopy(`${write.name}-${responses}`, (directory) => write(directory, responses)),
    removed: AREAS.map((area) => join(bench.cacheDir, area)),
    isRight: (outputs) => outputs['files-removed'] === String(2 * responses),
    namesProjects: realShaped,
  };
}

const PROJECT = 'project-7';

/**
 * Removes one project from a cache of HTTP responses, two files each, and a few built wheels. By hand, only its wheel
 * is removed.
 * @param {Bench} bench
 * @param {number} responses
 * @returns {Job}
 */
export function removalFrom(bench, responses) {
  const wheels = ['project-3', PROJECT, 'project-11'].map(builtWheel);
  return {
    what: `step / by hand, one project of ${2 * responses} files`,
    inputs: { mode: 'remove', package: PROJECT },
    byHand: () => removeByHand(PROJECT.replaceAll('-', '_')),
    fill: () =>
      bench.fillFromCopy(`removal-${responses}`, (directory) => {
        realShapedResponses(directory, responses);
        for (const { path, bytes } of wheels) {
          mkdirSync(dirname(join(directory, path)), { recursive: true });
          writeFileSync(join(directory, path), bytes);
        }
      }),
    removed: wheels.filter(({ project }) => project === PROJECT).map(({ path }) => join(bench.cacheDir, path)),
    // The wheel, and two files of at least one response.
    isRight: (outputs) => outputs.projects === '1' && Number(outputs['files-removed']) >= 3,
    namesProjects: true,
  };
}

/** A wheel that pip built, and its path in the cache. @param {string} project */
function builtWheel(project, /** @type {number} */ number) {
  const { fileName, bytes } = buildDistribution({ name: project, version: '1.0' });
  return { project, path: join('wheels', 'a', 'b', 'c', `${number}`.padStart(56, '0'), fileName), bytes };
}
