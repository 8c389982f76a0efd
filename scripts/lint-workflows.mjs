// npm run lint:workflows [-- CHECK...]: runs all checks of the files that GitHub reads in this repository, or only the
// ones named. Fails on any finding, and if a pattern matches no file.
// @ts-check
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diagnostics } from './lib/language-service.mjs';
import { installTool } from './lib/tools.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const WORKFLOWS = '.github/workflows/*.{yml,yaml}';
const ACTIONS = '{**,.github/**}/action.{yml,yaml}';
const DEPENDABOT = '.github/dependabot.yml';

/** @type {Record<string, string>} name of a published schema, and a pattern of the files that it describes */
const SCHEMAS = {
  'vendor.github-workflows': WORKFLOWS,
  'custom.github-workflows-require-timeout': WORKFLOWS,
  'vendor.github-actions': ACTIONS,
  'vendor.dependabot': DEPENDABOT,
  'vendor.github-issue-forms': '.github/ISSUE_TEMPLATE/!(config).yml',
  'vendor.github-issue-config': '.github/ISSUE_TEMPLATE/config.yml',
};

/** @type {Record<string, () => Promise<boolean>>} */
const CHECKS = {
  async actionlint() {
    // actionlint silently skips shellcheck and pyflakes if they are not on PATH. pyflakes is turned off, because no
    // step runs Python.
    const shellcheck = await installTool('shellcheck');
    return tool('actionlint', [`-shellcheck=${shellcheck}`, '-pyflakes=', ...files(WORKFLOWS)]);
  },
  async zizmor() {
    const strict = [
      '--config',
      '.github/zizmor.yml',
      '--offline',
      '--persona',
      'pedantic',
      '--strict-collection',
      '--quiet',
    ];
    return tool('zizmor', [...strict, ...files(WORKFLOWS), ...files(ACTIONS), ...files(DEPENDABOT)]);
  },
  async 'language-service'() {
    const found = await Promise.all(
      [...files(WORKFLOWS), ...files(ACTIONS)].map((path) => diagnostics(path, readFileSync(path, 'utf8'))),
    );
    for (const line of found.flat()) console.log(line);
    return found.flat().length === 0;
  },
  async schemas() {
    let good = true;
    for (const [schema, pattern] of Object.entries(SCHEMAS)) {
      good = (await tool('check-jsonschema', ['--builtin-schema', schema, ...files(pattern)])) && good;
    }
    return good;
  },
  shellcheck: () => tool('shellcheck', ['--norc', ...files('.ci/run'), ...files('**/*.sh')]),
};

/** @param {string} pattern @returns {string[]} @throws {Error} if no file matches */
function files(pattern) {
  const found = globSync(pattern, { exclude: ['node_modules', '.cache'] }).sort();
  if (found.length === 0) throw new Error(`There is no file ${pattern}.`);
  return found;
}

/** @param {string} name @param {string[]} args @returns {Promise<boolean>} whether the tool found no problem */
async function tool(name, args) {
  const { status, error } = spawnSync(await installTool(name), args, { stdio: 'inherit' });
  if (error) throw error;
  return status === 0;
}

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !Object.hasOwn(CHECKS, name));
if (unknown.length > 0) {
  console.error(`There is no check "${unknown[0]}". There are: ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(1);
}
for (const [name, check] of Object.entries(CHECKS)) {
  if (requested.length > 0 && !requested.includes(name)) continue;
  console.log(`--- ${name}`);
  try {
    if (await check()) continue;
  } catch (thrown) {
    console.error(/** @type {Error} */ (thrown).message);
  }
  console.log(`!!! failed: ${name}`);
  process.exitCode = 1;
}
