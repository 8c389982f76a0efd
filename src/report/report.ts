import * as core from '@actions/core';
import type { Environment } from '../pip/environment.js';
import { temporaryDirectory } from '../pip/scratch.js';
import type { Result } from '../reset/result.js';
import { messageOf } from '../util/errors.js';
import { humanDuration } from '../util/units.js';
import { allOrNothing } from './all-or-nothing.js';
import { explanation, headline, remainingLine } from './explain.js';
import type { Log } from './log.js';
import { notes, warnings } from './notes.js';
import { outputsOf } from './outputs.js';
import { reportProblem } from './problem.js';
import { kindRows, projectRows } from './projects.js';
import { writeReport } from './report-file.js';
import { plain } from './sentence.js';
import { summaryOf } from './summary.js';
import { tableLines, tableOf } from './table.js';

const REMAINING_LOGGED = 20;
const PROJECTS_LOGGED = 10;

/**
 * Reports a result: in the log, as outputs (unless no later step could read them), in the JSON report, in the job
 * summary and in at most one annotation. A problem with reporting is logged and does not fail the step.
 *
 * @returns the exit code.
 */
export async function report(result: Result, log: Log, env: Environment): Promise<number> {
  logResult(result, log);
  const outputs = outputsOf(result);
  attempt('The report', log, () => {
    outputs.report = writeReport(result, temporaryDirectory(env));
  });
  let outputsWritten = true;
  if (!result.stepKind.hasOutputs) {
    if (outputs.report !== undefined) log.say(`Report: ${outputs.report}`);
  } else if (env.GITHUB_ACTIONS === 'true') {
    const write = () => {
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    };
    // Without that file, setOutput prints commands, which old runners read from the log.
    const { GITHUB_OUTPUT: file } = env;
    outputsWritten = attempt('The outputs', log, () => (file ? allOrNothing(file, write) : write()));
  } else {
    log.say('Outputs:');
    for (const [name, value] of Object.entries(outputs)) log.say(`  ${name}: ${value}`);
  }
  if (result.inputs.summary && env.GITHUB_STEP_SUMMARY) {
    try {
      await core.summary.addRaw(summaryOf(result)).write();
    } catch (thrown) {
      log.say(`The job summary could not be written: ${messageOf(thrown)}`);
    }
  }
  return annotate(result, log, { outputsWritten });
}

function logResult(result: Result, log: Log): void {
  log.say(`${headline(result)}. ${plain(explanation(result))}`);
  const table = tableOf(result);
  // Without any area, the table has only headings and totals.
  if (table.length > 2) for (const line of tableLines(table)) log.say(`  ${line}`);
  for (const line of contentsLines(result)) log.say(`  ${line}`);
  for (const note of notes(result)) log.say(plain(note));
  for (const entry of result.remaining.slice(0, REMAINING_LOGGED)) log.say(`  ${plain(remainingLine(entry))}`);
  log.say(
    `Interpreter ${result.interpreter}, pip ${result.pipVersion || 'unknown'}, ` +
      `took ${humanDuration(result.milliseconds)}.`,
  );
}

function contentsLines({ contents, outcome }: Result): string[] {
  if (!contents || contents.all.files === 0) return [];
  const kinds = outcome === 'inspected' ? tableLines(kindRows(contents)) : [];
  const projects = contents.projects.length > 0 ? tableLines(projectRows(contents, PROJECTS_LOGGED)) : [];
  return [...kinds, ...projects];
}

function annotate(result: Result, log: Log, { outputsWritten }: { outputsWritten: boolean }): number {
  if (result.outcome === 'incomplete') {
    const [first] = result.remaining;
    const advice = first
      ? ` The first: ${plain(remainingLine(first))}. Make them deletable, and reset again.`
      : result.inUseBy.length > 0
        ? ' Reset again when that has ended.'
        : '';
    return reportProblem(`${headline(result)}. ${plain(explanation(result))}${advice}`, result.stepKind, log);
  }
  const [warning] = [
    ...warnings(result).map(plain),
    ...(outputsWritten ? [] : ['The outputs could not be written: later steps see none.']),
  ];
  if (warning) log.warning(warning);
  return 0;
}

// Returns whether the work succeeded.
function attempt(what: string, log: Log, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (thrown) {
    log.say(`${what} could not be written: ${messageOf(thrown)}`);
    return false;
  }
}
