import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 as zlibCrc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../support/archives.mjs';
import { countCache } from '../../support/count.mjs';
import { readFileCommands } from '../../support/file-commands.mjs';
import { fillCache, syntheticResponses, writeOldFormatCopy } from '../../support/fill-cache.mjs';
import { lineSplitter, splitLines } from '../../support/lines.mjs';
import { startPackageIndex } from '../../support/package-index.mjs';
import { cleanPipEnvironment, findPython, runPip } from '../../support/python.mjs';
import { runAction } from '../../support/runner.mjs';
import { seededBytes } from '../../support/seeded.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';
import { parseCommand, readStepLog } from '../../support/workflow-commands.mjs';

afterAll(removeTemporaryDirectories);

describe('lines', () => {
  it.each([
    ['a\nb\n', ['a', 'b']],
    ['a\r\nb', ['a', 'b']],
    ['a\rb\r', ['a', 'b']],
    ['\n\n', ['', '']],
    ['a\n\rb', ['a', '', 'b']],
    ['a\u2028b\u0085c\vd', ['a\u2028b\u0085c\vd']],
    ['', []],
  ])('splits %j', (text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });

  it('takes a \\r\\n that comes in two pieces for one line end', () => {
    const lines: string[] = [];
    const splitter = lineSplitter((line) => lines.push(line));
    for (const piece of ['a\r', '\nb', 'c\r', 'd']) splitter.push(piece);
    splitter.end();
    expect(lines).toEqual(['a', 'bc', 'd']);
  });
});

describe('workflow commands', () => {
  it.each([
    ['::error::text', { name: 'error', properties: {}, message: 'text' }],
    ['  \t::ERROR::text', { name: 'error', properties: {}, message: 'text' }],
    ['\u0085::group::a', { name: 'group', properties: {}, message: 'a' }],
    [
      '::error title=a%3Ab%2Cc,file=x=y::m',
      { name: 'error', properties: { title: 'a:b,c', file: 'x=y' }, message: 'm' },
    ],
    ['::error Title=1,title=2::m', { name: 'error', properties: { Title: '2' }, message: 'm' }],
    ['::error title=,=,==line==7::m', { name: 'error', properties: { line: '7' }, message: 'm' }],
    ['::warning::a%0Ab%0Dc%25d%3Ae%2C', { name: 'warning', properties: {}, message: 'a\nb\rc%d%3Ae%2C' }],
    ['::notice::%250A', { name: 'notice', properties: {}, message: '%0A' }],
    ['::debug::a::b', { name: 'debug', properties: {}, message: 'a::b' }],
    ['##[error]text', { name: 'error', properties: {}, message: 'text' }],
    ['Collecting x ##[add-path]/tmp', { name: 'add-path', properties: {}, message: '/tmp' }],
    ['x##[set-env name=A;b=c%3Bd]v%5D%0A', { name: 'set-env', properties: { name: 'A', b: 'c;d' }, message: 'v]\n' }],
    [':: ##[error]both', { name: 'error', properties: {}, message: 'both' }],
    ['::nonsense::##[error]x', { name: 'error', properties: {}, message: 'x' }],
  ])('sees a command in %j', (line, command) => {
    expect(parseCommand(line)).toEqual(command);
  });

  it.each([
    '',
    'text ::error::x',
    '::error',
    '::error:',
    ':error::x',
    '::unknown::x',
    ':: error::x',
    '::error\u00a0x=y::m',
    '\ufeff::error::x',
    '# #[error]x',
    '##[error x',
    '##[unknown]##[error]x',
    '[command]python -m pip',
  ])('sees none in %j', (line) => {
    expect(parseCommand(line)).toBeUndefined();
  });

  it('consumes what it obeys and shows the rest', () => {
    const step = readStepLog([
      'before',
      '::group::one',
      'inside',
      '::warning title=t::two%0Alines',
      '::endgroup::',
      '::debug::unseen',
      '::add-matcher::m.json',
      '::group::two',
      '##[group]three',
      'last',
    ]);
    expect(step.log).toEqual([
      'before',
      '##[group]one',
      'inside',
      '##[warning]two',
      'lines',
      '##[endgroup]',
      '##[group]two',
      '##[group]three',
      'last',
    ]);
    expect(step.groups).toEqual([
      { title: 'one', lines: ['inside', '##[warning]two', 'lines'] },
      { title: 'two', lines: [] },
      { title: 'three', lines: ['last'] },
    ]);
    expect(step.annotations).toEqual([{ level: 'warning', message: 'two\nlines', properties: { title: 't' } }]);
    expect(step.debug).toEqual(['unseen']);
  });

  it('obeys nothing between a stop and its token, whatever the syntax', () => {
    const injected = [
      '::error::x',
      'pip says ##[error]x',
      '::stop-commands::other',
      '##[other]',
      '::group::g',
      '::other::',
      ' ##[token',
    ];
    const step = readStepLog(['::stop-commands::token', ...injected, '::TOKEN a=b::ignored', '::notice::obeyed']);
    expect(step.ignoredWhileStopped).toEqual(injected.slice(0, 3).concat('::group::g'));
    expect(step.log).toEqual(['::stop-commands::token', ...injected, '::TOKEN a=b::ignored', '##[notice]obeyed']);
    expect(step.annotations.map(({ message }) => message)).toEqual(['obeyed']);
    expect(step.groups).toEqual([]);
    expect(step.stopped).toBe(false);
  });

  it('stops and resumes through the other syntax too, anywhere in a line', () => {
    const step = readStepLog(['x ##[stop-commands]abc', '::error::1', 'y ##[abc] z', '::error::2', '::abc::']);
    expect(step.annotations.map(({ message }) => message)).toEqual(['2']);
    expect(step.log.at(-1)).toBe('::abc::');
  });

  it('says that commands are still stopped at the end', () => {
    expect(readStepLog(['::stop-commands::a', '::b::']).stopped).toBe(true);
  });

  it.each(['', 'pause-logging', 'Error', 'stop-commands'])('refuses "%s" as a token', (token) => {
    const step = readStepLog([`::stop-commands::${token}`, '::notice::obeyed']);
    expect(step.annotations.map(({ level }) => level)).toEqual(['forbidden', 'notice']);
  });

  it.each([
    '::set-output name=a::b',
    '::save-state name=a::b',
    '::set-env name=a::b',
    '::add-path::/x',
    'x ##[set-output name=a]b',
  ])('takes %j for forbidden', (line) => {
    expect(readStepLog([line]).annotations).toMatchObject([{ level: 'forbidden' }]);
  });

  it('masks secrets and long stop tokens in later lines', () => {
    const step = readStepLog([
      'early secret',
      '::add-mask::secret',
      '::add-mask::l1%0A l2',
      'late secret, l2',
      '::stop-commands::0123456',
      '::0123456::',
      '::error::secret',
    ]);
    expect(step.log).toEqual(['early secret', 'late ***, ***', '::stop-commands::***', '::***::', '##[error]***']);
    expect(step.annotations).toEqual([{ level: 'error', message: '***', properties: {} }]);
  });

  it('echoes commands when asked to', () => {
    expect(readStepLog(['::echo::on', '::group::a', '::error::b', '::echo::off', '::endgroup::']).log).toEqual([
      '::group::a',
      '##[group]a',
      '##[error]b',
      '::echo::off',
      '##[endgroup]',
    ]);
    expect(readStepLog(['::echo::maybe']).annotations).toMatchObject([{ level: 'error' }]);
  });
});

describe('file commands', () => {
  it.each([
    ['', {}],
    ['a=b\n', { a: 'b' }],
    ['a=\n\n\nb=c=d<<e', { a: '', b: 'c=d<<e' }],
    ['a=1\na=2\n', { a: '2' }],
    ['\ufeffa=b\n', { a: 'b' }],
    ['a<<E\nE\n', { a: '' }],
    ['a<<E\n\nE', { a: '' }],
    ['a<<E\none\n\ntwo=x\n E\nE\nb=c\n', { a: 'one\n\ntwo=x\n E', b: 'c' }],
    ['a<<E=F\nx\nE=F\n', { a: 'x' }],
    ['a<<E<<F\nx\nE<<F\n', { a: 'x' }],
    ['a=b\r\n', { a: 'b\r' }],
  ])('reads %j', (text, values) => {
    expect(readFileCommands(text, { windows: false })).toEqual(values);
  });

  it.each([
    ['a=b\r\n', { a: 'b' }],
    ['a<<E\r\none\r\ntwo\nE\r\n', { a: 'one\r\ntwo' }],
  ])('reads %j on Windows', (text, values) => {
    expect(readFileCommands(text, { windows: true })).toEqual(values);
  });

  it.each([
    'a',
    '=b',
    'a<<',
    '<<E\nE\n',
    'a<<E',
    'a<<E\n',
    'a<<E\nx\n',
    'a<<E\nx\nE ',
    'a<<E\nx\nEE\n',
    'a=b\nnonsense\n',
  ])('refuses %j', (text) => {
    expect(() => readFileCommands(text, { windows: false })).toThrow();
  });
});

describe('runAction', () => {
  function script(source: string): string {
    const entry = join(temporaryDirectory('script'), 'entry.mjs');
    writeFileSync(entry, source);
    return entry;
  }

  it('starts the entry as the runner does, and reads everything that it tells the runner', async () => {
    const entry = script(`
      import { appendFileSync } from 'node:fs';
      const { env } = process;
      appendFileSync(env.GITHUB_OUTPUT, 'cwd<<E\\n' + process.cwd() + '\\nE\\ninput=' + env['INPUT_DRY-RUN_X'] + '\\n');
      appendFileSync(env.GITHUB_STATE, 'was=here\\n');
      appendFileSync(env.GITHUB_STEP_SUMMARY, '# summary\\n');
      const names = Object.keys(env).filter((name) => /^(GITHUB|RUNNER|PIP|PYTHON|CI$|STATE)/.test(name));
      console.log(names.sort().join(' '));
      process.stdin.on('end', () => console.error('::error title=t::from stderr')).resume();
      process.exitCode = 3;
    `);
    const result = await runAction({
      entry,
      inputs: { 'dry-run x': 'yes' },
      state: { saved: '1' },
      removeEnv: ['GITHUB_PATH'],
    });
    expect(result).toMatchObject({
      code: 3,
      signal: null,
      outputs: { cwd: result.workspace, input: 'yes' },
      state: { was: 'here' },
      summary: '# summary\n',
      annotations: [{ level: 'error', message: 'from stderr', properties: { title: 't' } }],
      stderr: '::error title=t::from stderr\n',
    });
    expect(result.log[0]?.split(' ')).toEqual([
      'CI',
      'GITHUB_ACTIONS',
      'GITHUB_ENV',
      'GITHUB_OUTPUT',
      'GITHUB_STATE',
      'GITHUB_STEP_SUMMARY',
      'GITHUB_WORKSPACE',
      'RUNNER_OS',
      'RUNNER_TEMP',
      'STATE_saved',
    ]);
  });

  it('gives a terminal no variable of a runner', async () => {
    const entry = script(
      `console.log(Object.keys(process.env).filter((name) => /^(GITHUB|RUNNER|CI$)/.test(name)).join())`,
    );
    expect((await runAction({ entry, terminal: true })).stdout).toBe('\n');
  });

  it('rejects when an output file is malformed', async () => {
    const entry = script(`
      import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_OUTPUT, 'a<<E\\nb');
    `);
    await expect(runAction({ entry })).rejects.toThrow('the closing E is missing');
  });

  it('kills what takes too long, its children too', async () => {
    const entry = script(`
      import { spawn } from 'node:child_process';
      const forever = 'setInterval(() => {}, 1000)';
      spawn(process.execPath, ['-e', forever], { stdio: 'inherit' });
      eval(forever);
    `);
    await expect(runAction({ entry, timeoutMs: 500 })).rejects.toThrow('not finished after 500 ms');
  });
});

describe('archives', () => {
  it('has the CRC-32 of zlib', () => {
    const data = seededBytes('crc', 10_000);
    expect(crc32(data)).toBe(zlibCrc32(data));
  });
});

describe('package index', () => {
  it('answers conditional requests, poisons and heals', async () => {
    const index = await startPackageIndex({
      projects: [{ name: 'Demo', versions: ['1.0', '2.0'], payloadBytes: 100 }],
    });
    try {
      const headers = { Accept: 'application/vnd.pypi.simple.v1+json' };
      const page = await fetch(`${index.url}demo/`, { headers });
      const { files } = (await page.json()) as { files: { url: string; size: number }[] };
      const etag = page.headers.get('etag') ?? '';
      expect((await fetch(`${index.url}demo/`, { headers: { ...headers, 'If-None-Match': etag } })).status).toBe(304);

      const address = files[1]?.url ?? '';
      const read = async () => Buffer.from(await (await fetch(address)).arrayBuffer());
      const clean = await read();
      index.poison('demo', '2.0');
      const poisoned = await read();
      index.heal('demo');
      expect(poisoned.equals(clean)).toBe(false);
      expect(poisoned.length).toBe(clean.length);
      expect((await read()).equals(clean)).toBe(true);

      expect((await fetch(`${index.url}missing/`)).status).toBe(404);
      expect((await fetch(`${index.url}DEMO`)).url).toBe(`${index.url}demo/`);
      expect(index.requests.map(({ status }) => status)).toEqual([200, 304, 200, 200, 200, 404, 301, 200]);
    } finally {
      await index.close();
    }
  });
});

describe('countCache', () => {
  it('counts hard links once by inode, and does so with and without find', () => {
    const cacheDir = temporaryDirectory('count');
    const folder = join(cacheDir, 'wheels', 'a');
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(cacheDir, 'selfcheck'));
    writeFileSync(join(cacheDir, 'selfcheck', 'x'), 'not in an area');
    writeFileSync(join(folder, 'x.whl'), seededBytes('x', 5000));
    const single = countCache(cacheDir);
    linkSync(join(folder, 'x.whl'), join(folder, 'y.whl'));
    const double = countCache(cacheDir);
    expect(single).toMatchObject({ files: 1, bytes: 5000, directories: 2 });
    expect(double).toMatchObject({ files: 2, bytes: 10_000, directories: 2, diskBytes: single.diskBytes });
    expect(countCache(cacheDir, { find: false })).toEqual(countCache(cacheDir));
  });

  it('finds nothing where nothing is', () => {
    expect(countCache(join(temporaryDirectory('count'), 'missing'))).toMatchObject({
      files: 0,
      bytes: 0,
      directories: 0,
      diskBytes: 0,
    });
  });

  it('agrees with what syntheticResponses says that it wrote', () => {
    const cacheDir = temporaryDirectory('synthetic');
    const written = syntheticResponses(cacheDir, 1000);
    expect(countCache(cacheDir)).toMatchObject(written);
    expect(written.bytes).toBeGreaterThan(1000 * 480 + 1_000_000);
    expect(syntheticResponses(cacheDir, 1000)).toEqual(written);
    expect(countCache(cacheDir)).toMatchObject(written);
  });
});

describe('writeOldFormatCopy', () => {
  it('puts metadata and body into one file', () => {
    const cacheDir = temporaryDirectory('old');
    syntheticResponses(cacheDir, 1000);
    expect(writeOldFormatCopy(cacheDir)).toBe(1000);
    const { http, 'http-v2': httpV2 } = countCache(cacheDir).byArea;
    expect(http).toMatchObject({ files: 1000, directories: httpV2.directories });

    const paths = readdirSync(join(cacheDir, 'http-v2'), { recursive: true, encoding: 'utf8' });
    const grown = paths
      .filter((path) => path.endsWith('.body'))
      .map((path) => {
        const body = readFileSync(join(cacheDir, 'http-v2', path));
        const old = readFileSync(join(cacheDir, 'http', path.replace('.body', '')));
        expect(old.includes(body)).toBe(true);
        return [body.length, old.length - 480 - body.length];
      });
    const expected = grown.map(([size = 0]) => [size, size < 256 ? 0 : size < 65_536 ? 1 : 3]); // bin 8, 16, 32
    expect(grown).toEqual(expected);
  });
});

describe('fillCache', () => {
  it('makes the real pip write a cache that pip and countCache count alike', { timeout: 60_000 }, async () => {
    const python = await findPython();
    const home = temporaryDirectory('home');
    const cacheDir = join(home, 'cache');
    const spellings = ['Foo.Bar', 'scikit_learn', 'PyYAML'];
    const index = await startPackageIndex({
      projects: [
        { name: 'demo', versions: ['1.0', '2.0'], payloadBytes: 200_000 },
        { name: 'other-thing', versions: ['0.1'] },
        { name: 'Foo.Bar', versions: ['1.0'], kind: 'sdist', spelling: 'Foo.Bar' },
        { name: 'scikit-learn', versions: ['1.0'], kind: 'sdist' },
        { name: 'PyYAML', versions: ['1.0'], kind: 'sdist', spelling: 'PyYAML' },
      ],
    });
    const env = cleanPipEnvironment({ home, cacheDir });
    const info = async () => {
      const { stdout, stderr, code } = await runPip(python, ['cache', 'info'], { env, cwd: join(home, 'empty') });
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      return (label: RegExp) => new RegExp(`${label.source}: (.*)`).exec(stdout)?.[1]?.trim();
    };
    try {
      await fillCache({
        python,
        cacheDir,
        home,
        index,
        downloads: ['demo==1.0', 'other-thing'],
        wheels: ['foo-bar', 'scikit-learn', 'pyyaml'],
      });
      const wheels = readdirSync(join(cacheDir, 'wheels'), { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.whl'),
      );
      expect(wheels.map((path) => path.split(/[\\/]/).at(-1)?.split('-')[0]).sort()).toEqual(spellings.sort());

      const counted = countCache(cacheDir);
      const responses = counted.byArea.http.files + counted.byArea['http-v2'].files;
      const said = await info();
      expect(responses).toBeGreaterThan(0);
      expect(said(/Number of HTTP files/)).toBe(String(responses));
      expect(said(/Number of (?:locally built )?wheels/)).toBe(String(wheels.length));
      expect(said(/(?:Locally built w|W)heels size/)).toBe(`${Math.trunc(counted.byArea.wheels.bytes / 1000)} kB`);

      if (counted.byArea['http-v2'].files > 0) {
        expect(writeOldFormatCopy(cacheDir)).toBe(counted.byArea['http-v2'].files / 2);
        expect((await info())(/Number of HTTP files/)).toBe(String(responses * 1.5));
      }

      index.requests.length = 0;
      const again = ['download', '--no-deps', '-i', index.url, '--trusted-host', index.trustedHost, 'demo==1.0'];
      const { code } = await runPip(python, again, { env, cwd: join(home, 'again') });
      expect(code).toBe(0);
      expect(index.requests.filter(({ path }) => path.startsWith('/packages/'))).toEqual([]);
    } finally {
      await index.close();
      rmSync(home, { recursive: true, force: true });
    }
  });

  it("rejects with pip's own words", { timeout: 60_000 }, async () => {
    const index = await startPackageIndex();
    const home = temporaryDirectory('home');
    const filled = fillCache({
      python: await findPython(),
      cacheDir: join(home, 'cache'),
      home,
      index,
      downloads: ['missing'],
    });
    await expect(filled).rejects.toThrow('No matching distribution found for missing');
    await index.close();
  });
});
