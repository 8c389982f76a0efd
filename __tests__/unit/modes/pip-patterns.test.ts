import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { canonicalName } from '../../../src/inputs/packages.js';
import { patternSelects, patternsFor } from '../../../src/modes/pip-patterns.js';
import { findPython } from '../../support/python.mjs';
import { seededNumbers } from '../../support/seeded.mjs';

describe('patternsFor', () => {
  const wheel = (name: string, version: string) => ({ name, version });
  it.each([
    [{ name: 'numpy' }, [], []],
    [{ name: 'n*' }, [], []],
    [{ name: 'numpy' }, [wheel('numpy', '1.0')], ['numpy']],
    [
      { name: 'src-dist-x' },
      [wheel('Src_Dist.X', '1'), wheel('src_dist_x', '2'), wheel('Src_Dist.X', '3')],
      ['Src_Dist.X', 'src_dist_x'],
    ],
    [
      { name: 'numpy', version: '1.2' },
      [wheel('numpy', '1.2.0'), wheel('NumPy', '1.2')],
      ['numpy-1.2.0-', 'NumPy-1.2-'],
    ],
    [{ name: '*-az' }, [wheel('x_AZ', '1')], ['*[._][Aa][Zz]']],
    [{ name: 'my-c2*' }, [wheel('my_c2_a', '1')], ['[Mm][Yy][._][Cc]2*']],
    [{ name: 'my-*', version: '1' }, [wheel('my_a', '1'), wheel('My.b', '1.0')], ['my_a-1-', 'My.b-1.0-']],
  ])('%j, %j', (selector, wheels, patterns) => {
    expect(patternsFor({ text: '', ...selector }, wheels)).toEqual(patterns);
  });
});

describe('patternSelects', () => {
  it.each([
    ['sdist_only', 'sdist_only-0.1-py3-none-any.whl', true],
    ['sdist_only', 'SDIST_only-0.1-py3-none-any.whl', true],
    ['sdist_only', 'sdist_only_x-0.1-py3-none-any.whl', false],
    ['sdist', 'sdist_only-0.1-py3-none-any.whl', false],
    ['a-1.2-', 'a-1.2-py3-none-any.whl', true],
    ['a-1.2-', 'a-1.20-py3-none-any.whl', false],
    ['[Mm][Yy][._]*', 'MY.c-1-py3-none-any.whl', true],
    ['a', 'a-1-py3-none-any.whl.tmp', false],
  ])('%s, %s: %s', (pattern, fileName, selects) => {
    expect(patternSelects(pattern, fileName)).toBe(selects);
  });

  // What pip does with a pattern: commands/cache.py of 20.1 to 26.2, on a file system that minds case and on one that doesn't.
  const PIP = [
    'import fnmatch, json, sys',
    'def selects(pattern, name): return fnmatch.fnmatchcase(name, pattern + ("*.whl" if "-" in pattern else "-*.whl"))',
    'json.dump([[selects(p, n), selects(p.lower(), n.lower())] for p, n in json.load(sys.stdin)], sys.stdout)',
  ].join('\n');

  it("is Python's fnmatch by pip's rule on Windows, and takes all that pip takes elsewhere", async () => {
    const { command: python } = await findPython();
    const random = seededNumbers('patterns');
    const pick = (choices: readonly string[]) => choices[Math.floor(random() * choices.length)] as string;
    const word = (letters: readonly string[], most: number) =>
      pick(letters) + Array.from({ length: Math.floor(random() * most) }, () => pick(letters)).join('');
    const letters = ['a', 'b', 'A', 'B', '1', 'a.b', 'a_b'];
    const wheel = () => ({ name: word(letters, 3), version: word(['1', '2', '1.0', '1+a', '1!2'], 2) });
    const cases = Array.from({ length: 20_000 }, (): [string, string] => {
      const [mine, other] = [wheel(), wheel()];
      const glob = canonicalName(mine.name).replace(/[ab]/, '*');
      const name = random() < 0.5 ? canonicalName(mine.name) : glob;
      const selector = { text: '', name, ...(random() < 0.3 ? { version: mine.version } : {}) };
      const file = random() < 0.3 ? mine : other;
      return [
        patternsFor(selector, [mine])[0] as string,
        `${file.name}-${file.version}-py3-${pick(['none', 'a-b'])}-any.${pick(['whl', 'whl', 'WHL', 'whl.x'])}`,
      ];
    });
    const input = JSON.stringify(cases);
    const answers = JSON.parse(execFileSync(python, ['-c', PIP], { input, encoding: 'utf8', maxBuffer: 2 ** 26 }));
    const wrong = cases.filter(([pattern, file], index) => {
      const [posix, windows] = answers[index];
      const selects = patternSelects(pattern, file);
      return selects !== windows || (posix && !selects);
    });
    expect(wrong).toEqual([]);
    const selected = answers.filter(([posix]: [boolean]) => posix).length;
    expect(selected).toBeGreaterThan(2000);
    expect(selected).toBeLessThan(18_000);
  });
});
