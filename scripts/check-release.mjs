// node scripts/check-release.mjs v1.2.3: checks whether this checkout can be released under that tag. Prints the text
// of the release, or what is wrong. In a workflow it also sets the output "notes".
// @ts-check
import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { releaseNotes } from './lib/release.mjs';

/** @param {string} name */
const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const output = process.env.GITHUB_OUTPUT;

try {
  const notes = releaseNotes(process.argv[2] ?? '', {
    package: read('package.json'),
    lock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
    readme: read('README.md'),
  });
  console.log(notes);
  const end = randomUUID();
  if (output) appendFileSync(output, `notes<<${end}\n${notes}\n${end}\n`);
} catch (thrown) {
  const { message } = /** @type {Error} */ (thrown);
  console.log(output ? `::error::${message}` : message);
  process.exitCode = 1;
}
