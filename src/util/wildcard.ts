/** One token of a wildcard pattern: `*`, a class of characters, or a single character. */
const TOKEN = /\*|\[[^\]]+\]|./gs;

/**
 * Whether a whole text matches a pattern of characters, `*` (any characters, or none) and classes such as `[Aa]`. The
 * time is bounded by the length of the pattern times the length of the text. A regular expression with several `.*` has
 * no such bound.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  const tokens = pattern.match(TOKEN) ?? [];
  let token = 0;
  let position = 0;
  // Where to go on after a mismatch: behind the last star, which then takes one more character.
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    if (tokens[token] === '*') {
      star = token;
      resume = position;
      token += 1;
    } else if (accepts(tokens[token], text.charAt(position))) {
      token += 1;
      position += 1;
    } else if (star >= 0) {
      token = star + 1;
      resume += 1;
      position = resume;
    } else {
      return false;
    }
  }
  while (tokens[token] === '*') token += 1;
  return token === tokens.length;
}

function accepts(token: string | undefined, character: string): boolean {
  if (token === undefined) return false;
  return token.length > 1 ? token.slice(1, -1).includes(character) : token === character;
}
