/** How a step of the job differs from a post step in what it may do and who reads it. */
export interface StepKind {
  /** Whether a problem fails the step, with an error annotation. Otherwise it is a warning. */
  readonly mayFail: boolean;
  /** Whether a later step can read outputs. */
  readonly hasOutputs: boolean;
  /** A sentence for the log and the job summary, where a reader would not know when this ran. */
  readonly note?: string;
}

/** A step that stands among the others of a job. */
export const MAIN_STEP: StepKind = { mayFail: true, hasOutputs: true };

/** The post step of `on-failure`. The job has failed already, and another error would hide why. */
export const POST_STEP: StepKind = {
  mayFail: false,
  hasOutputs: false,
  note: 'This was done at the end of the job, since the job failed.',
};
