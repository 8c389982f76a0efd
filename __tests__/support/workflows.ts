import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A step of a job, as far as tests look at it. */
export interface WorkflowStep {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job of a workflow, as far as tests look at it. */
export interface WorkflowJob {
  readonly if?: string;
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly WorkflowStep[];
}

/** A workflow of this repository. */
export interface Workflow {
  /** `ci.yml` */
  readonly file: string;
  readonly text: string;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

/** All workflows of this repository. */
export function workflows(): Workflow[] {
  return globSync(fileURLToPath(new URL('../../.github/workflows/*.{yml,yaml}', import.meta.url))).map((path) => {
    const text = readFileSync(path, 'utf8');
    return { file: basename(path), text, jobs: parse(text).jobs };
  });
}

/** One of them, by its file. */
export function workflow(file: string): Workflow {
  const found = workflows().find((one) => one.file === file);
  if (!found) throw new Error(`There is no workflow ${file}`);
  return found;
}

/** The jobs that a job waits for. */
export function needsOf(job: WorkflowJob | undefined): string[] {
  return [job?.needs ?? []].flat();
}
