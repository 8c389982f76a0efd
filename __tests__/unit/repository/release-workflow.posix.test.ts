// Needs bash, and a shell script in place of gh.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { workflow } from '../../support/workflows.js';

afterAll(removeTemporaryDirectories);

/** What GitHub would answer, by what `gh` is asked. */
interface GitHub {
  readonly tagAt: string;
  readonly immutable: boolean;
  readonly latest: string;
  readonly majorTag: boolean;
}

const GOOD: GitHub = { tagAt: 'c0ffee', immutable: true, latest: 'v1.2.3', majorTag: true };

/** Runs the steps of a job of release.yml for v1.2.3 at c0ffee, with a stand-in for GitHub: until one fails, as a runner does. */
function runJob(name: string, github: GitHub) {
  const directory = temporaryDirectory('release');
  const asked = join(directory, 'asked');
  writeFileSync(asked, '');
  writeFileSync(
    join(directory, 'gh'),
    `#!/bin/sh
echo "$*" >> "${asked}"
case "$*" in
  "api repos/o/r/commits/"*) echo "${github.tagAt}" ;;
  "release view v1.2.3 --json isImmutable "*) echo "${github.immutable}" ;;
  "release view --json tagName "*) echo "${github.latest}" ;;
  "api repos/o/r/git/ref/tags/v1 "*) exit ${github.majorTag ? 0 : 1} ;;
esac
`,
    { mode: 0o755 },
  );
  const env = {
    PATH: `${directory}${delimiter}${process.env.PATH}`,
    GH_REPO: 'o/r',
    GITHUB_REF_NAME: 'v1.2.3',
    GITHUB_SHA: 'c0ffee',
    NOTES: '### Added\n\n- `$(touch x)` "it"',
  };
  const script = join(directory, 'step');
  let code: number | null = 0;
  let stdout = '';
  for (const step of workflow('release.yml').jobs[name]?.steps ?? []) {
    writeFileSync(script, step.run ?? '');
    const ended = spawnSync('bash', ['-e', script], { env, cwd: directory, encoding: 'utf8' });
    code = ended.status;
    stdout += ended.stdout;
    if (code !== 0) break;
  }
  return { code, stdout, asked: readFileSync(asked, 'utf8').trimEnd().split('\n') };
}

const TAG_ASKED = 'api repos/o/r/commits/tags/v1.2.3 --jq .sha';

describe('release.yml', () => {
  it('makes a draft of the tag, publishes it, and looks whether it is immutable', () => {
    expect(runJob('publish', GOOD)).toEqual({
      code: 0,
      stdout: '',
      asked: [
        TAG_ASKED,
        'release create v1.2.3 --verify-tag --draft --title v1.2.3 --notes ### Added',
        '',
        '- `$(touch x)` "it"',
        'release view --json tagName --jq .tagName',
        'release edit v1.2.3 --draft=false --latest=true',
        'release view v1.2.3 --json isImmutable --jq .isImmutable',
      ],
    });
  });

  it.each([
    ['v1.2.2', true],
    ['v1.10.0', false],
    ['v2.0.0', false],
    ['', true],
  ])('is the latest only if it is newer than the one that is: %j', (latest, isLatest) => {
    expect(runJob('publish', { ...GOOD, latest }).asked).toContain(
      `release edit v1.2.3 --draft=false --latest=${isLatest}`,
    );
  });

  it('publishes nothing when the tag has been moved meanwhile', () => {
    const { code, stdout, asked } = runJob('publish', { ...GOOD, tagAt: 'bad' });
    expect({ code, asked }).toEqual({ code: 1, asked: [TAG_ASKED] });
    expect(stdout).toContain('::error::v1.2.3 is at bad by now, and c0ffee was tested.');
  });

  it('fails when the release is not immutable, so that the major tag stays', () => {
    const { code, stdout } = runJob('publish', { ...GOOD, immutable: false });
    expect(code).toBe(1);
    expect(stdout).toContain('::error::The release is not immutable.');
  });

  it.each([
    [true, 'api repos/o/r/git/refs/tags/v1 --method PATCH --raw-field sha=c0ffee --field force=true --silent'],
    [false, 'api repos/o/r/git/refs --method POST --raw-field ref=refs/tags/v1 --raw-field sha=c0ffee --silent'],
  ])('moves the major tag to the release (there is one: %s)', (majorTag, call) => {
    const { code, asked } = runJob('major', { ...GOOD, majorTag });
    expect({ code, last: asked.at(-1) }).toEqual({ code: 0, last: call });
  });

  it('does not move the major tag back to an older release', () => {
    const { code, stdout, asked } = runJob('major', { ...GOOD, latest: 'v1.3.0' });
    expect({ code, asked }).toEqual({ code: 1, asked: ['release view --json tagName --jq .tagName'] });
    expect(stdout).toContain('::error::The latest release is v1.3.0 by now');
  });
});
