// Needs shell scripts, which take the place of interpreters.
// Needs POSIX: the interpreters are shell scripts, and the document has paths of POSIX.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { removeTemporaryDirectories } from '../../support/temporary-directory.mjs';
import { actionFiles } from './action-files.js';
import { onFailure } from './on-failure.js';
import { pretended } from './pretended.js';
import { progress } from './progress.js';
import { refusedInputs } from './refused-inputs.js';
import { refusedSteps } from './refused-steps.js';
import { reports } from './reports.js';
import { isIn, messagesIn, textsForPeople, textsIn } from './unprinted.js';

vi.mock('node:os', async (original) => {
  const real = await original<typeof import('node:os')>();
  const userInfo = () => {
    if (pretended.accountHome === 'no account') throw new Error('no such account');
    return { ...real.userInfo(), homedir: pretended.accountHome ?? real.homedir() };
  };
  return { ...real, userInfo };
});
vi.mock('../../../src/pip/running-pips.js', () => ({ pipsAtWork: () => pretended.otherPips() }));
vi.mock('../../../src/util/pace.js', async (original) => {
  const real = await original<typeof import('../../../src/util/pace.js')>();
  const startPace: typeof real.startPace = (say, now) =>
    pretended.slow ? (progress) => void say(progress()) : real.startPace(say, now);
  const watched: typeof real.watched = async (work, say) => {
    if (!pretended.slow) return real.watched(work, say);
    say(4000);
    const result = await work;
    say(4000);
    return result;
  };
  // A wait for other pips prints a line as often as this, in milliseconds.
  return { ...real, PROGRESS_MS: 1, startPace, watched };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});
afterAll(removeTemporaryDirectories);

const FILE = 'docs/messages.md';

const INTRODUCTION = `Every text that the action shows to its users, with made-up values, in one place for review.
A test generates this file from the action's own code and fails when the file is out of date.
To update it: \`npx vitest run --project unit __tests__/unit/messages --update\`.`;

/** Texts in `src/` that look like words for people but are never shown, with the reason. */
const UNREAD: readonly (readonly [reason: string, ...texts: string[]])[] = [
  ['a name that the code compares', 'linked file', 'special file', 'not an interpreter', 'unreadable'],
  ['a platform', 'win32', 'darwin'],
  ['the name of a file or of a variable', 'INPUT_\0', 'STATE_\0', 'registration'],
  ['what another program prints', 'Unable to locate executable file'],
  [
    'a program for Python',
    'import sys; sys.path[:] = []; import posix; posix.chdir(sys.argv[1]); ' +
      'posix.execv(sys.executable, [sys.executable] + sys.argv[2:])',
    'import sys; sys.stdout.write(sys.executable)',
    'import pip; print(pip.__version__)',
  ],
  [
    "pip's commands",
    'cache check completion config debug download freeze hash help index inspect install list lock search show ' +
      'uninstall wheel',
  ],
  [
    'shown while debug logging is enabled only',
    'Running each pip command in a process of its own: \0.',
    'before run_pip.py ran',
    '\0 printed something before run_pip.py ran',
    '\0 did not run run_pip.py within \0 ms',
    'the question for its version',
    '\0 printed too much',
    'between two commands',
    '\0 ended between two commands',
    'before it imported pip',
    '\0 prints something when it imports pip',
    '\0 was stopped',
    'during \0',
  ],
  ['thrown where a response is read, and caught there', 'pip writes no such value', 'pip writes no such key'],
  ['thrown by code that is never called', 'This action makes no network requests.'],
];

describe(FILE, () => {
  let document = '';
  beforeAll(async () => {
    const parts = [
      actionFiles(),
      refusedInputs(),
      await refusedSteps(),
      await progress(),
      await reports(),
      await onFailure(),
    ];
    document = `${['# Messages', INTRODUCTION, ...parts].join('\n\n')}\n`;
  });

  it('is up to date', async () => {
    await expect(document).toMatchFileSnapshot(`../../../${FILE}`);
  });

  it('has every text in src that is shown to people', () => {
    const unread = new Set(UNREAD.flatMap(([_reason, ...texts]) => texts));
    const messages = messagesIn(document);
    const texts = textsForPeople();
    expect(texts.length).toBeGreaterThan(200);
    const missing = texts.filter((text) => !isIn(messages, text));
    expect(missing.filter(({ text }) => !unread.has(text))).toEqual([]);
    const needed = new Set(missing.map(({ text }) => text));
    expect(
      [...unread].filter((text) => !needed.has(text)),
      'exceptions that are not needed',
    ).toEqual([]);
  });
});

describe('the texts of a source', () => {
  const found = (file: string, source: string) => textsIn(file, source).map(({ text }) => text);

  it('are its literals, templates and sums, with values left open', () => {
    const source = `
      import { x } from 'a module of another';
      type Kind = 'a kind of type' | 'another kind';
      const plain = 'a plain text' as const;
      const sum = \`holds \${n} of\` + ' all, ' + (n > 1 ? 'more than one' : "just one") +
        \`; \${\`and \${m} inside\`}\`;
      if (kind === 'compared with' || value !== 'and with this') refuse(\`<b>\${n}</b> in HTML\`);
      switch (kind) { case 'a case of it': say({ 'a key of it': 'a value of it' }); }
      const single = ['word', 'ab', ''];`;
    expect(found('cache/a.ts', source)).toEqual([
      'a plain text',
      'holds \0 of all, \0; \0',
      'more than one',
      'just one',
      'and \0 inside',
      '\0 in HTML',
      'a value of it',
    ]);
    expect(found('report/a.ts', source).slice(-2)).toEqual(['a value of it', 'word']);
  });

  it.each([
    ['a whole message', 'Nothing was deleted.', true],
    ['a part of one', 'was deleted', true],
    ['what is around values', '\0 files in \0 of \0.', true],
    ['what is around values, the other way round', '\0 of \0 files in \0', false],
    ['what stands in two messages', 'Nothing was \0 removed', false],
    ['a part of a word', 'delete', false],
    ['a line break', 'a line\nand another', true],
  ])('are in messages or not: %s', (_what, text, expected) => {
    const messages = ['Nothing was deleted.', '3 files in 2 directories of numpy.', 'removed', 'a line\nand another'];
    expect(isIn(messages, { file: '', text })).toBe(expected);
  });
});
