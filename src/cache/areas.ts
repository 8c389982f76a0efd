/**
 * The parts of pip's cache directory that belong to this action. `http` holds responses in the format of pip before
 * 23.3, `http-v2` those of pip 23.3 and later, `wheels` the wheels that pip built itself. Whatever else lies in the
 * directory (`selfcheck`, `selfcheck.json`, strangers) is never touched. In the order of their names, as a listing has them.
 */
export const AREAS = ['http', 'http-v2', 'wheels'] as const;

/** The name of one such part. */
export type Area = (typeof AREAS)[number];

/** A record with a value for each area, made by calling `make` once per area. */
export function byArea<T>(make: (area: Area) => T): Record<Area, T> {
  return { http: make('http'), 'http-v2': make('http-v2'), wheels: make('wheels') };
}
