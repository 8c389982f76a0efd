/**
 * The step refuses to go on, and nothing has been deleted. The message is the run's one error annotation: it says
 * what was wrong, with which value, and what to do.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The message of anything that was thrown, which need not be an Error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's code of a failed call (`ENOENT`, `EACCES`, ...), or `unknown`. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
}
