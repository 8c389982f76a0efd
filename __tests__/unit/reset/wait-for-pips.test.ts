import { describe, expect, it } from 'vitest';
import { type Clock, names, PATIENCE_MS, watchOtherPips } from '../../../src/reset/wait-for-pips.js';

const INSTALL = { command: 'install', process: 4711 };
const never = new AbortController().signal;

/** A clock on which waiting takes no time. */
function virtualClock(): Clock {
  let time = 0;
  return {
    now: () => time,
    wait: async (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** OtherPips of which each look finds the next of these. */
function seen(...looks: number[]) {
  const said: string[] = [];
  const rest = [...looks];
  const look = () => Array.from({ length: rest.length > 1 ? (rest.shift() ?? 0) : (rest[0] ?? 0) }, () => INSTALL);
  return { said, look, say: (line: string) => void said.push(line) };
}

describe('the other pips', () => {
  it('are not waited for when there are none', async () => {
    const { said, look, say } = seen(0);
    expect(await watchOtherPips(look, { say, signal: never }).waitUntilNone()).toEqual([]);
    expect(said).toEqual([]);
  });

  it('are waited for until they have ended', async () => {
    const { said, look, say } = seen(1, 1, 0);
    expect(await watchOtherPips(look, { say, signal: never }).waitUntilNone()).toEqual([]);
    expect(said).toEqual([
      'At work on this cache: pip install (process 4711). A pip fails when what it uses is deleted; waiting for its end.',
    ]);
  });

  it('are named when patience is at an end, and not waited for again', async () => {
    const { said, look, say } = seen(1);
    const clock = virtualClock();
    const otherPips = watchOtherPips(look, { say, signal: never, clock });
    expect(await otherPips.waitUntilNone()).toEqual([INSTALL]);
    expect(clock.now()).toBe(PATIENCE_MS);
    const lines = said.length;
    expect(await otherPips.waitUntilNone()).toEqual([INSTALL]);
    expect({ time: clock.now(), lines: said.length }).toEqual({ time: PATIENCE_MS, lines });
  });

  it('are not waited for in a cancelled job', async () => {
    const { look, say } = seen(1);
    expect(await watchOtherPips(look, { say, signal: AbortSignal.abort() }).waitUntilNone()).toEqual([INSTALL]);
  });

  it('are not waited for any longer when the job is cancelled meanwhile', async () => {
    const { look, say } = seen(1);
    const cancelled = new AbortController();
    const waiting = watchOtherPips(look, { say, signal: cancelled.signal }).waitUntilNone();
    cancelled.abort();
    expect(await waiting).toEqual([INSTALL]);
  });

  it('are said to be waited for every two seconds', async () => {
    // As many looks as fill five seconds.
    const { said, look, say } = seen(...Array<number>(100).fill(1), 0);
    await watchOtherPips(look, { say, signal: never, clock: virtualClock() }).waitUntilNone();
    expect(said.slice(1)).toEqual([
      'Waiting for pip install (process 4711): 2 s so far.',
      'Waiting for pip install (process 4711): 4 s so far.',
    ]);
  });

  it('end what must not go on beside them as soon as one begins', async () => {
    const { look, say } = seen(0, 0, 1);
    const ended = watchOtherPips(look, { say, signal: never }).untilOneStarts(
      (begun) => new Promise((resolve) => begun.addEventListener('abort', () => resolve('ended'))),
    );
    expect(await ended).toEqual({ result: 'ended', begun: [INSTALL] });
  });

  it('are named by command and process', () => {
    expect(names([INSTALL, { command: 'wheel', process: 5 }])).toBe(
      'pip install (process 4711), pip wheel (process 5)',
    );
  });
});
