import { describe, expect, it } from 'vitest';
import { untilToken } from '../../../src/pip/until-token.js';

const TOKEN = 'b0f0c1aa-token';

/** Reads chunks. Gives the output, what stands behind the token, and after which chunk its line was complete. */
function read(chunks: readonly (string | Buffer)[]) {
  const output: Buffer[] = [];
  const reader = untilToken(TOKEN, (data) => output.push(Buffer.from(data)));
  const complete = chunks.map((chunk) => reader.add(Buffer.from(chunk)));
  reader.end();
  return { output: Buffer.concat(output).toString('latin1'), rest: reader.rest(), complete };
}

describe('untilToken', () => {
  it.each<[string, string[], string, string | undefined]>([
    ['output, and a line', [`one\ntwo\n${TOKEN} 0\n`], 'one\ntwo\n', ' 0'],
    ['no output', [`${TOKEN} 2\n`], '', ' 2'],
    ['output that ends in the midst of a line', [`one${TOKEN} 0\n`], 'one', ' 0'],
    ['nothing behind the token', [`one\n${TOKEN}\n`], 'one\n', ''],
    ['the line end of Windows', [`one\r\n${TOKEN} 1\r\n`], 'one\r\n', ' 1\r'],
    ['a token in two chunks', [`one\n${TOKEN.slice(0, 5)}`, `${TOKEN.slice(5)} 0\n`], 'one\n', ' 0'],
    ['a line end in a chunk of its own', [`one\n${TOKEN} 0`, '\n'], 'one\n', ' 0'],
    ['the beginning of a token, twice', [`b0f0b0f0c1aa-${TOKEN} 0\n`], 'b0f0b0f0c1aa-', ' 0'],
    ['what comes after the line', [`one${TOKEN} 0\nmore\n`, 'and more'], 'one', ' 0'],
    ['no token', ['one\n', TOKEN.slice(0, 8)], `one\n${TOKEN.slice(0, 8)}`, undefined],
    ['a token without a line end', ['one\n', `${TOKEN} 0`], 'one\n', undefined],
  ])('reads %s', (_, chunks, output, rest) => {
    expect(read(chunks)).toMatchObject({ output, rest });
  });

  it('reads the same of every way to cut a stream up, whatever bytes are in it', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const stream = Buffer.concat([bytes, Buffer.from(TOKEN.slice(0, 9)), bytes, Buffer.from(`${TOKEN} 0\n`)]);
    const whole = read([stream]);
    expect(whole.output).toBe(stream.toString('latin1').replace(`${TOKEN} 0\n`, ''));
    for (const size of [1, 2, 3, 7, TOKEN.length - 1, TOKEN.length, TOKEN.length + 1, 100]) {
      const chunks = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
        stream.subarray(index * size, (index + 1) * size),
      );
      expect(read(chunks)).toMatchObject({ output: whole.output, rest: ' 0' });
    }
  });

  it('says when the line of the token has come to its end', () => {
    expect(read(['one\n', `${TOKEN} `, '0', '\n', 'more']).complete).toEqual([false, false, false, true, true]);
  });

  it('keeps no more than a token from the output', () => {
    let seen = 0;
    const reader = untilToken(TOKEN, (data) => {
      seen += data.length;
    });
    for (let chunk = 1; chunk <= 10; chunk++) {
      reader.add(Buffer.alloc(1000, 'x'));
      expect(seen).toBeGreaterThan(1000 * chunk - TOKEN.length);
    }
  });
});
