/** Bytes of a stream that are kept of each command. */
const KEPT_BYTES = 1 << 20;
/** A program that prints more for one command is ended: exec takes quadratic time for a line without an end. */
const MOST_BYTES = 16 << 20;

/** What a program prints to one of its streams for one command. */
export interface OutputCollector {
  add(data: Buffer): void;
  /** The first MiB of it, read as UTF-8. */
  text(): string;
}

/** @param tooMuch called when the program prints more than 16 MiB. */
export function outputCollector(tooMuch: () => void): OutputCollector {
  const chunks: Buffer[] = [];
  let kept = 0;
  let seen = 0;
  return {
    add(data) {
      seen += data.length;
      if (seen > MOST_BYTES) tooMuch();
      const part = data.subarray(0, KEPT_BYTES - kept);
      kept += part.length;
      if (part.length > 0) chunks.push(part);
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
