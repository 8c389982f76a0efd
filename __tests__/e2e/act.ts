import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inject } from 'vitest';
import { minimalEnvironment } from '../support/environment.mjs';
import { runProcess } from '../support/run-process.mjs';
import { temporaryDirectory } from '../support/temporary-directory.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    act: string;
    checkout: string;
  }
}

/** A line of act's output with --json --verbose. The fields depend on the event. */
interface ActEvent {
  readonly level: string;
  readonly msg: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly stage?: string;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  /** Whether `msg` is a line that the step printed. */
  readonly raw_output?: boolean;
  /** The name of a workflow command, or of the command that a line of a runner's file stands for. */
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

/** The result of a step or of its post step, as reported by act. */
export interface Step {
  /** The `id` in the workflow, or its index from 0 on. */
  readonly id: string;
  readonly name: string;
  readonly stage: 'Main' | 'Post';
  /** The `outcome` of the steps context, which does not depend on continue-on-error. */
  readonly result: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the step printed, without workflow commands. */
  readonly log: readonly string[];
  readonly annotations: readonly { readonly level: string; readonly message: string }[];
  /** Markdown; empty if it wrote none. */
  readonly summary: string;
}

/** The result of a job, as reported by act. */
export interface Job {
  readonly result: string;
  /** In the order in which they ran or were skipped. */
  readonly steps: readonly Step[];
  /** The only step with this id or name. */
  step(idOrName: string, stage?: Step['stage']): Step;
  /** act's exit code. */
  readonly code: number | null;
  /** Command lines of the processes of this job that are still running after act has ended. */
  readonly leftBehind: readonly string[];
}

/** A running job. */
export interface RunningJob {
  readonly act: ChildProcess;
  /** RUNNER_TEMP of the job. */
  readonly runnerTemp: string;
}

/**
 * Runs one job of a workflow with act, on this machine and without Docker.
 *
 * @param workflow a file in .github/workflows, or an absolute path.
 * @param onLine called for each line when a step prints it.
 * @throws Error if act ran no step of this job, or another job.
 */
export async function runJob(
  workflow: string,
  jobId: string,
  onLine: (line: string, job: RunningJob) => void = () => {},
): Promise<Job> {
  const checkout = inject('checkout');
  const folder = temporaryDirectory('act');
  const args = [
    ...['--json', '--verbose', '--workflows', resolve(checkout, '.github', 'workflows', workflow), '--job', jobId],
    // No Docker, no server, no prompts.
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--action-cache-path', folder],
  ];
  // act passes its environment to the steps, and runs node24 actions with the first node on PATH.
  const minimal = minimalEnvironment(temporaryDirectory('home'));
  const env = { ...minimal, PATH: `${dirname(process.execPath)}:${minimal.PATH}` };
  const events: ActEvent[] = [];
  const { code, lines } = await runProcess(inject('act'), args, {
    env,
    cwd: checkout,
    timeoutMs: 150_000,
    measureMemory: false,
    onLine(line, act) {
      const event = eventOf(line);
      if (!event) return;
      events.push(event);
      if (event.raw_output) onLine(textOf(event), { act, runnerTemp: runnerTemp(folder) });
    },
  });
  const leftBehind = processesWith(folder);
  try {
    return { ...readEvents(events, jobId), code, leftBehind };
  } catch (thrown) {
    throw new Error(`${(thrown as Error).message} It printed:\n${lines.join('\n')}`);
  }
}

/**
 * Reads the result of a job from act's events.
 *
 * @throws Error if no step of the job ran, or another job ran.
 */
export function readEvents(events: readonly ActEvent[], jobId: string): Pick<Job, 'result' | 'steps' | 'step'> {
  const others = events.filter((event) => event.jobID !== undefined && event.jobID !== jobId);
  if (others.length > 0) throw new Error(`act ran ${others[0]?.jobID}, too.`);
  const results = events.flatMap((event) => event.jobResult ?? []);
  const steps = stepsOf(events);
  const [result] = results;
  if (result === undefined || results.length > 1 || !steps.some((step) => step.result !== 'skipped')) {
    throw new Error(`act ran no step of the job ${jobId}.`);
  }
  function step(idOrName: string, stage: Step['stage'] = 'Main'): Step {
    const found = steps.filter((one) => one.stage === stage && [one.id, one.name].includes(idOrName));
    if (found.length === 1 && found[0]) return found[0];
    throw new Error(`not one ${stage} step ${idOrName} among ${steps.map((one) => `${one.stage} ${one.name}`)}`);
  }
  return { result, steps, step };
}

function stepsOf(events: readonly ActEvent[]): Step[] {
  const byStep = new Map<string, ActEvent[]>();
  for (const event of events) {
    const { stage, stepID } = event;
    if (stepID === undefined || (stage !== 'Main' && stage !== 'Post')) continue;
    const key = `${stage} ${stepID.join('/')}`;
    byStep.set(key, [...(byStep.get(key) ?? []), event]);
  }
  return [...byStep.values()].flatMap((own) => {
    const result = own.find((event) => event.stepResult !== undefined)?.stepResult;
    const [first] = own;
    if (result === undefined || !first) return [];
    return {
      id: first.stepID?.join('/') ?? '',
      name: first.step ?? '',
      stage: first.stage as Step['stage'],
      result,
      outputs: Object.fromEntries(
        own.filter((event) => event.command === 'set-output').map(({ name = '', arg = '' }) => [name, arg]),
      ),
      log: own.filter((event) => event.raw_output).map(textOf),
      annotations: own
        .filter(({ command = '' }) => ['error', 'warning', 'notice'].includes(command))
        .map(({ command = '', arg = '' }) => ({ level: command, message: arg })),
      summary: own.find((event) => event.command === 'summary')?.content ?? '',
    };
  });
}

function eventOf(line: string): ActEvent | undefined {
  return line.startsWith('{') ? JSON.parse(line) : undefined;
}

function textOf(event: ActEvent): string {
  return event.msg.replace(/\r?\n$/, '');
}

// act makes a folder for each job.
function runnerTemp(folder: string): string {
  const [own = ''] = readdirSync(folder);
  return join(folder, own, 'tmp');
}

/** Returns the command lines of the processes that have a path in their environment or command line. */
function processesWith(path: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return `${command} ${readFileSync(`/proc/${pid}/environ`, 'utf8')}`.includes(path) ? command : [];
      } catch {
        // The process has ended, or belongs to another user.
        return [];
      }
    });
}
