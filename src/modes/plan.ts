import { isEmpty, type Selection } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import type { Inventory } from '../inventory/label.js';

/** What a mode removes. First the pip commands run, then the action deletes what is left of the selection. */
export interface Plan {
  /** Why no pip command is run although there is something to delete. */
  readonly pipNotAsked?: string;
  /** The arguments of each `pip` command to run, in order. */
  readonly pip: readonly (readonly string[])[];
  /** The packages, as the user wrote them, that match nothing in the cache. */
  readonly unmatched?: readonly string[];
  /** The entries to remove. */
  readonly selection: Selection;
  /** The inventory in which the packages were looked up, completed with what the lookup found out. */
  readonly inventory?: Inventory | undefined;
}

/** Whether the plan removes nothing. */
export function isIdle(plan: Plan): boolean {
  return isEmpty(plan.selection);
}

/**
 * Whether an area of the cache is a symbolic link. No pip command is run in that case: pip's purge follows the link,
 * and pip 26 deletes even the directory that it points to (afterwards, pip 26.2.1 can't build wheels).
 */
export function hasLinkedArea(survey: Survey): boolean {
  return Object.values(survey.states).includes('link');
}

/** The reason in `Plan.pipNotAsked` if an area is a symbolic link. */
export const FOLLOWS_LINKS = 'it would delete through the symbolic link';
