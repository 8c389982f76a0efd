// @ts-check
import { join } from 'node:path';

/** @typedef {Record<string, string>} Environment */

// Variables that programs need to start, to find their libraries, or to find a temporary directory.
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
 * Returns the smallest environment in which programs run: PATH, the variables that the platform needs, and all per-user
 * directories below `home`. It contains no other variable of this process, such as PIP_*, PYTHON*, proxies and
 * certificates.
 *
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
 * Returns `base` with `changes` applied. A value of undefined deletes a variable. On Windows, names are
 * case-insensitive.
 *
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
