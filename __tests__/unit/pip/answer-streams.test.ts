import { describe, expect, it } from 'vitest';
import { type AnswerStreams, answerStreams } from '../../../src/pip/answer-streams.js';

/** Starts reading an answer. Returns what it prints to both streams, and its exit code as soon as it is complete. */
function read(streams: AnswerStreams, token: string) {
  const printed = { stdout: '', stderr: '' };
  const reader = streams.read(token, {
    stdout: (data) => {
      printed.stdout += data;
    },
    stderr: (data) => {
      printed.stderr += data;
    },
  });
  const state = { code: 'not complete' };
  reader.complete.then((rest) => {
    state.code = rest;
  });
  return { reader, printed, state };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('answerStreams', () => {
  it.each<['stdout' | 'stderr', 'stdout' | 'stderr']>([
    ['stdout', 'stderr'],
    ['stderr', 'stdout'],
  ])('completes an answer when its token has come on both streams, %s first', async (first, second) => {
    const streams = answerStreams();
    const { printed, state } = read(streams, 'token-1');
    const lines = { stdout: Buffer.from('out\ntoken-1 3\n'), stderr: Buffer.from('err\ntoken-1\n') };
    streams.listeners[first](lines[first]);
    await settled();
    expect(state.code).toBe('not complete');
    streams.listeners[second](lines[second]);
    await settled();
    expect(state.code).toBe(' 3');
    expect(printed).toEqual({ stdout: 'out\n', stderr: 'err\n' });
  });

  it('does not take the token of an earlier answer, or text like a token, for the end', async () => {
    const streams = answerStreams();
    read(streams, 'token-1');
    streams.listeners.stdout(Buffer.from('token-1 0\n'));
    streams.listeners.stderr(Buffer.from('token-1\n'));
    const { printed, state } = read(streams, 'token-2');
    streams.listeners.stdout(Buffer.from('token-1 0\ntoken 0\n'));
    streams.listeners.stderr(Buffer.from('token-1\ntoken-2\n'));
    await settled();
    expect(state.code).toBe('not complete');
    streams.listeners.stdout(Buffer.from('token-2 1\n'));
    await settled();
    expect(state.code).toBe(' 1');
    expect(printed).toEqual({ stdout: 'token-1 0\ntoken 0\n', stderr: 'token-1\n' });
  });

  it('drops what is printed between two answers', () => {
    const streams = answerStreams();
    streams.listeners.stdout(Buffer.from('before the first'));
    const first = read(streams, 'token-1');
    streams.listeners.stdout(Buffer.from('one token-1 0\nafter'));
    streams.listeners.stderr(Buffer.from('token-1\nafter'));
    const second = read(streams, 'token-2');
    streams.listeners.stdout(Buffer.from('two token-2 0\n'));
    expect([first.printed, second.printed]).toEqual([
      { stdout: 'one ', stderr: '' },
      { stdout: 'two ', stderr: '' },
    ]);
  });

  it('passes on what could have been the beginning of a token when it is flushed', () => {
    const streams = answerStreams();
    const { reader, printed } = read(streams, 'token-1');
    streams.listeners.stdout(Buffer.from('out\ntok'));
    streams.listeners.stderr(Buffer.from('err\ntoken'));
    reader.flush();
    expect(printed).toEqual({ stdout: 'out\ntok', stderr: 'err\ntoken' });
  });
});
