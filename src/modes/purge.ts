import { selectAll } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import { type Plan, pipMayDelete } from './plan.js';

/** `mode: purge`: everything in the areas, their roots included, as pip 26.2 leaves it. */
export function planPurge(survey: Survey): Plan {
  return {
    pip: pipMayDelete(survey) ? [['cache', 'purge']] : [],
    selection: selectAll(survey.listing),
  };
}
