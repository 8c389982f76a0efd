/** A heading of level 2 with what is below it. */
export function section(title: string, ...parts: readonly string[]): string {
  return [`## ${title}`, ...parts].join('\n\n');
}

/** A heading of level 3 with what is below it. */
export function subsection(title: string, ...parts: readonly string[]): string {
  return [`### ${title}`, ...parts].join('\n\n');
}

/**
 * Situations, each with what is said in it.
 *
 * @throws Error when nothing is said in one of them.
 */
export function situations(...entries: readonly (readonly [situation: string, ...messages: string[]])[]): string {
  return entries.map(([situation, ...messages]) => item(situation, messages)).join('\n');
}

function item(situation: string, messages: readonly string[]): string {
  if (messages.length === 0 || messages.includes('')) throw new Error(`nothing is said: ${situation}`);
  return [`- ${situation}:`, ...messages.map((message) => `  - ${code(message)}`)].join('\n');
}

/** Lines as they are printed. */
export function block(lines: readonly string[]): string {
  const text = lines.map((line) => line.trimEnd()).join('\n');
  const fence = '`'.repeat(text.includes('```') ? 4 : 3);
  return `${fence}text\n${text}\n${fence}`;
}

/** A code span, in which Markdown changes nothing. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
