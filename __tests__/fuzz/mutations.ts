import { gunzipSync, gzipSync } from 'node:zlib';

/** A number from 0 up to 1, the next of a seeded row. */
export type Random = () => number;

const EXTREMES = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];
const NAMES = [
  'foo',
  'bar',
  'Foo.Bar',
  'foo_bar',
  'sdist',
  '-',
  '.',
  '/',
  '../',
  '"',
  '\\',
  '\0',
  '\n',
  '1.0',
  '2',
  ' ',
  '%66',
  '&amp;',
];

function under(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function oneOf<T>(random: Random, items: readonly T[]): T {
  return items[under(random, items.length)] as T;
}

// What tells how the rest is to be read stands at the beginning or at the end.
function place(random: Random, length: number): number {
  const near = Math.min(length, 700);
  const where = random();
  if (where < 0.4) return under(random, near);
  if (where < 0.8) return length - 1 - under(random, near);
  return under(random, length);
}

function range(random: Random, length: number): [start: number, end: number] {
  const start = Math.max(0, place(random, length));
  return [start, Math.min(length, start + 1 + under(random, random() < 0.7 ? 24 : 1200))];
}

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  function flipsABit(bytes, random) {
    const at = Math.max(0, place(random, bytes.length));
    bytes[at] = (bytes[at] ?? 0) ^ (1 << under(random, 8));
    return bytes;
  },
  function setsAByte(bytes, random) {
    bytes[Math.max(0, place(random, bytes.length))] = under(random, 256);
    return bytes;
  },
  function setsALength(bytes, random) {
    const size = oneOf(random, [1, 2, 4]);
    const at = Math.min(Math.max(0, place(random, bytes.length)), bytes.length - size);
    if (at < 0) return bytes;
    const was = bytes.readUIntLE(at, size);
    const value = random() < 0.3 ? was + oneOf(random, [-1, 1, 2, 46, 512]) : oneOf(random, EXTREMES);
    const most = 2 ** (8 * size);
    const written = ((value % most) + most) % most;
    if (random() < 0.5) bytes.writeUIntLE(written, at, size);
    else bytes.writeUIntBE(written, at, size);
    return bytes;
  },
  function isCut(bytes, random) {
    return bytes.subarray(0, Math.max(0, place(random, bytes.length)));
  },
  function losesAPart(bytes, random) {
    const [start, end] = range(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  function hasAPartTwice(bytes, random) {
    const [start, end] = range(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
  },
  function hasAPartOfAnother(bytes, random, other) {
    const [start, end] = range(random, bytes.length);
    const [from, to] = range(random, other.length);
    return Buffer.concat([
      bytes.subarray(0, start),
      other.subarray(from, to),
      bytes.subarray(random() < 0.5 ? start : end),
    ]);
  },
  function beginsLikeAnother(bytes, random, other) {
    return Buffer.concat([
      other.subarray(0, Math.max(0, place(random, other.length))),
      bytes.subarray(Math.max(0, place(random, bytes.length))),
    ]);
  },
  function hasAWordInIt(bytes, random) {
    const [start, end] = range(random, bytes.length);
    const word = Buffer.from(oneOf(random, NAMES));
    return Buffer.concat([
      bytes.subarray(0, start),
      word,
      bytes.subarray(random() < 0.5 ? start : Math.min(end, start + word.length)),
    ]);
  },
  function hasANameChanged(bytes, random) {
    const text = bytes.toString('latin1');
    const at = [...text.matchAll(/foo|bar|sdist|-1\.0|2\.0|name|files|url|path|Name|Version|ustar|PK/g)];
    if (at.length === 0) return bytes;
    const { 0: found, index } = oneOf(random, at);
    return Buffer.from(text.slice(0, index) + oneOf(random, NAMES) + text.slice(index + found.length), 'latin1');
  },
  function hasATextForAnother(bytes, random) {
    const text = bytes.toString('latin1');
    const [from, to] = [oneOf(random, NAMES), oneOf(random, NAMES)];
    return Buffer.from(text.replaceAll(from, to), 'latin1');
  },
];

/** Changes bytes in one to four ways. What is compressed is changed inside in half of the cases, and compressed again. */
export function mutated(bytes: Buffer, random: Random, other: Buffer): Buffer {
  const inside = random() < 0.5 ? decompressed(bytes) : undefined;
  if (inside) return gzipSync(mutatedAsIs(inside, random, decompressed(other) ?? other), { level: 1 });
  return mutatedAsIs(bytes, random, other);
}

function mutatedAsIs(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let changed = Buffer.from(bytes);
  for (let left = random() < 0.6 ? 1 : 2 + under(random, 3); left > 0 && changed.length > 0; left -= 1) {
    changed = Buffer.from(oneOf(random, MUTATIONS)(changed, random, other));
  }
  return changed;
}

function decompressed(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 0, 2) !== '\x1f\x8b') return undefined;
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}
