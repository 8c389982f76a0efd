import type { Pace } from '../../src/util/pace.js';

/** A pace that never stops to breathe. */
export const unhurried: Pace = () => undefined;
