/** A text that others wrote, with its line breaks and other control characters as `\xNN`. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/**
 * The same, safe for a line of the log: `##[`, which the runner obeys anywhere in a line (actions/runner,
 * ActionCommand.TryParse), is broken up.
 */
export function visible(text: string): string {
  return oneLine(text).replaceAll('##[', '##\\x5b');
}
