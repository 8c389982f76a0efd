import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A step of a job, with the properties that tests use. */
export interface WorkflowStep {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** A job of a workflow, with the properties that tests use. */
export interface WorkflowJob {
  readonly if?: string;
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly WorkflowStep[];
}

/** A workflow of this repository. */
export interface Workflow {
  /** File name, such as `ci.yml`. */
  readonly file: string;
  readonly text: string;
  /** The names of the events that start it. */
  readonly events: readonly string[];
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

/** Returns all workflows of this repository. */
export function workflows(): Workflow[] {
  return globSync(fileURLToPath(new URL('../../.github/workflows/*.{yml,yaml}', import.meta.url))).map((path) => {
    const text = readFileSync(path, 'utf8');
    const { on, jobs } = parse(text);
    return { file: basename(path), text, events: typeof on === 'string' ? [on] : Object.keys(on), jobs };
  });
}

/**
 * Returns a workflow of this repository by its file name.
 *
 * @throws Error if there is none.
 */
export function workflow(file: string): Workflow {
  const found = workflows().find((one) => one.file === file);
  if (!found) throw new Error(`There is no workflow ${file}`);
  return found;
}

/** Returns the names of the jobs that a job needs. */
export function needsOf(job: WorkflowJob | undefined): string[] {
  return [job?.needs ?? []].flat();
}
