/** Replaces line breaks and other invisible characters of a text, including direction marks, with `\xNN`. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\x${hex(character)}`);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
}

/**
 * Makes untrusted text safe for a line of the log: like `oneLine`, and `##[` is escaped too, because the runner accepts
 * a command of that form anywhere in a line (actions/runner, ActionCommand.TryParse).
 */
export function visible(text: string): string {
  return oneLine(text).replaceAll('##[', '##\\x5b');
}
