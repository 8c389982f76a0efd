import type { OutputListeners } from './process.js';
import { untilToken } from './until-token.js';

/** Splits the output streams of a program into answers. Each answer ends with a line that begins with its token. */
export interface AnswerStreams {
  /** Receive what the program prints. */
  readonly listeners: OutputListeners;
  /**
   * Starts reading the next answer, when the previous one is complete.
   *
   * @param token ASCII text that the program can't print by accident.
   * @param output receives the bytes of the answer, without the token's lines.
   */
  read(token: string, output: OutputListeners): AnswerReader;
}

/** The reading of one answer. */
export interface AnswerReader {
  /**
   * Fulfilled when the token's line is complete on both streams, with the text after the token on standard output.
   * Stays pending if the program ends before that.
   */
  readonly complete: Promise<string>;
  /** Passes on the last bytes, which could have been the beginning of a token. To be called when the program ended. */
  flush(): void;
}

/** Returns the answers of a program that is not started yet. Bytes outside an answer are dropped. */
export function answerStreams(): AnswerStreams {
  let current: OutputListeners | undefined;
  return {
    listeners: {
      stdout: (data) => current?.stdout(data),
      stderr: (data) => current?.stderr(data),
    },
    read(token, output) {
      const stdout = untilToken(token, output.stdout);
      const stderr = untilToken(token, output.stderr);
      const complete = new Promise<string>((resolve) => {
        const resolveIfComplete = () => {
          const rest = stdout.rest();
          if (rest !== undefined && stderr.rest() !== undefined) resolve(rest);
        };
        current = {
          stdout(data) {
            stdout.add(data);
            resolveIfComplete();
          },
          stderr(data) {
            stderr.add(data);
            resolveIfComplete();
          },
        };
      });
      return {
        complete,
        flush() {
          stdout.end();
          stderr.end();
        },
      };
    },
  };
}
