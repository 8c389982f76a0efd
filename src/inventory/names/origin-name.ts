/**
 * What pip 22.2 and later call the file beside a wheel that they build, in which they note where its source came from.
 */
export const ORIGIN = 'origin.json';
