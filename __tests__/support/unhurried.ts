import type { Pace } from '../../src/util/pace.js';

/** A pace that never lets the event loop run. */
export const unhurried: Pace = () => undefined;
