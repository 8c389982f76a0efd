import { vi } from 'vitest';
import { splitLines } from '../../support/lines.mjs';

/** Gives what some work writes to stdout, where it does not appear. */
export async function printed(work: () => Promise<unknown>): Promise<string> {
  const parts: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => parts.push(String(text)) > 0);
  try {
    await work();
    return parts.join('');
  } finally {
    write.mockRestore();
  }
}

/** Texts that differ from run to run, and what the document has in their place. */
const DIFFERENT: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>'],
  [/\d+(\.\d+)?s(?=[),.])/g, '0.2s'],
  [/\d+ s so far/g, '4 s so far'],
  [/\d+ characters are too many/g, '33000 characters are too many'],
];

/**
 * The lines of a text without what differs from run to run and from machine to machine.
 *
 * @param root a temporary directory that stands for the root of a file system.
 */
export function plainLines(text: string, root = ''): string[] {
  const same = DIFFERENT.reduce((changed, [pattern, words]) => changed.replace(pattern, words), text);
  return splitLines(root === '' ? same : same.replaceAll(root, ''));
}
