import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { releaseNotes } from '../../../scripts/lib/release.mjs';
import { readFileCommands } from '../../support/file-commands.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const CHANGELOG = `# Changelog

About it.

## [1.3.0] - 2026-11-24

### Added

- One thing.

## [1.2.10] - 2026-01-02

- Another.
`;

function files(changes: { version?: string; changelog?: string; readme?: string; lock?: object } = {}) {
  const { version = '1.3.0', changelog = CHANGELOG, readme = 'uses: OWNER/reset-pip-cache@v1', lock } = changes;
  return {
    package: JSON.stringify({ version }),
    lock: JSON.stringify(lock ?? { version, packages: { '': { version } } }),
    changelog,
    readme,
  };
}

const withHeading = (heading: string) => files({ changelog: CHANGELOG.replace('## [1.3.0] - 2026-11-24', heading) });

describe('releaseNotes', () => {
  it('are the section of the changelog', () => {
    expect(releaseNotes('v1.3.0', files())).toBe('### Added\n\n- One thing.');
  });

  it('are those of a first release', () => {
    expect(releaseNotes('v1.3.0', files({ changelog: '## [1.3.0] - 2026-11-24\n\n- All.\n' }))).toBe('- All.');
  });

  it.each([
    ['1.3.0', files(), 'The tag "1.3.0" is no version. Allowed: such as v1.2.3.'],
    ['v1.3', files(), 'The tag "v1.3" is no version.'],
    ['v1.3.0-rc.1', files(), 'The tag "v1.3.0-rc.1" is no version.'],
    ['v01.3.0', files(), 'The tag "v01.3.0" is no version.'],
    ['', files(), 'The tag "" is no version.'],
    ['v1.3.1', files(), 'The version in package.json is 1.3.0, not 1.3.1. Run: npm version --no-git-tag-version 1.3.1'],
    [
      'v1.3.0',
      files({ lock: { version: '1.2.9', packages: { '': { version: '1.3.0' } } } }),
      'The version in package-lock.json is 1.2.9, not 1.3.0.',
    ],
    [
      'v1.3.0',
      files({ lock: { version: '1.3.0', packages: { '': { version: '1.2.9' } } } }),
      'The version in package-lock.json (packages) is 1.2.9, not 1.3.0.',
    ],
    ['v1.3.0', withHeading('## [1.3.1] - 2026-11-24'), 'The first section of CHANGELOG.md is "[1.3.1] - 2026-11-24".'],
    ['v1.3.0', withHeading('## [Unreleased]'), 'The first section of CHANGELOG.md is "[Unreleased]".'],
    ['v1.3.0', withHeading('## [1.3.0]'), 'The first section of CHANGELOG.md is "[1.3.0]".'],
    ['v1.3.0', withHeading('## [1.3.0] - Unreleased'), 'CHANGELOG.md says "Unreleased" for 1.3.0.'],
    ['v1.3.0', withHeading('## [1.3.0] - 2026-02-30'), 'CHANGELOG.md says "2026-02-30" for 1.3.0.'],
    ['v1.3.0', withHeading('## [1.3.0] - 24 November 2026'), 'CHANGELOG.md says "24 November 2026" for 1.3.0.'],
    ['v1.3.0', files({ changelog: '' }), 'The first section of CHANGELOG.md is "".'],
    [
      'v1.3.0',
      files({ changelog: '## [1.3.0] - 2026-11-24\n\n## [1.2.9] - 2026-01-02\n' }),
      'CHANGELOG.md says nothing of 1.3.0.',
    ],
    [
      'v1.3.0',
      files({ changelog: CHANGELOG.replace('1.2.10', '1.10.0') }),
      '1.3.0 comes after 1.10.0 in CHANGELOG.md, but is not later.',
    ],
    [
      'v1.3.0',
      files({ changelog: CHANGELOG.replace('1.2.10', '1.3.0') }),
      '1.3.0 comes after 1.3.0 in CHANGELOG.md, but is not later.',
    ],
    [
      'v2.0.0',
      files({ version: '2.0.0', changelog: CHANGELOG.replace('1.3.0', '2.0.0') }),
      'README.md says reset-pip-cache@v1. Of v2.0.0, users take v2.',
    ],
    [
      'v1.3.0',
      files({ readme: 'OWNER/reset-pip-cache@v1 and OWNER/reset-pip-cache/on-failure@v1.2' }),
      'README.md says reset-pip-cache/on-failure@v1.2. Of v1.3.0, users take v1.',
    ],
  ])('%s, refused: %#', (tag, given, message) => {
    expect(() => releaseNotes(tag, given)).toThrow(message);
  });
});

describe('check-release.mjs', () => {
  const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  const { version } = JSON.parse(read('package.json'));

  /** Runs it as a workflow does, with the files of this repository, the changelog's first section being of a given day. */
  function check(day: string) {
    const root = temporaryDirectory('checkout');
    mkdirSync(join(root, 'scripts', 'lib'), { recursive: true });
    const names = [
      'package.json',
      'package-lock.json',
      'README.md',
      'scripts/check-release.mjs',
      'scripts/lib/release.mjs',
    ];
    for (const name of names) writeFileSync(join(root, name), read(name));
    writeFileSync(join(root, 'CHANGELOG.md'), read('CHANGELOG.md').replace(/^(## \[.+\] - ).*$/m, `$1${day}`));
    const output = join(root, 'output');
    writeFileSync(output, '');
    const script = join(root, 'scripts', 'check-release.mjs');
    const ended = spawnSync(process.execPath, [script, `v${version}`], {
      env: { GITHUB_OUTPUT: output },
      encoding: 'utf8',
    });
    return {
      code: ended.status,
      said: ended.stdout.trimEnd(),
      notes: readFileCommands(readFileSync(output, 'utf8')).notes,
    };
  }

  it('hands on what the changelog says', () => {
    const { code, said, notes } = check('2026-11-24');
    expect({ code, said }).toEqual({ code: 0, said: notes });
    expect(notes).toMatch(/^### /);
  });

  it('says in an annotation why not', () => {
    const said = `::error::CHANGELOG.md says "Unreleased" for ${version}. It has to be the day of the release, such as 2026-01-31.`;
    expect(check('Unreleased')).toEqual({ code: 1, said });
  });
});
