import { describe, expect, it } from 'vitest';
import { BearerCredentialHandler, HttpClient } from '../../../src/util/no-http-client.js';

describe('what stands in for the HTTP client of @actions/core', () => {
  it.each([HttpClient, BearerCredentialHandler])('makes none, and so no request', (Client) => {
    expect(() => new Client()).toThrow('This action makes no network requests.');
  });
});
