import { selectAll } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import { FOLLOWS_LINKS, hasLinkedArea, type Plan } from './plan.js';

/** Plans mode `purge`: all areas with everything in them, including their roots, which pip 26.2 deletes too. */
export function planPurge(survey: Survey): Plan {
  const selection = selectAll(survey.listing);
  return hasLinkedArea(survey)
    ? { pip: [], pipNotAsked: FOLLOWS_LINKS, selection }
    : { pip: [['cache', 'purge']], selection };
}
