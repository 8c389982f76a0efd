import { describe, expect, it } from 'vitest';
import { cacheDirectory, infoCounts, verdict } from '../../../src/pip/output.js';
import type { PipRun } from '../../../src/pip/pip.js';

const ran = (differences: Partial<PipRun>): PipRun => ({
  args: ['cache', 'dir'],
  command: 'python3 -m pip cache dir',
  code: 0,
  stdout: '',
  stderr: '',
  milliseconds: 1,
  ...differences,
});

const DISABLED = 'ERROR: pip cache commands can not function since cache is disabled.\n';
const TRACEBACK = [
  'ERROR: Exception:',
  'Traceback (most recent call last):',
  '  File "cache.py", line 1, in purge_cache',
  "FileNotFoundError: [Errno 2] No such file or directory: '/c/http-v2/a'",
  '',
].join('\n');

describe('verdict', () => {
  it.each([
    ['an answer', { stdout: '/c\n' }, { kind: 'answered' }],
    ['an answer with a warning', { stdout: '/c\n', stderr: 'WARNING: x\n' }, { kind: 'answered' }],
    [
      'a program that does not start',
      { code: null, failedToStart: '\n spawn EACCES \nmore' },
      { kind: 'not an interpreter', why: 'spawn EACCES' },
    ],
    [
      'a file that is not executable',
      {
        code: null,
        failedToStart:
          'Unable to locate executable file: /w/python. Please verify either the file path exists or the file can be found ' +
          'within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.',
      },
      { kind: 'not an interpreter', why: 'not executable' },
    ],
    [
      'the stub of the Microsoft Store',
      { code: 9009, stderr: 'Python was not found; run without arguments to install from the Microsoft Store\r\n' },
      {
        kind: 'not an interpreter',
        why: 'exit code 9009: Python was not found; run without arguments to install from the Microsoft Store',
      },
    ],
    [
      'a shim of pyenv without a version',
      { code: 127, stderr: '\npyenv: python: command not found\n\nThe `python` command exists in:\n' },
      { kind: 'not an interpreter', why: 'exit code 127: pyenv: python: command not found' },
    ],
    [
      'a shim of asdf, which says nothing',
      { code: 126 },
      { kind: 'not an interpreter', why: 'exit code 126: it printed nothing' },
    ],
    ['no pip', { code: 1, stderr: '/usr/bin/python3: No module named pip\n' }, { kind: 'no pip' }],
    ['no pip, Windows', { code: 1, stderr: 'C:\\py\\python.exe: No module named pip\r\n' }, { kind: 'no pip' }],
    ['no pip, quoted', { code: 1, stderr: "ModuleNotFoundError: No module named 'pip'\n" }, { kind: 'no pip' }],
    ['half of a pip', { code: 1, stderr: 'python3: No module named pip.__main__\n' }, { kind: 'no pip' }],
    [
      'pip 20.0',
      { code: 1, stderr: 'ERROR: unknown command "cache" - maybe you meant "check"\n' },
      { kind: 'no cache command' },
    ],
    ['no-cache-dir', { code: 1, stderr: DISABLED }, { kind: 'disabled', why: { cause: 'setting' } }],
    [
      'no-cache-dir, in colour',
      { code: 1, stderr: `\x1b[31m${DISABLED}\x1b[0m` },
      { kind: 'disabled', why: { cause: 'setting' } },
    ],
    [
      'a directory of another user, pip 20.3',
      {
        code: 1,
        stderr:
          "WARNING: The directory '/home/a'b/.cache' or its parent directory is not owned or is not writable by the current user. " +
          `The cache has been disabled. If executing pip with sudo, you may want sudo's -H flag.\n${DISABLED}`,
      },
      { kind: 'disabled', why: { cause: 'owner', directory: "/home/a'b/.cache" } },
    ],
    [
      'a directory of another user, pip 26.2',
      {
        code: 1,
        stderr:
          "WARNING: The directory '/github/home' or its parent directory is not owned or is not writable by the current user. " +
          `The cache has been disabled. If executing pip with sudo, you should use sudo's -H flag.\n${DISABLED}`,
      },
      { kind: 'disabled', why: { cause: 'owner', directory: '/github/home' } },
    ],
    [
      'a traceback',
      { code: 2, stderr: TRACEBACK },
      {
        kind: 'failed',
        why: "ended with exit code 2: FileNotFoundError: [Errno 2] No such file or directory: '/c/http-v2/a'",
      },
    ],
    [
      'a bad value, which pip tells on stdout',
      { code: 3, stdout: "An error occurred during configuration: option timeout: invalid float value: 'abc'\n" },
      {
        kind: 'failed',
        why: "ended with exit code 3: An error occurred during configuration: option timeout: invalid float value: 'abc'",
      },
    ],
    [
      'a broken pip.conf',
      {
        code: 2,
        stderr:
          "Configuration file could not be loaded.\nFile contains no section headers.\nfile: '/h/pip.conf', line: 1\n'x'\n",
      },
      {
        kind: 'failed',
        why: "ended with exit code 2: Configuration file could not be loaded. File contains no section headers. file: '/h/pip.conf', line: 1",
      },
    ],
    [
      'an error behind a warning',
      { code: 1, stderr: 'WARNING: first\nERROR: Too many arguments\n' },
      { kind: 'failed', why: 'ended with exit code 1: Too many arguments' },
    ],
    [
      'an error that ends in full stops',
      { code: 1, stderr: 'ERROR: Sorry...\n' },
      { kind: 'failed', why: 'ended with exit code 1: Sorry' },
    ],
    [
      'a bad value, which pip tells below its usage',
      {
        code: 2,
        stderr:
          '\nUsage:\n  python -m pip cache dir\n  python -m pip cache info\n\n' +
          "--no-cache-dir error: invalid truth value 'maybe'\n",
      },
      { kind: 'failed', why: "ended with exit code 2: --no-cache-dir error: invalid truth value 'maybe'" },
    ],
    [
      'the same, with the markup that pip 26.0 prints',
      {
        code: 2,
        stderr: '\n[optparse.groups]Usage:[/]\n  python -m pip cache dir\n\nvery is not a valid value for quiet\n',
      },
      { kind: 'failed', why: 'ended with exit code 2: very is not a valid value for quiet' },
    ],
    [
      'a name with error in it, which is no line about an error',
      { code: 1, stderr: 'first\nFileNotFoundErrors are many\n' },
      { kind: 'failed', why: 'ended with exit code 1: first' },
    ],
    [
      'an error of a traceback, which is not its last line',
      { code: 1, stderr: 'Traceback (most recent call last):\n  raise error\nOSError: x\n' },
      { kind: 'failed', why: 'ended with exit code 1: OSError: x' },
    ],
    [
      'an error of a megabyte',
      { code: 1, stderr: `ERROR: ${'x'.repeat(1_000_000)}\n` },
      { kind: 'failed', why: `ended with exit code 1: ${'x'.repeat(300)}…` },
    ],
    [
      'a shim that says a megabyte',
      { code: 127, stderr: 'x'.repeat(301) },
      { kind: 'not an interpreter', why: `exit code 127: ${'x'.repeat(300)}…` },
    ],
    [
      'an error as long as is shown',
      { code: 1, stderr: 'x'.repeat(300) },
      { kind: 'failed', why: `ended with exit code 1: ${'x'.repeat(300)}` },
    ],
    ['a signal', { code: null }, { kind: 'failed', why: 'was ended by a signal: it printed nothing' }],
  ] as [string, Partial<PipRun>, object][])('of %s', (_what, run, expected) => {
    expect(verdict(ran(run))).toEqual(expected);
  });
});

describe('cacheDirectory', () => {
  it.each([
    ['/home/a/.cache/pip\n', '/home/a/.cache/pip'],
    ['/c/ends with a carriage return\r\n', '/c/ends with a carriage return\r'],
    ['/c/ends with a space \n', '/c/ends with a space '],
    ['/c/[bold]x[/bold]/:smile:', '/c/[bold]x[/bold]/:smile:'],
    ['', undefined],
    ['\n', undefined],
    ['/c/with\na line break\n', undefined],
  ])('of %j', (stdout, directory) => {
    expect(cacheDirectory(ran({ stdout }), 'linux')).toBe(directory);
  });

  it('of lines that end as those of Windows', () => {
    expect(cacheDirectory(ran({ stdout: 'C:\\a b\\pip\\cache\r\n' }), 'win32')).toBe('C:\\a b\\pip\\cache');
  });
});

describe('infoCounts', () => {
  const page = 'Package index page cache location';
  it.each([
    ['20.1', 'Location: /c/wheels\nSize: 3.2 kB\nNumber of wheels: 3\n', { responses: undefined, wheels: 3 }],
    [
      '20.3',
      `${page}: /c/http\nPackage index page cache size: 1.5 MB\nNumber of HTTP files: 15\n` +
        'Wheels location: /c/wheels\nWheels size: 3.2 kB\nNumber of wheels: 3\n',
      { responses: 15, wheels: 3 },
    ],
    [
      '22.2.1',
      `${page}: /c/http\nPackage index page cache size: 1.5 MB\nNumber of HTTP files: 15\nLocally built wheels location: ` +
        '/c/wheels\nLocally built wheels size: 3.2 kB\nNumber of locally built wheels: 3\n',
      { responses: 15, wheels: 3 },
    ],
    [
      '26.2.1 on Windows',
      [
        `${page} (pip v23.3+): C:\\c\\http-v2`,
        `${page} (older pips): C:\\c\\http`,
        'Package index page cache size: 3.0 MB',
        'Number of HTTP files: 12055',
        'Locally built wheels location: C:\\c\\wheels',
        'Locally built wheels size: 0 bytes',
        'Number of locally built wheels: 0',
        '',
      ].join('\r\n'),
      { responses: 12_055, wheels: 0 },
    ],
    ['none', '', { responses: undefined, wheels: undefined }],
    ['none, a path that looks like it', 'Location: Number of wheels: 7\n', { responses: undefined, wheels: undefined }],
  ])('of pip %s', (_version, stdout, counts) => {
    expect(infoCounts(ran({ stdout }))).toEqual(counts);
  });
});
