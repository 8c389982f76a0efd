import { selectAll } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import { FOLLOWS_LINKS, hasLinkedArea, type Plan } from './plan.js';

/** `mode: purge`: everything in the areas, their roots included, as pip 26.2 leaves it. */
export function planPurge(survey: Survey): Plan {
  const selection = selectAll(survey.listing);
  return hasLinkedArea(survey)
    ? { pip: [], pipNotAsked: FOLLOWS_LINKS, selection }
    : { pip: [['cache', 'purge']], selection };
}
