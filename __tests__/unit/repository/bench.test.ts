import { describe, expect, it, vi } from 'vitest';
import { purgeByHand, removeByHand } from '../../../scripts/lib/bench/by-hand.mjs';
import { parseTimes } from '../../../scripts/lib/bench/cpu-time.mjs';
import { parseStarts } from '../../../scripts/lib/bench/interpreter-starts.mjs';
import { compare, type Sample } from '../../../scripts/lib/bench/pairs.mjs';
import { type Figure, resultLine, verdictOf } from '../../../scripts/lib/bench/result.mjs';

describe('compare', () => {
  /** Runs that take these times, one after the other. */
  function runs(name: string, samples: Sample[], order: string[] = []) {
    const waiting = [...samples];
    return async () => {
      order.push(name);
      return waiting.shift() ?? { wall: Number.NaN };
    };
  }
  const wall = (...values: number[]): Sample[] => values.map((value) => ({ wall: value }));
  const never = () => false;

  it('gives the ratios of the medians of wall and of CPU time, without the first pair', async () => {
    const ours = runs('ours', [
      { wall: 1, cpu: 1 },
      { wall: 10, cpu: 90 },
      { wall: 30, cpu: 20 },
      { wall: 20, cpu: 30 },
    ]);
    const theirs = runs('theirs', [
      { wall: 1, cpu: 1 },
      { wall: 40, cpu: 60 },
      { wall: 40, cpu: 10 },
      { wall: 41, cpu: 65 },
    ]);
    const result = await compare({ ours, theirs, pairs: 3, mayRepeat: never });
    expect(result).toMatchObject({
      wall: { ratio: 0.5, ours: 20, theirs: 40 },
      cpu: { ratio: 0.5, ours: 30, theirs: 60 },
      pairs: 3,
    });
  });

  it('interleaves the pairs, and starts with another run when it gets one', async () => {
    const order: string[] = [];
    const [ours, theirs, first] = ['ours', 'theirs', 'first'].map((name) => runs(name, [], order));
    if (!ours || !theirs || !first) throw new Error('three runs');
    await compare({ ours, theirs, first, pairs: 2, mayRepeat: never });
    expect(order).toEqual(['first', 'theirs', 'ours', 'theirs', 'ours', 'theirs']);
  });

  it('has no ratio of CPU times when one is missing', async () => {
    const ours = runs('ours', [
      { wall: 1, cpu: 1 },
      { wall: 1, cpu: 1 },
      { wall: 1, cpu: undefined },
    ]);
    const theirs = async () => ({ wall: 1, cpu: 1 });
    expect((await compare({ ours, theirs, pairs: 2, mayRepeat: never })).cpu).toBeUndefined();
  });

  it.each([
    ['makes as many pairs again, once, when the spread is wide', [10, 20, 30, 10, 20, 30], true, 6],
    ['does not when there is no time for it', [10, 20, 30], false, 3],
    ['does not when the spread is narrow', [10, 10, 10], true, 3],
  ])('%s', async (_what, values, mayRepeat, pairs) => {
    const ours = runs('ours', wall(1, ...values));
    const theirs = runs('theirs', wall(1, ...values.map(() => 10)));
    expect((await compare({ ours, theirs, pairs: 3, mayRepeat: () => mayRepeat })).pairs).toBe(pairs);
  });

  it('has the other work run during each pair, and ends it when a run fails', async () => {
    const order: string[] = [];
    const load = async () => {
      order.push('load');
      return async () => {
        order.push('end');
      };
    };
    const [ours, theirs] = [runs('ours', [], order), runs('theirs', [], order)];
    await compare({ ours, theirs, load, pairs: 1, mayRepeat: never });
    expect(order).toEqual(['load', 'ours', 'theirs', 'end', 'load', 'ours', 'theirs', 'end']);
    order.length = 0;
    const failing = vi.fn().mockRejectedValue(new Error('it failed'));
    await expect(compare({ ours: failing, theirs, load, pairs: 1, mayRepeat: never })).rejects.toThrow('it failed');
    expect(order).toEqual(['load', 'end']);
  });
});

describe('parseTimes', () => {
  it('adds user and system time', () => {
    expect(parseTimes('12.345 1.002 0.030\n')).toEqual({ wall: 12_345, cpu: 1032 });
  });

  it.each(['', '0.1 0.2 0.3\n', '0,100 0,200 0,300\n', 'x: command not found\n0.001 0.000 0.000\n', '0.100 0.200\n'])(
    'refuses %j',
    (text) => {
      expect(() => parseTimes(text)).toThrow(`bash's time printed ${JSON.stringify(text)}`);
    },
  );
});

describe('parseStarts', () => {
  it('finds the interpreters among the commands', () => {
    const commands = [
      ['/usr/bin/python3', '-m', 'pip'],
      ['python'],
      ['/opt/pypy3.10'],
      ['C:\\Python\\python.exe'],
      ['C:\\Windows\\py.exe', '-3'],
      ['/usr/bin/node', '/usr/bin/python3'],
      ['/bin/ps'],
      ['/usr/bin/python3/ps'],
      ['/usr/bin/python-config'],
    ];
    const text = commands.map((command) => `${JSON.stringify(command)}\n`).join('');
    expect(parseStarts(text)).toEqual(commands.slice(0, 5));
    expect(parseStarts('')).toEqual([]);
  });
});

describe('verdictOf', () => {
  const figure = (value: number | undefined, target: number | undefined, unit: Figure['unit'] = ''): Figure => ({
    value,
    target,
    unit,
  });

  it.each<[string, Figure[], string[] | undefined, string]>([
    ['both figures are below their targets', [figure(0.4, 0.5), figure(0.5, 0.55)], undefined, 'met'],
    ['one is above', [figure(0.4, 0.5), figure(0.56, 0.55)], undefined, 'MISSED'],
    ['one is above by less than is printed', [figure(0.5049, 0.5)], undefined, 'met'],
    ['one is above by as much as is printed', [figure(0.5051, 0.5)], undefined, 'MISSED'],
    ['a size is above by a whole unit', [figure(180.6, 180, 'kB')], undefined, 'MISSED'],
    ['a figure without a target is high', [figure(0.4, 0.5), figure(9, undefined)], [], 'met'],
    ['there is a flaw', [figure(0.4, 0.5)], ['the interpreter was started twice'], 'MISSED'],
    ['a figure is no number', [figure(Number.NaN, 0.5)], [], 'MISSED'],
    ['a figure could not be measured', [figure(0.4, 0.5), figure(undefined, 0.55)], [], 'UNKNOWN'],
    ['a figure without a target could not be measured', [figure(0.4, 0.5), figure(undefined, undefined)], [], 'met'],
    ['one could not be measured and another is above', [figure(0.6, 0.5), figure(undefined, 0.55)], [], 'MISSED'],
  ])('when %s', (_what, figures, flaws, verdict) => {
    expect(verdictOf({ figures, detail: '', ...(flaws ? { flaws } : {}) })).toBe(verdict);
  });
});

describe('resultLine', () => {
  it('shows figures with their targets, and flaws', () => {
    const figures = [
      { label: 'wall', value: 0.481, target: 0.5 },
      { label: 'CPU', value: 1.2, target: undefined },
    ];
    expect(resultLine('small-24.0', 'purge', { figures, detail: '3 pairs', flaws: ['a flaw', 'another'] })).toBe(
      'MISSED   small-24.0            wall 0.48 (target 0.50), CPU 1.20 (no target)  purge: 3 pairs; a flaw; another',
    );
  });

  it('shows no number for what was not measured', () => {
    const figures: Figure[] = [
      { label: 'CPU', value: undefined, missing: 'needs bash', target: 0.55 },
      { value: 150.4, target: 150, unit: 'MB' },
    ];
    expect(resultLine('memory', 'peak', { figures, detail: 'maximum of 1' })).toBe(
      'UNKNOWN  memory                CPU not measured: needs bash, 150 MB (target 150 MB)  peak: maximum of 1',
    );
  });
});

describe('by hand', () => {
  it.each([
    ['24.0', true],
    ['26.1.2', true],
    ['26.2', false],
    ['26.10', false],
    ['27.0', false],
  ])('with pip %s, empty directories are left to find: %s', (version, pruned) => {
    const script = purgeByHand(version);
    expect(script.match(/(?<=python -m pip cache )\w+/g)).toEqual(['dir', 'info', 'purge', 'info']);
    expect(script.includes('find ')).toBe(pruned);
  });

  it('removes a package by four commands', () => {
    expect(removeByHand('project_7').match(/(?<=python -m pip cache ).+(?= >)/g)).toEqual([
      'dir',
      'info',
      'remove project_7',
      'info',
    ]);
  });
});
