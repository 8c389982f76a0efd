import { homedir, userInfo } from 'node:os';

/**
 * Returns the home directory that `HOME` (on Windows `USERPROFILE`) names, or else that of the account; undefined if
 * there is none.
 */
export function homeDirectory(): string | undefined {
  return undefinedIfThrown(homedir);
}

/**
 * Returns the home directory of the account, whatever `HOME` is; undefined for a user id without an account, as in some
 * containers.
 */
export function accountHome(): string | undefined {
  return undefinedIfThrown(() => userInfo().homedir);
}

// Both functions of node:os throw if they look up the account and there is none.
function undefinedIfThrown(lookUp: () => string): string | undefined {
  try {
    return lookUp();
  } catch {
    return undefined;
  }
}
