import { describe, expect, it } from 'vitest';
import type { Log } from '../../../src/report/log.js';
import { reportProblem } from '../../../src/report/problem.js';
import { MAIN_STEP, POST_STEP } from '../../../src/reset/step-kind.js';

describe('reportProblem', () => {
  it.each([
    ['fails a step, with an error', MAIN_STEP, 1, 'error: no'],
    ['is a warning at the end of a failed job', POST_STEP, 0, 'warning: no'],
  ])('%s', (_what, stepKind, code, annotation) => {
    const said: string[] = [];
    const log: Log = {
      say: (line) => said.push(line),
      group: (title) => said.push(title),
      warning: (message) => said.push(`warning: ${message}`),
      error: (message) => said.push(`error: ${message}`),
      debug() {},
    };
    expect(reportProblem('no', stepKind, log)).toBe(code);
    expect(said).toEqual([annotation]);
  });
});
