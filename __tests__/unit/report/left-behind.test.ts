import { describe, expect, it } from 'vitest';
import { leftBehind } from '../../../src/report/left-behind.js';
import { plain } from '../../../src/report/sentence.js';

const NONE = { files: 0, directories: 0 };

describe('leftBehind', () => {
  it.each([
    ['nothing', '20.1', {}, undefined],
    [
      'all that pip 20.1 leaves, and since when a pip would not have',
      '20.1.1',
      {
        http: { files: 15, directories: 20 },
        'http-v2': { files: 1, directories: 2 },
        wheels: { files: 3, directories: 9 },
      },
      'pip 20.1.1 left behind 15 files in http (pip 20.3 would not have), 1 file in http-v2 (23.3), 3 files in wheels (26.0) and 31 directories (26.2); this action removed that.',
    ],
    [
      'directories of the older areas, which pip 26.0 clears already',
      '25.3',
      { http: { files: 0, directories: 4 }, wheels: { files: 0, directories: 1 } },
      'pip 25.3 left behind 5 directories (pip 26.0 would not have); this action removed that.',
    ],
    [
      'directories of http-v2',
      '26.1.2',
      { 'http-v2': { files: 0, directories: 1 } },
      'pip 26.1.2 left behind 1 directory (pip 26.2 would not have); this action removed that.',
    ],
    [
      'no version for what this pip should have cleared',
      '23.3',
      { 'http-v2': { files: 2, directories: 0 }, wheels: { files: 1, directories: 0 } },
      'pip 23.3 left behind 2 files in http-v2 and 1 file in wheels (pip 26.0 would not have); this action removed that.',
    ],
    [
      'no version for a pip before its release',
      '26.2.dev0',
      { 'http-v2': { files: 0, directories: 1 } },
      'pip 26.2.dev0 left behind 1 directory; this action removed that.',
    ],
    [
      'no version when that of this pip is unknown',
      'of an unknown version',
      { http: { files: 1, directories: 0 } },
      'pip of an unknown version left behind 1 file in http; this action removed that.',
    ],
    ['the older of two majors', '9.0.3', { http: { files: 1, directories: 0 } }, /^pip 9\.0\.3 .*\(pip 20\.3 would/],
  ])('says %s', (_, version, finished, sentence) => {
    const words = leftBehind(version, { http: NONE, 'http-v2': NONE, wheels: NONE, ...finished });
    const said = words && plain(words);
    if (sentence instanceof RegExp) expect(said).toMatch(sentence);
    else expect(said).toBe(sentence);
  });
});
