/** Bytes that are kept of each stream of a command. */
const KEPT_BYTES = 1 << 20;
/** Most bytes that a command may print: `@actions/exec` takes quadratic time for a line without an end. */
const MAX_BYTES = 16 << 20;

/** What a command prints to one of its streams. */
export interface OutputCollector {
  /** Takes the next bytes of the stream. */
  add(data: Buffer): void;
  /** Returns the first MiB of the output, decoded as UTF-8. */
  text(): string;
}

/**
 * Returns a collector for one stream of one command.
 *
 * @param tooMuch called when the command has printed more than 16 MiB, again for each further chunk.
 */
export function outputCollector(tooMuch: () => void): OutputCollector {
  const chunks: Buffer[] = [];
  let kept = 0;
  let received = 0;
  return {
    add(data) {
      received += data.length;
      if (received > MAX_BYTES) tooMuch();
      const part = data.subarray(0, KEPT_BYTES - kept);
      kept += part.length;
      if (part.length > 0) chunks.push(part);
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
