import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { allOrNothing } from '../../../src/report/all-or-nothing.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

function fileWith(text: string): string {
  const file = join(temporaryDirectory('runner'), 'output');
  writeFileSync(file, text);
  return file;
}

describe('allOrNothing', () => {
  it('keeps what was written', () => {
    const file = fileWith('a=1\n');
    allOrNothing(file, () => appendFileSync(file, 'b=2\n'));
    expect(readFileSync(file, 'utf8')).toBe('a=1\nb=2\n');
  });

  it('takes away a part, and nothing of what was there before', () => {
    const file = fileWith('a=1\n');
    const half = () => {
      appendFileSync(file, 'b<<END\nhal');
      throw new Error('ENOSPC: no space left');
    };
    expect(() => allOrNothing(file, half)).toThrow('ENOSPC');
    expect(readFileSync(file, 'utf8')).toBe('a=1\n');
  });

  it('writes nothing into a file that is not there', () => {
    const write = vi.fn();
    expect(() => allOrNothing(join(temporaryDirectory('runner'), 'none'), write)).toThrow('ENOENT');
    expect(write).not.toHaveBeenCalled();
  });
});
