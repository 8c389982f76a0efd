import { homedir, userInfo } from 'node:os';

/** The home directory that HOME, or on Windows USERPROFILE, names, or else the account's. undefined where there is none. */
export function homeDirectory(): string | undefined {
  return attempt(homedir);
}

/** The home directory of the account, whatever HOME says. undefined for a user id without an account, as in some containers. */
export function accountHome(): string | undefined {
  return attempt(() => userInfo().homedir);
}

// Without HOME, os.homedir() asks for the account, and throws when there is none.
function attempt(ask: () => string): string | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
