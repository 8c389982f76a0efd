import { readable } from '../../cache/paths.js';

/** What a wheel's file name says of it. */
export interface WheelName {
  /** The distribution as spelled in the file name: `Foo.Bar`, `scikit_learn`. */
  readonly name: string;
  /** The version as spelled in the file name. */
  readonly version: string;
}

const WHEEL = /^(?<name>[a-z0-9](?:[a-z0-9._]*[a-z0-9])?)-(?<version>[a-z0-9][a-z0-9._+!]*)-.+\.whl$/i;

/**
 * Reads the file name of a wheel, a character a byte; undefined when it isn't one. Old build backends kept dots and
 * capitals in the distribution (the binary distribution format of packaging.python.org turns them into `_` and small
 * letters only since 2021).
 */
export function parseWheelName(fileName: string): WheelName | undefined {
  const groups = WHEEL.exec(readable(fileName))?.groups;
  return groups ? { name: groups.name as string, version: groups.version as string } : undefined;
}
