import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPace, timeSince, watched } from '../../../src/util/pace.js';

describe('startPace', () => {
  it('gives the event loop a turn every 50 ms and says how far it is every 2 s', async () => {
    let time = 1000;
    const said: [number, string][] = [];
    const pace = startPace(
      (line) => said.push([time, line]),
      () => time,
    );
    const turns: number[] = [];
    for (const at of [1000, 1049, 1050, 1099, 1100, 2949, 3000, 3049, 4999, 5049, 7099]) {
      time = at;
      const pause = pace(() => `at ${at}`);
      if (pause) turns.push(at);
      await pause;
    }
    expect(turns).toEqual([1050, 1100, 2949, 3000, 4999, 5049, 7099]);
    expect(said).toEqual([
      [3000, 'at 3000'],
      [5049, 'at 5049'],
      [7099, 'at 7099'],
    ]);
  });

  it('lets waiting work run while it pauses', async () => {
    let time = 0;
    const pace = startPace(
      () => {},
      () => time,
    );
    const order: string[] = [];
    setImmediate(() => order.push('waiting work'));
    time = 50;
    await pace(() => '');
    order.push('the phase');
    expect(order).toEqual(['waiting work', 'the phase']);
  });

  it('reads a clock of its own when it gets none', () => {
    expect(startPace(() => {})(() => '')).toBeUndefined();
  });
});

describe('watched', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('says every two seconds how long it has waited, until the work ends', async () => {
    let resolve: (value: string) => void = () => {};
    const promise = new Promise<string>((resolvePromise) => {
      resolve = resolvePromise;
    });
    const said: number[] = [];
    const watching = watched(promise, (milliseconds) => said.push(milliseconds));
    vi.advanceTimersByTime(1999);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(4002);
    expect(said).toEqual([2000, 4000, 6000]);
    resolve('done');
    expect(await watching).toBe('done');
    vi.advanceTimersByTime(10_000);
    expect(said).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops when the work fails, and hands the failure on', async () => {
    await expect(watched(Promise.reject(new Error('broken')), () => {})).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('timeSince', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('tells the milliseconds since a signal was aborted, and 0 before', () => {
    const controller = new AbortController();
    const since = timeSince(controller.signal);
    vi.advanceTimersByTime(500);
    expect(since()).toBe(0);
    controller.abort();
    vi.advanceTimersByTime(700);
    expect(since()).toBe(700);
  });

  it('begins at once for a signal that was aborted before', () => {
    const since = timeSince(AbortSignal.abort());
    vi.advanceTimersByTime(700);
    expect(since()).toBe(700);
  });
});
