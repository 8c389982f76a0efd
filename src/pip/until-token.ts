/** Reads a stream up to a token and the end of the token's line. */
export interface UntilToken {
  /**
   * Takes the next bytes of the stream; after the token's line, all are dropped.
   *
   * @returns whether the token's line has come to its end.
   */
  add(data: Buffer): boolean;
  /** What stands behind the token in its line; undefined as long as that line has not come to its end. */
  rest(): string | undefined;
  /** The stream has ended: what could have been the beginning of the token is output. */
  end(): void;
}

const LINE_FEED = 0x0a;

/**
 * @param token text that the output before it can't contain: ASCII, and not known to whoever prints that output.
 * @param output takes the bytes before the token, and none of the token itself.
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
