/** A text that others wrote, with its line breaks and other characters that can't be seen (direction marks, too) as `\xNN`. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\x${hex(character)}`);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
}

/**
 * The same, safe for a line of the log: `##[`, which the runner obeys anywhere in a line (actions/runner,
 * ActionCommand.TryParse), is broken up.
 */
export function visible(text: string): string {
  return oneLine(text).replaceAll('##[', '##\\x5b');
}
