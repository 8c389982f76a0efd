/** One step of a wildcard pattern: `*`, or the set of characters that may stand here. */
const STEP = /\*|\[[^\]]+\]|./gs;

/**
 * Whether a whole text matches a pattern of letters, `*` (any characters, or none) and classes such as `[Aa]`. Takes at most
 * pattern times text steps: a regular expression with several `.*` can take for ever.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  const steps = pattern.match(STEP) ?? [];
  let step = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (steps[step] === '*') {
      star = step;
      resume = at;
      step += 1;
    } else if (accepts(steps[step], text.charAt(at))) {
      step += 1;
      at += 1;
    } else if (star >= 0) {
      step = star + 1;
      resume += 1;
      at = resume;
    } else {
      return false;
    }
  }
  while (steps[step] === '*') step += 1;
  return step === steps.length;
}

function accepts(step: string | undefined, character: string): boolean {
  if (step === undefined) return false;
  return step.length > 1 ? step.slice(1, -1).includes(character) : step === character;
}
