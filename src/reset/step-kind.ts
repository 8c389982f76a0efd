import type { Log } from '../report/log.js';

/** When a stage of the action runs, as far as that changes how it tells of itself. */
export interface StepKind {
  /** Whether trouble fails the step, with an error annotation; else it is a warning. */
  readonly mayFail: boolean;
  /** Whether a later step can read outputs. */
  readonly hasOutputs: boolean;
  /** A sentence about it, where a reader would not know. */
  readonly note?: string;
}

/** A step among the others of a job. */
export const MAIN_STEP: StepKind = { mayFail: true, hasOutputs: true };

/** A post step of a job that has failed already: an error more would only hide why. */
export const POST_STEP: StepKind = {
  mayFail: false,
  hasOutputs: false,
  note: 'This was done at the end of the job, since the job failed.',
};

/**
 * Tells of what went wrong in one annotation.
 *
 * @returns the exit code.
 */
export function reportProblem(message: string, { mayFail }: StepKind, log: Log): number {
  if (mayFail) log.error(message);
  else log.warning(message);
  return mayFail ? 1 : 0;
}
