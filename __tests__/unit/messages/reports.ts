import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { summaryText } from '../../../scripts/lib/summary-text.mjs';
import type { Environment } from '../../../src/pip/environment.js';
import { explanation, headline, remainingLine } from '../../../src/report/explain.js';
import { terminalLog } from '../../../src/report/log.js';
import { notes } from '../../../src/report/notes.js';
import { report } from '../../../src/report/report.js';
import { plain } from '../../../src/report/sentence.js';
import { summaryOf } from '../../../src/report/summary.js';
import type { Result } from '../../../src/reset/result.js';
import { temporaryDirectory } from '../../support/temporary-directory.mjs';
import { block, section, situations, subsection } from './document.js';
import { LOGGED, made, NOTED, NOW, OUTCOMES, REMAINING, SUMMARISED } from './made-results.js';
import { reasonsNotToAsk } from './not-asked.js';
import { plainLines, printed } from './printed.js';

/** What the log, the annotations and the job summary say of a result. */
export async function reports(): Promise<string> {
  const reasons = await reasonsNotToAsk();
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  const root = temporaryDirectory('reports');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: join(root, 'output'), RUNNER_TEMP: root };
  writeFileSync(env.GITHUB_OUTPUT, '');
  const logs: string[] = [];
  for (const [situation, result] of LOGGED) logs.push(subsection(situation, block(await logOf(result, env, root))));
  const sections = [
    section(
      'Outcomes',
      'The first line of the log. The job summary has the same words as a heading and a paragraph.',
      situations(
        ...OUTCOMES.map(
          ([situation, result]) => [situation, `${headline(result)}. ${plain(explanation(result))}`] as const,
        ),
      ),
    ),
    section(
      'Notes',
      'They follow the numbers in the log and in the job summary.',
      situations(
        ...NOTED.map(([situation, result]) => [situation, ...notes(result).map(plain)] as const),
        ...reasons.map(
          ([situation, pipNotAsked]) =>
            [`pip is not asked: ${situation}`, ...notes(made({ pip: [], pipNotAsked })).map(plain)] as const,
        ),
      ),
    ),
    section(
      'What could not be deleted or read',
      situations(...REMAINING.map((remaining) => [remaining.code, plain(remainingLine(remaining))] as const)),
    ),
    section('Logs', 'As a terminal shows them. On a runner, "Warning:" and "Error:" are annotations.', ...logs),
    section('In a terminal', block(await logOf(made(), { RUNNER_TEMP: root }, root))),
    section("A report that can't be written", block(await logOf(made(), unwritable(root), root))),
    section(
      'Job summaries',
      'The text of their HTML: a line for each paragraph and row of a table.',
      ...SUMMARISED.map(([situation, result]) => subsection(situation, block(summaryLines(result)))),
    ),
  ];
  vi.useRealTimers();
  return sections.join('\n\n');
}

// Of a long output of pip, it is the end that is ours.
function summaryLines(result: Result): string[] {
  return plainLines(summaryText(summaryOf(result)).replace(/\.{9,}/g, '...'));
}

async function logOf(result: Result, env: Environment, root: string): Promise<string[]> {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'TMPDIR']) {
    vi.stubEnv(name, env[name] ?? process.env[name]);
  }
  const text = await printed(() => report(result, terminalLog, env));
  vi.unstubAllEnvs();
  return plainLines(text, root);
}

function unwritable(root: string): Environment {
  const gone = join(root, 'gone');
  const files = { GITHUB_OUTPUT: join(gone, 'output'), GITHUB_STEP_SUMMARY: join(gone, 'summary') };
  return { GITHUB_ACTIONS: 'true', RUNNER_TEMP: gone, TMPDIR: gone, ...files };
}
