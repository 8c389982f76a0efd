// Windows says ENOENT of a name that is too long.
import { expect, it } from 'vitest';
import { shareGone } from '../../../src/cache/share-gone.js';
import { imagined } from '../trees.js';

it('shareGone takes what it may not look at for there', () => {
  // A name longer than any file system takes: ENAMETOOLONG.
  expect(shareGone(imagined(`http/${'x'.repeat(5000)}`).listing)()).toBe(0);
});
