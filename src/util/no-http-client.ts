/**
 * Replaces `@actions/http-client` in the bundle. `@actions/core` needs it only for getIDToken, which this action never
 * calls, but it would load all of undici at each start, which is many times larger than the rest of the bundle. The
 * exported names are those that `@actions/core` imports.
 */
export class HttpClient {
  constructor() {
    throw new Error('This action makes no network requests.');
  }
}

/** Replaces the class of the same name in `@actions/http-client/lib/auth`. */
export class BearerCredentialHandler {
  constructor() {
    throw new Error('This action makes no network requests.');
  }
}
