import { describe, expect, it } from 'vitest';
import { outputsOf } from '../../../src/report/outputs.js';
import { ABSENT, area, result } from '../results.js';

const NOT_THERE = { http: ABSENT, 'http-v2': ABSENT, wheels: ABSENT };

describe('outputsOf', () => {
  it('has every output of a purge', () => {
    expect(outputsOf(result({ areas: { http: area(2, 0), 'http-v2': area(3, 1), wheels: ABSENT } }))).toEqual({
      outcome: 'reset',
      'cache-dir': '/c',
      'python-path': '/py',
      'pip-version': '24.0',
      'files-before': '5',
      'files-after': '1',
      'files-removed': '4',
      'bytes-before': '5000',
      'bytes-after': '1000',
      'bytes-removed': '4000',
      'directories-removed': '4',
      'disk-bytes-freed': '20480',
      freed: '4 kB',
      projects: '',
      'largest-project': '',
    });
  });

  it('has plain integers, however large', () => {
    const large = { files: 1_234_567, bytes: 9e15, directories: 0, diskBytes: 9e15 };
    const outputs = outputsOf(result({ areas: { ...NOT_THERE, http: { ...ABSENT, before: large, removed: large } } }));
    expect(outputs).toMatchObject({ 'files-before': '1234567', 'bytes-removed': '9000000000000000', freed: '9 PB' });
  });
});
