import { describe, expect, it } from 'vitest';
import type { Log } from '../../../src/report/log.js';
import { END_OF_FAILED_JOB, STEP, tellTrouble } from '../../../src/reset/step-kind.js';

describe('tellTrouble', () => {
  it.each([
    ['fails a step, with an error', STEP, 1, 'error: no'],
    ['is a warning at the end of a failed job', END_OF_FAILED_JOB, 0, 'warning: no'],
  ])('%s', (_what, occasion, code, annotation) => {
    const said: string[] = [];
    const log: Log = {
      say: (line) => said.push(line),
      group: (title) => said.push(title),
      warning: (message) => said.push(`warning: ${message}`),
      error: (message) => said.push(`error: ${message}`),
    };
    expect(tellTrouble('no', occasion, log)).toBe(code);
    expect(said).toEqual([annotation]);
  });
});
