/** The differences between a main step and a post step. */
export interface StepKind {
  /** Whether a problem fails the step with an error annotation. Otherwise it becomes a warning. */
  readonly mayFail: boolean;
  /** Whether a later step can read outputs. */
  readonly hasOutputs: boolean;
  /** A sentence for the log and the job summary that explains when the step ran. */
  readonly note?: string;
}

/** An ordinary step of a job. */
export const MAIN_STEP: StepKind = { mayFail: true, hasOutputs: true };

/** The post step of `on-failure`. It never fails: the job has failed already, and a further error would hide why. */
export const POST_STEP: StepKind = {
  mayFail: false,
  hasOutputs: false,
  note: 'This was done at the end of the job, since the job failed.',
};
