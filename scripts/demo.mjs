// npm run demo: a real pip fills a temporary cache, then dist/ inspects and resets it as if started by a runner. Shows
// everything that a user would see. Needs Node and a Python with pip, but no npm packages. Does not touch the user's
// own cache.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countCache } from '../__tests__/support/count.mjs';
import { cleanPipEnvironment, findPython } from '../__tests__/support/python.mjs';
import { runAction } from '../__tests__/support/runner.mjs';
import { temporaryDirectory } from '../__tests__/support/temporary-directory.mjs';
import { filledCache } from './lib/filled-cache.mjs';
import { summaryText } from './lib/summary-text.mjs';

const entry = fileURLToPath(new URL('../dist/index.js', import.meta.url));
/** @param {string} text */
const title = (text) => console.log(`\n=== ${text} ${'='.repeat(Math.max(0, 90 - text.length))}`);

const python = await findPython();
const home = temporaryDirectory('demo');
const cacheDir = join(home, 'pip-cache');
console.log(`pip ${python.pipVersion} of Python ${python.version} fills a throw-away cache ...`);
const before = await filledCache({ python, cacheDir, home });
console.log(`The cache holds ${before.files} files, ${before.bytes} bytes, by an independent count.`);

const env = cleanPipEnvironment({ home, cacheDir });
const inspection = await step('mode: inspect', { mode: 'inspect' });
const removal = await step('mode: remove, package: scikit-learn', { mode: 'remove', package: 'scikit-learn' });
const purge = await step('mode: purge', {});

const after = countCache(cacheDir);
console.log(`\nThe cache holds ${after.files} files, ${after.bytes} bytes, by an independent count.`);
const removed = Number(removal.outputs['bytes-removed']) + Number(purge.outputs['bytes-removed']);
if (
  inspection.outputs['bytes-before'] !== String(before.bytes) ||
  removal.code !== 0 ||
  purge.code !== 0 ||
  after.files !== 0 ||
  removed !== before.bytes
) {
  console.error('The demo did not end as it should.');
  process.exitCode = 1;
}

/** @param {string} name @param {Record<string, string>} inputs */
async function step(name, inputs) {
  const run = await runAction({ entry, inputs: { 'python-path': python.command, ...inputs }, env, home });
  title(`${name}: the log`);
  for (const line of run.log) console.log(line);
  for (const { level, message } of run.annotations) console.log(`[${level}] ${message}`);
  title('the outputs');
  for (const [output, value] of Object.entries(run.outputs)) console.log(`${output}: ${value}`);
  title('the job summary, as text');
  console.log(summaryText(run.summary));
  return run;
}
