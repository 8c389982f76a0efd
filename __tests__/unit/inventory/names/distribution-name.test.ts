import { describe, expect, it } from 'vitest';
import {
  namedBy,
  parseDistributionFileName,
  parseSdistStem,
  projectNamed,
  versionOfFile,
} from '../../../../src/inventory/names/distribution-name.js';

describe('parseDistributionFileName', () => {
  it.each([
    ['foo-1.0-py3-none-any.whl', 'wheel', 'foo', '1.0'],
    ['Foo.Bar-1.0-py3-none-any.whl', 'wheel', 'foo-bar', '1.0'],
    [
      'foo_bar-1.0.post1-2b-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      'wheel',
      'foo-bar',
      '1.0.post1',
    ],
    ['torch-2.0+cu118-cp311-cp311-linux_x86_64.WHL', 'wheel', 'torch', '2.0+cu118'],
    ['foo-1!2.0rc1-py3-none-any.whl', 'wheel', 'foo', '1!2.0rc1'],
    ['foo-1-2.0-py3-none-any.whl', 'wheel', 'foo', '1'],
    ['foo-1.0.tar.gz', 'sdist', 'foo', '1.0'],
    ['foo-1.0.TGZ', 'sdist', 'foo', '1.0'],
    ['foo-1.0.zip', 'sdist', 'foo', '1.0'],
    ['foo-1.0.tar.bz2', 'sdist', 'foo', '1.0'],
    ['foo-bar-baz-1.0.tar.gz', 'sdist', 'foo-bar-baz', '1.0'],
    ['foo-1.0-rc1.tar.gz', 'sdist', 'foo', '1.0-rc1'],
    ['foo-1.0-1.tar.gz', undefined, '', ''],
    ['zope.interface-5.0.tar.gz', 'sdist', 'zope-interface', '5.0'],
    ['2to3-1.0.tar.gz', 'sdist', '2to3', '1.0'],
  ])('%s', (fileName, kind, project, version) => {
    expect(parseDistributionFileName(fileName)).toEqual(kind && { kind, project, version });
  });

  it.each([
    ['', 'nothing'],
    ['.whl', 'an ending alone'],
    ['.tar.gz', 'an ending alone'],
    ['foo.tar.gz', 'no version'],
    ['foo-1.0', 'no ending'],
    ['foo-1.0.exe', 'another ending'],
    ['foo-1.0-py2.7.egg', 'an egg'],
    ['foo-1.0.tar.gz.asc', 'a signature'],
    ['foo-1.0-py3-none-any.whl.metadata', 'metadata'],
    ['foo-1.0-py3-any.whl', 'a tag less'],
    ['foo-1.0-1-a-py3-none-any.whl', 'a tag more'],
    ['foo-bar-1.0-py3-none-any.whl', 'a dash in the name'],
    ['foo-latest-py3-none-any.whl', 'a version that is none'],
    ['-1.0-py3-none-any.whl', 'no name'],
    ['foo--py3-none-any.whl', 'no version'],
    ['_foo-1.0-py3-none-any.whl', 'a name that begins with _'],
    ['foo.-1.0.tar.gz', 'a name that ends in a dot'],
    ['fóo-1.0.tar.gz', 'a letter that no name has'],
    ['foo bar-1.0.tar.gz', 'a space'],
    ['../foo-1.0.tar.gz', 'a path'],
    [`${'a'.repeat(201)}-1.0.tar.gz`, 'a long name'],
    [`foo-1.${'0'.repeat(99)}.tar.gz`, 'a long version'],
    [`${'a-1'.repeat(250)}.tar.gz`, 'a long file name'],
    [`${'a-1'.repeat(110)}.tar.gz`, 'a long stem'],
  ])('takes %s for none: %s', (fileName) => {
    expect(parseDistributionFileName(fileName)).toBeUndefined();
  });

  it('takes a name of 200 characters, and a version of 100', () => {
    const [name, version] = ['a'.repeat(200), `1.${'0'.repeat(98)}`];
    expect(parseDistributionFileName(`${name}-${version}.tar.gz`)).toEqual({ kind: 'sdist', project: name, version });
  });
});

describe('parseSdistStem', () => {
  it.each([
    ['foo-1.0', 'foo', '1.0'],
    ['foo-2-bar-1.0', 'foo-2-bar', '1.0'],
    ['foo-2-3.0', 'foo-2', '3.0'],
    ['foo-1.0.dev0+local.1', 'foo', '1.0.dev0+local.1'],
    ['foo-v1.0', 'foo', 'v1.0'],
  ])('%s', (stem, project, version) => {
    expect(parseSdistStem(stem)).toEqual({ kind: 'sdist', project, version });
  });

  // 1-2 is a version, too: 1.post2.
  it.each(['foo-1-2', 'foo-bar-1.0-1', 'foo-1-rc1-2'])(
    'guesses nothing where there are two ways to read it: %s',
    (stem) => {
      expect(parseSdistStem(stem)).toBeUndefined();
    },
  );

  it.each(['', '-', 'foo', 'foo-', '-1.0', 'foo-bar', '1.0', 'foo-1.0 (copy)'])('takes for none: %s', (stem) => {
    expect(parseSdistStem(stem)).toBeUndefined();
  });
});

describe('versionOfFile', () => {
  it.each([
    ['foo-1.0.tar.gz', 'foo', '1.0'],
    ['Foo_Bar-1.0.zip', 'foo-bar', '1.0'],
    ['foo_bar-1.0-py3-none-any.whl', 'foo-bar', '1.0'],
    // Without the project, both could be split in two ways.
    ['x-1-2.tar.gz', 'x-1', '2'],
    ['x-1-2.tar.gz', 'x', '1-2'],
    ['foo-1.0-1.tar.bz2', 'foo', '1.0-1'],
    ['x.1-2.tar.gz', 'x-1', '2'],
  ])('%s of %s', (fileName, project, version) => {
    expect(versionOfFile(fileName, project)).toBe(version);
  });

  it.each([
    ['foo-1.0.tar.gz', 'fo'],
    ['foo-1.0.tar.gz', 'foo-1'],
    ['foo-bar-1.0.tar.gz', 'foo'],
    ['foo_bar-1.0-py3-none-any.whl', 'foo'],
    ['foo-latest.tar.gz', 'foo'],
    ['foo-1.0.exe', 'foo'],
    ['foo.tar.gz', 'foo'],
    ['', 'foo'],
    [`foo-${'1-'.repeat(400)}1.tar.gz`, 'foo'],
  ])('%s is none of %s', (fileName, project) => {
    expect(versionOfFile(fileName, project)).toBeUndefined();
  });
});

it('spells projects in their normal form, and versions as they are', () => {
  expect(namedBy('wheel', 'Foo__Bar.-Baz', '1.0.0RC1')).toEqual({
    kind: 'wheel',
    project: 'foo-bar-baz',
    version: '1.0.0RC1',
  });
  expect(projectNamed('index page', 'Foo_.Bar')).toEqual({ kind: 'index page', project: 'foo-bar' });
  expect(projectNamed('index page', 'foo/bar')).toBeUndefined();
  expect(namedBy('wheel', 'foo', '')).toBeUndefined();
});
