import { isEmpty, type Selection } from '../cache/selection.js';
import type { Survey } from '../cache/survey.js';
import type { Inventory } from '../inventory/label.js';

/** What a mode wants: pip is asked first, then whatever of the selection is still there is deleted. */
export interface Plan {
  /** Why pip is not asked although there is something to delete. */
  readonly pipNotAsked?: string;
  /** The arguments of each `pip` command to run, in order. */
  readonly pip: readonly (readonly string[])[];
  /** The packages, as the user wrote them, that nothing in the cache is of. */
  readonly unmatched?: readonly string[];
  /** What is to be gone in the end. */
  readonly selection: Selection;
  /** The inventory by which it was found, which knows more for it. */
  readonly inventory?: Inventory | undefined;
}

/** Whether there is nothing to do. */
export function isIdle(plan: Plan): boolean {
  return isEmpty(plan.selection);
}

/**
 * Whether an area of this cache is a link. pip's purge follows it, and pip 26 takes even the directory that it points to
 * (with 26.2.1, wheels can't be built from then on): then pip is not asked.
 */
export function hasLinkedArea(survey: Survey): boolean {
  return Object.values(survey.states).includes('link');
}

export const FOLLOWS_LINKS = 'it would delete through the symbolic link';
