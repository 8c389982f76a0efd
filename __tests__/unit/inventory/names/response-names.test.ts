import { describe, expect, it } from 'vitest';
import { indexPageAddress, responseName } from '../../../../src/inventory/names/response-names.js';

const UV = 'adeef5b9611702687bbddade5f7c0af65110caf98ba1a0070c9d116e';

describe('responseName', () => {
  // As pip's caches had them.
  it.each([
    ['https://pypi.org/simple/uv/', UV],
    ['https://pypi.org/simple/pip/', 'a19537d3cf37c122db841d6fe4cd322bc10d1a558bb00d146b85cb9a'],
    ['https://pypi.org/simple/requests/', 'eac61126daf80149d2a016f12a54eab5e3b5c1dbc77410ff1a97edc4'],
  ])('%s', (address, name) => {
    expect(responseName(address)).toBe(name);
  });

  it.each([
    ['the scheme in capitals', 'HTTPS://pypi.org/simple/uv/'],
    ['the host in capitals', 'https://PyPI.ORG/simple/uv/'],
    ['a fragment', 'https://pypi.org/simple/uv/#files'],
    ['a fragment with a question mark', 'https://pypi.org/simple/uv/#?a'],
    ['an empty query', 'https://pypi.org/simple/uv/?'],
    ['an empty query and a fragment', 'https://pypi.org/simple/uv/?#a'],
  ])('is the same with %s', (_, address) => {
    expect(responseName(address)).toBe(UV);
  });

  it.each([
    ['a query', 'https://pypi.org/simple/uv/?a=1'],
    ['a default port', 'https://pypi.org:443/simple/uv/'],
    ['http', 'http://pypi.org/simple/uv/'],
    ['no slash at the end', 'https://pypi.org/simple/uv'],
    ['a path in capitals', 'https://pypi.org/simple/UV/'],
    ['an escaped character', 'https://pypi.org/simple/%75v/'],
  ])('is another with %s', (_, address) => {
    expect(responseName(address)).toMatch(/^[0-9a-f]{56}$/);
    expect(responseName(address)).not.toBe(UV);
  });

  it('gives an empty path a slash', () => {
    expect(responseName('https://pypi.org')).toBe(responseName('https://pypi.org/'));
    expect(responseName('https://pypi.org?a')).toBe(responseName('https://pypi.org/?a'));
  });

  it.each([
    '',
    'pypi.org/simple/uv/',
    '/simple/uv/',
    '//pypi.org/simple/',
    'https:/pypi.org',
    'https://',
    'https:///simple',
    '1https://a/',
  ])('has none for %s', (address) => {
    expect(responseName(address)).toBeUndefined();
  });
});

// As posixpath.join does it, by which pip puts them together.
it.each([
  ['https://pypi.org/simple', 'https://pypi.org/simple/uv/'],
  ['https://pypi.org/simple/', 'https://pypi.org/simple/uv/'],
  ['https://pypi.org/simple//', 'https://pypi.org/simple//uv/'],
])('has an address for the page of a project on %s', (index, address) => {
  expect(indexPageAddress(index, 'uv')).toBe(address);
});
