import { describe, expect, it } from 'vitest';
import { nameIn } from '../../../../src/inventory/formats/json-name.js';

const name = (json: string) => nameIn(Buffer.from(json));

describe('nameIn', () => {
  it.each([
    ['{"name":"foo"}', 'foo'],
    ['{"files":[{"name":"bar"}],"name":"foo"}', 'foo'],
    ['{"name":"foo","files":[{"core":{"name":"bar"}}]}', 'foo'],
    ['{"name" : "foo" , "label":"name"}', 'foo'],
    ['{"label":"name","more":"bar","name":"foo"}', 'foo'],
    ['{"name":"one","name":"two"}', 'two'],
    [String.raw`{"text":"\\\"name\":\"bar","name":"foo"}`, 'foo'],
    [String.raw`{"n\u0061me":"foo"}`, 'foo'],
    [String.raw`{"a":"ends in a backslash\\","name":"foo"}`, 'foo'],
  ])('of %j is %j', (json, found) => {
    expect(JSON.parse(json).name).toBe(found);
    expect(name(json)).toBe(found);
  });

  it.each([
    ['an object without one', '{"files":[]}'],
    ['one that is no text', '{"name":5}'],
    ['one that is nested', '{"a":{"name":"bar"}}'],
    ['an array', '[{"name":"bar"}]'],
    ['a text', '"name"'],
    ['nothing', ''],
    ['an object that is cut off', '{"name":"foo","files":[{"core":{"name":"bar"}'],
    ['a string that is cut off', '{"name":"fo'],
    // A part of the text is gone in each of these.
    ['a value that is a key, too', '{"name":"sha256":"0a1b"}'],
    ['a value behind a number', '{"name":1"foo"}'],
    ['a value behind an object', '{"name":{"a":1} "foo"}'],
    ['a value without a colon', '{"name" "foo"}'],
    ['a key behind a key', '{"files""name":"foo"}'],
    ['a value behind a value', '{"name":"foo" "bar"}'],
    ['a colon too many', '{"name"::"foo"}'],
    ['more closed than opened', '}{"name":"foo"}'],
  ])('is none in %s', (_, json) => {
    expect(name(json)).toBeUndefined();
  });

  it('takes no long text for it', () => {
    expect(name(`{"name":"${'a'.repeat(300)}"}`)).toBe('');
  });

  it('reads a deeply nested text without an error', () => {
    expect(name(`{"a":${'['.repeat(1_000_000)}`)).toBeUndefined();
  });
});
