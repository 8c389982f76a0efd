import type { OtherPip } from '../../../src/pip/running-pips.js';

/** What the test file puts in place of the machine's own answers. */
export const pretended: {
  /** Home directory of the account that runs this; `no account` where there is none. */
  accountHome: string | undefined;
  /** The pips at work on the cache. */
  otherPips: () => OtherPip[];
  /** Whether all work takes so long that each line of progress is due. */
  slow: boolean;
} = { accountHome: undefined, otherPips: () => [], slow: false };
