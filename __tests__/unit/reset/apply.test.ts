import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { selectAll } from '../../../src/cache/selection.js';
import { planPurge } from '../../../src/modes/purge.js';
import type { Pip, PipRun } from '../../../src/pip/pip.js';
import type { OtherPip } from '../../../src/pip/running-pips.js';
import { type ApplyOptions, apply } from '../../../src/reset/apply.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { pipRun } from '../results.js';
import { look, paths, plant } from '../trees.js';

afterAll(removeTemporaryDirectories);

const NOBODY: ApplyOptions['otherPips'] = {
  running: () => [],
  waitUntilNone: async () => [],
  untilOneStarts: async (work) => ({ result: await work(new AbortController().signal), begun: [] }),
};

/** A cache, and a purge of it by a pip that does what `purging` does. */
async function applied(purging: (cache: string, cancel: () => void) => Promise<PipRun> | PipRun) {
  const cache = temporaryDirectory('cache');
  plant(cache, 'http/a', 'http/b/c', 'wheels/d');
  const before = await look(cache);
  const cancelled = new AbortController();
  const said: string[] = [];
  const pip: Pip = {
    interpreter: '/py',
    run: async () => purging(cache, () => cancelled.abort()),
    version: async () => '24.0',
    close: async () => {},
  };
  const done = await apply(planPurge(before), before, {
    pip,
    otherPips: NOBODY,
    signal: cancelled.signal,
    progress: { say: (line) => said.push(line), pipRan: (run) => said.push(run.command), debug: () => {} },
  });
  return { ...done, said, left: paths(cache) };
}

describe('apply', () => {
  it('deletes what pip leaves, and counts it by area', async () => {
    const done = await applied((cache) => {
      rmSync(join(cache, 'http/a'));
      return pipRun('cache purge');
    });
    expect(done.left).toEqual([]);
    expect(done.finished).toEqual({
      http: { files: 1, directories: 2 },
      'http-v2': { files: 0, directories: 0 },
      wheels: { files: 1, directories: 1 },
    });
    expect(done).toMatchObject({ cancelled: false, remaining: [], said: ['/py -m pip cache purge'] });
  });

  it('deletes nothing more once the job is cancelled', async () => {
    const done = await applied((cache, cancel) => {
      rmSync(join(cache, 'http/a'));
      cancel();
      return pipRun('cache purge', { code: null });
    });
    expect(done.left).toEqual(['http', 'http/b', 'http/b/c', 'wheels', 'wheels/d']);
    expect(done.cancelled).toBe(true);
    expect(done.after.tallies.http).toMatchObject({ files: 1, directories: 2 });
  });

  it('is not cancelled midway when all was gone by then', async () => {
    const done = await applied((cache, cancel) => {
      for (const area of ['http', 'wheels']) rmSync(join(cache, area), { recursive: true });
      cancel();
      return pipRun('cache purge');
    });
    expect(done).toMatchObject({ cancelled: false, left: [] });
  });

  describe('while pip takes long', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
    afterEach(() => void vi.useRealTimers());

    it('says every two seconds how long, and how much is gone', async () => {
      const { said } = await applied((cache) => {
        const run = new Promise<PipRun>((resolve) =>
          setImmediate(() => {
            vi.advanceTimersByTime(2000);
            rmSync(join(cache, 'http'), { recursive: true });
            vi.advanceTimersByTime(2000);
            resolve(pipRun('cache purge'));
          }),
        );
        return run;
      });
      expect(said).toEqual([
        'pip cache purge: 2 s so far, about 0 % of it is gone',
        'pip cache purge: 4 s so far, about 67 % of it is gone',
        '/py -m pip cache purge',
      ]);
    });
  });

  it('counts no longer than a second once the job is cancelled', async () => {
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      time += 300;
      return time;
    });
    const { after, cancelled } = await applied((_cache, cancel) => {
      cancel();
      return pipRun('cache purge', { code: null });
    });
    vi.restoreAllMocks();
    expect(cancelled).toBe(true);
    expect(after.listing.complete).toBe(false);
  });
});

const INSTALL = { command: 'install', process: 4711 };

/** Deletes all of a cache while another pip begins after so many entries, and is waited for in that way. */
async function interrupted(cache: string, entriesBefore: number, waitUntilNone: () => OtherPip[]) {
  const before = await look(cache);
  let asked = 0;
  let over = false;
  const otherPips: ApplyOptions['otherPips'] = {
    running() {
      asked += 1;
      return over || asked <= entriesBefore ? [] : [INSTALL];
    },
    async waitUntilNone() {
      over = true;
      return waitUntilNone();
    },
    untilOneStarts: async (work) => ({ result: await work(new AbortController().signal), begun: [] }),
  };
  const nobody = () => {
    throw new Error('pip is not asked');
  };
  const pip = { interpreter: '', run: nobody, version: nobody, close: nobody };
  const options = {
    pip,
    otherPips,
    signal: new AbortController().signal,
    progress: { say: () => {}, pipRan: nobody, debug: nobody },
  };
  return apply({ pip: [], selection: selectAll(before.listing) }, before, options);
}

describe('a deletion during which another pip begins', () => {
  it('goes on when that has ended, and leaves what it put there', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'http/b', 'http/c');
    const found: string[][] = [];
    const { finished, inUseBy, remaining } = await interrupted(cache, 1, () => {
      found.push(paths(cache));
      writeFileSync(join(cache, 'http', 'new'), '');
      return [];
    });
    expect(found).toEqual([['http', 'http/b', 'http/c']]);
    expect(paths(cache)).toEqual(['http', 'http/new']);
    expect({ finished: finished.http, inUseBy, remaining }).toEqual({
      finished: { files: 3, directories: 0 },
      inUseBy: [],
      remaining: [],
    });
  });

  it('leaves the rest, and says for whose sake, when that does not end', async () => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a', 'http/b', 'http/c');
    const { finished, inUseBy, after } = await interrupted(cache, 1, () => [INSTALL]);
    expect(paths(cache)).toEqual(['http', 'http/b', 'http/c']);
    expect({ finished: finished.http, inUseBy }).toEqual({
      finished: { files: 1, directories: 0 },
      inUseBy: [INSTALL],
    });
    expect(after.tallies.http.files).toBe(2);
  });
});

describe('a run of pip during which another pip begins', () => {
  it.each([
    ['is ended by a signal', null, [INSTALL]],
    ['ends by itself when it is asked to', 143, [INSTALL]],
    ['has done its work by then', 0, []],
  ])('%s', async (_, code, endedFor) => {
    const cache = temporaryDirectory('cache');
    plant(cache, 'http/a');
    const before = await look(cache);
    const said: string[] = [];
    const otherPips: ApplyOptions['otherPips'] = {
      // It is gone again before anybody looks.
      running: () => [],
      waitUntilNone: async () => [],
      untilOneStarts: async (work) => ({ result: await work(new AbortController().signal), begun: [INSTALL] }),
    };
    const pip = {
      interpreter: '',
      run: async () => pipRun('cache purge', { code }),
      version: async () => '24.0',
      close: async () => {},
    };
    const options = {
      pip,
      otherPips,
      signal: new AbortController().signal,
      progress: { say: (line: string) => said.push(line), pipRan: () => {}, debug: () => {} },
    };
    const plan = {
      pip: [
        ['cache', 'purge'],
        ['cache', 'purge'],
      ],
      selection: selectAll(before.listing),
    };
    const applied = await apply(plan, before, options);
    expect(applied.endedFor).toEqual(endedFor);
    expect(applied.pip).toHaveLength(1);
    expect(said).toEqual(
      endedFor.length > 0 ? ['pip cache purge was ended, since pip install (process 4711) has begun.'] : [],
    );
    expect(paths(cache)).toEqual([]);
  });
});
