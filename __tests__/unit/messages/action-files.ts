import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { code, section, situations, subsection } from './document.js';

interface Described {
  readonly description: string;
}

interface ActionFile extends Described {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs?: Readonly<Record<string, Described>>;
}

function actionFile(path: string): ActionFile {
  return parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}

/** What `action.yml` and `on-failure/action.yml` say. */
export function actionFiles(): string {
  const [action, onFailure] = [actionFile('action.yml'), actionFile('on-failure/action.yml')];
  return section(
    'The action files',
    situations(['`action.yml`', action.name, action.description]),
    situations([
      '`on-failure/action.yml`, whose inputs are those of `action.yml`',
      onFailure.name,
      onFailure.description,
    ]),
    subsection('Inputs', described(action.inputs)),
    subsection('Outputs', described(action.outputs ?? {})),
  );
}

function described(named: Readonly<Record<string, Described>>): string {
  return situations(
    ...Object.entries(named).map(([name, { description }]) => [code(name), description] as [string, string]),
  );
}
