/**
 * Stands in for `@actions/http-client` in the bundle. `@actions/core` loads it for getIDToken alone, which this action never calls;
 * with it comes all of undici, many times the rest of the bundle, at each start. The names are those that core imports.
 */
export class HttpClient {
  constructor() {
    throw new Error('This action makes no network requests.');
  }
}

export class BearerCredentialHandler {
  constructor() {
    throw new Error('This action makes no network requests.');
  }
}
