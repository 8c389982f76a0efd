/**
 * The directories in pip's cache directory that this action works on. `http` holds HTTP responses in the format of pip
 * before 23.3, `http-v2` those of pip 23.3 and later, and `wheels` the wheels that pip built locally. Everything else
 * in the cache directory (`selfcheck`, `selfcheck.json`, files of other programs) is never touched. Sorted by name, as
 * in a listing.
 */
export const AREAS = ['http', 'http-v2', 'wheels'] as const;

/** The name of an area. */
export type Area = (typeof AREAS)[number];

/** Returns a record with a value for each area, made by calling `make` once per area. */
export function byArea<T>(make: (area: Area) => T): Record<Area, T> {
  return { http: make('http'), 'http-v2': make('http-v2'), wheels: make('wheels') };
}
