/**
 * The step stops before anything has been deleted. The message becomes the only annotation of the step: it names the
 * problem, the value that caused it, and the fix.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Returns the message of a thrown value, which need not be an Error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Returns the error code of a failed system call (`ENOENT`, `EACCES`, ...), or `unknown` if there is none. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
}
