import { EOL } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runnerLog, terminalLog } from '../../../src/report/log.js';
import { splitLines } from '../../support/lines.mjs';
import { readStepLog } from '../../support/workflow-commands.mjs';
import { HOSTILE } from '../results.js';

let printed: string;
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => void vi.restoreAllMocks());

const step = () => readStepLog(splitLines(printed));

describe('runnerLog', () => {
  it('says a line of others without its commands', () => {
    runnerLog.say(`Interpreter ${HOSTILE}`);
    const { annotations, log, groups } = step();
    expect({ annotations, groups }).toEqual({ annotations: [], groups: [] });
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('Interpreter \\x0a\\x0a::error::a\\x0a##\\x5berror]b');
    expect(printed.endsWith(EOL)).toBe(true);
  });

  it.each([
    ['::error::x', '\\x3a:error::x'],
    ['  \u00a0\u3000::error::x', '\\x3a:error::x'],
    ['::stop-commands::x', '\\x3a:stop-commands::x'],
    ['\u0085::error::x', '\\x85::error::x'],
    ['\n::error::x', '\\x0a::error::x'],
    ['a ::error::x', 'a ::error::x'],
    [':error::x', ':error::x'],
    ['  ##[error]x', '  ##\\x5berror]x'],
  ])('says %j as a line that is no command', (line, shown) => {
    runnerLog.say(line);
    runnerLog.warning('obeyed');
    const { annotations, log, ignoredWhileStopped } = step();
    expect(log).toEqual([shown, '##[warning]obeyed']);
    expect(annotations).toEqual([{ level: 'warning', message: 'obeyed', properties: {} }]);
    expect(ignoredWhileStopped).toEqual([]);
  });

  it('folds the words of others between stop-commands, in a group', () => {
    runnerLog.group(
      'a 100 % ##[error] title\n::error::',
      `  indented\n${HOSTILE}\n::endgroup::\n::stop-commands::x\n\n`,
    );
    runnerLog.error('after');
    const { annotations, groups, ignoredWhileStopped, stopped, masks } = step();
    expect(groups).toHaveLength(1);
    expect(groups[0]?.title).toBe('a 100 % ##\\x5berror] title\\x0a::error::');
    expect(groups[0]?.lines).toEqual([
      '::stop-commands::***',
      '  indented',
      '',
      '',
      '::error::a',
      '##[error]b',
      '<script>alert(1)</script>&amp;"\' </details></pre></table>',
      '',
      '# heading **bold** @octocat `x`',
      '\x1b[31m\x85',
      '::endgroup::',
      '::stop-commands::x',
      '::***::',
    ]);
    expect(ignoredWhileStopped).toEqual(['::error::a', '##[error]b', '::endgroup::', '::stop-commands::x']);
    expect(annotations).toEqual([{ level: 'error', message: 'after', properties: {} }]);
    expect(stopped).toBe(false);
    expect(masks).toHaveLength(1);
  });

  it('stops commands with another token each time', () => {
    for (const title of ['a', 'b']) runnerLog.group(title, '');
    const tokens = [...printed.matchAll(/::stop-commands::(.+)/g)].map(([, token]) => token);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(step().groups.map(({ title, lines }) => [title, lines])).toEqual([
      ['a', ['::stop-commands::***', '', '::***::']],
      ['b', ['::stop-commands::***', '', '::***::']],
    ]);
  });

  it.each(['warning', 'error'] as const)('makes one annotation of a %s', (level) => {
    runnerLog[level]('50 % of "a"\nb %0A ##[error]c');
    expect(step().annotations).toEqual([{ level, message: '50 % of "a"\\x0ab %0A ##\\x5berror]c', properties: {} }]);
  });
});

describe('terminalLog', () => {
  it('prints lines, and the words of others without what a terminal obeys', () => {
    terminalLog.say('a \x1b[2J');
    terminalLog.group('title \x07', 'b\r\nc\rd\n\n\x1b[31m\n\n');
    terminalLog.warning('w\n');
    terminalLog.error('e');
    expect(splitLines(printed)).toEqual([
      'a \\x1b[2J',
      'title \\x07',
      '  b',
      '  c',
      '  d',
      '  ',
      '  \\x1b[31m',
      'Warning: w\\x0a',
      'Error: e',
    ]);
  });
});
