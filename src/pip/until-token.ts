/** Reads a stream up to a token and the end of the token's line. */
export interface UntilToken {
  /**
   * Takes the next bytes of the stream. Bytes after the token's line are dropped.
   *
   * @returns whether the token's line is complete.
   */
  add(data: Buffer): boolean;
  /** Returns the text between the token and the end of its line; undefined until that line is complete. */
  rest(): string | undefined;
  /** Marks the end of the stream: bytes that could have been the beginning of the token are passed on as output. */
  end(): void;
}

const LINE_FEED = 0x0a;

/**
 * Returns a reader of one stream. It holds back fewer bytes than the token has.
 *
 * @param token ASCII text that does not occur in the output before it, because the code that prints the output does not
 * know it.
 * @param output receives the bytes before the token, in order.
 */
export function untilToken(token: string, output: (data: Buffer) => void): UntilToken {
  let held: Buffer = Buffer.alloc(0);
  let found = false;
  let rest: string | undefined;
  const findToken = () => {
    const at = held.indexOf(token, 0, 'latin1');
    found = at >= 0;
    // The last bytes may be the beginning of the token.
    const end = found ? at : Math.max(0, held.length - token.length + 1);
    if (end > 0) output(held.subarray(0, end));
    held = held.subarray(found ? at + token.length : end);
  };
  return {
    add(data) {
      if (rest !== undefined) return true;
      held = Buffer.concat([held, data]);
      if (!found) findToken();
      const end = found ? held.indexOf(LINE_FEED) : -1;
      if (end >= 0) rest = held.toString('latin1', 0, end);
      return rest !== undefined;
    },
    rest: () => rest,
    end() {
      if (!found && held.length > 0) output(held);
      held = Buffer.alloc(0);
    },
  };
}
