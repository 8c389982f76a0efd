// @ts-check
import { join } from 'node:path';

/** @typedef {Record<string, string>} Environment */

// What programs need in order to start at all, or to find their libraries and a temporary directory.
const KEPT = [
  'PATH',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LD_LIBRARY_PATH',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
];

/**
 * The smallest environment that programs run in: PATH and what the platform needs, every per-user directory below
 * `home`. Nothing else of this process's environment is in it: no PIP_*, PYTHON*, proxy or certificate variables.
 * @param {string} home
 * @returns {Environment}
 */
export function minimalEnvironment(home) {
  /** @type {Environment} */
  const environment = { HOME: home };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && KEPT.includes(name.toUpperCase())) environment[name.toUpperCase()] = value;
  }
  if (process.platform === 'win32') {
    environment.USERPROFILE = home;
    environment.APPDATA = join(home, 'AppData', 'Roaming');
    environment.LOCALAPPDATA = join(home, 'AppData', 'Local');
  } else {
    environment.LANG = 'C.UTF-8';
  }
  return environment;
}

/**
 * `base` with the entries of `changes` on top; undefined takes a variable away. On Windows names match in any case.
 * @param {Environment} base
 * @param {Record<string, string | undefined>} changes
 * @returns {Environment}
 */
export function changed(base, changes) {
  const environment = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    for (const present of Object.keys(environment)) {
      if (sameVariable(present, name)) delete environment[present];
    }
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/**
 * @param {string} one
 * @param {string} other
 */
function sameVariable(one, other) {
  return process.platform === 'win32' ? one.toUpperCase() === other.toUpperCase() : one === other;
}
