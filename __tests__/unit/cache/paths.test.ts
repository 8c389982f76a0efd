import { describe, expect, it } from 'vitest';
import { bytePath, fsPath, readable } from '../../../src/cache/paths.js';

describe('fsPath', () => {
  it.each([
    ['/c/http/a', 'linux', '/c/http/a'],
    ['/c/Zoë', 'linux', Buffer.from('/c/Zoë')],
    ['/c/Zoë', 'darwin', Buffer.from('/c/Zoë')],
    ['C:\\c\\http', 'win32', 'C:\\c\\http'],
    ['C:\\c\\Zoë', 'win32', 'C:\\c\\Zoë'],
  ] as const)('of %j on %s', (path, platform, expected) => {
    expect(fsPath(bytePath(path), platform)).toEqual(expected);
  });

  it('names a file whose name is no UTF-8', () => {
    expect(fsPath('/c/\xff\xfe', 'linux')).toEqual(Buffer.from([0x2f, 0x63, 0x2f, 0xff, 0xfe]));
    expect(readable('/c/\xff')).toBe('/c/\ufffd');
  });
});
