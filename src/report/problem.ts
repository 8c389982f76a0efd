import type { StepKind } from '../reset/step-kind.js';
import type { Log } from './log.js';

/**
 * Reports a problem in one annotation: an error if the step may fail, otherwise a warning.
 *
 * @returns the exit code of the step.
 */
export function reportProblem(message: string, { mayFail }: StepKind, log: Log): number {
  if (mayFail) log.error(message);
  else log.warning(message);
  return mayFail ? 1 : 0;
}
