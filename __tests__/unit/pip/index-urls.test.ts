import { describe, expect, it } from 'vitest';
import { indexUrls } from '../../../src/pip/index-urls.js';
import { pipRun } from '../results.js';

const DEFAULT = 'https://pypi.org/simple/';
const urls = (...lines: string[]) =>
  indexUrls(pipRun('config list', { stdout: lines.map((line) => `${line}\n`).join('') }));

describe('indexUrls', () => {
  it.each([
    ['nothing is set', [], []],
    ['the environment', [":env:.index-url='https://index.example/simple/'"], ['https://index.example/simple']],
    ['a file', ["global.index-url='https://index.example/simple'"], ['https://index.example/simple']],
    ['the settings of a command', ["install.index-url='https://index.example'"], ['https://index.example']],
    [
      'several, on lines of their own',
      [String.raw`global.extra-index-url="\nhttps://one.example/it's\nhttp://two.example:8080/s/"`],
      ["https://one.example/it's", 'http://two.example:8080/s'],
    ],
    [
      'several, with spaces between',
      [":env:.extra-index-url='https://a.example https://b.example'"],
      ['https://a.example', 'https://b.example'],
    ],
    ['credentials', [":env:.index-url='https://user:p%40ss@index.example/simple'"], ['https://index.example/simple']],
    [
      'credentials with an @',
      [":env:.index-url='https://user:p@ss@index.example/simple'"],
      ['https://index.example/simple'],
    ],
    [
      'a default port, which counts',
      [":env:.index-url='https://index.example:443/simple'"],
      ['https://index.example:443/simple'],
    ],
    ['a path with an @', [":env:.index-url='https://index.example/a@b/'"], ['https://index.example/a@b']],
    [
      'two slashes at the end',
      [":env:.index-url='https://index.example/simple//'"],
      ['https://index.example/simple//'],
    ],
    ['one that is the default', [":env:.index-url='https://pypi.org/simple/'"], []],
    ['Windows line ends', [":env:.index-url='https://index.example'\r"], ['https://index.example']],
    [
      'other settings',
      ["global.find-links='https://links.example'", "global.index-url-like='https://x.example'", 'noise'],
      [],
    ],
    [
      'what is no address',
      [":env:.index-url='file:///srv/index'", "global.extra-index-url='index.example/simple'"],
      [],
    ],
    ['an address without a host', [":env:.index-url='https://'", ":env:.extra-index-url='https://user@'"], []],
  ])('%s', (_, lines, more) => {
    expect(urls(...lines)).toEqual([DEFAULT, ...more.map((url) => (url.endsWith('/') ? url : `${url}/`))]);
  });

  it('has the default alone when pip fails', () => {
    const run = pipRun('config list', { code: 2, stdout: ":env:.index-url='https://index.example'\n" });
    expect(indexUrls(run)).toEqual([DEFAULT]);
  });
});
