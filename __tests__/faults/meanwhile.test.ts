import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { changed } from '../support/environment.mjs';
import { fillCache, syntheticResponses } from '../support/fill-cache.mjs';
import { builtWheels, errorOf, type Fixture, fixture } from '../support/fixture.js';
import { startClosedGate, startGate } from '../support/gate.mjs';
import { beforeCommands, interpreterScript, ONE_BY_ONE } from '../support/interpreter-scripts.js';
import { moduleDirectory } from '../support/modules.js';
import { startPackageIndex } from '../support/package-index.mjs';
import { runPip } from '../support/python.mjs';
import type { RunResult } from '../support/runner.mjs';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary-directory.mjs';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(removeTemporaryDirectories);

const posix = process.platform !== 'win32';

describe.runIf(posix)('a pip that fails at one command only', () => {
  it('is refused when it is info', async () => {
    const { step, count } = fixture();
    const before = count();
    const failing = 'if command == "cache info":\n    sys.stderr.write("ERROR: no info today\\n")\n    sys.exit(2)';
    const run = await step({}, { env: beforeCommands(failing) });
    expect(run.code).toBe(1);
    expect(errorOf(run)).toContain('ended with exit code 2: no info today. Nothing was deleted.');
    expect(count()).toEqual(before);
  });
});

describe.runIf(posix)('another job', () => {
  it('that writes a file again while pip purges keeps it, and the old one counts as removed', async () => {
    const { step, python, cacheDir, count } = fixture();
    const before = count();
    const path = join(cacheDir, 'wheels', 'again-1.0-py3-none-any.whl');
    writeFileSync(path, 'old');
    // After the purge, and before the step looks again.
    const again = `mkdir -p "${join(cacheDir, 'wheels')}" && printf new > "${path}"`;
    const body = `${ONE_BY_ONE}\n"${python.command}" "$@"\ncode=$?\ncase "$*" in *purge) ${again} ;; esac\nexit $code`;
    const run = await step({ 'python-path': interpreterScript(body) });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'reset',
      'files-removed': String(before.files + 1),
      'bytes-removed': String(before.bytes + 3),
      'files-after': '1',
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('that removes something else meanwhile is not credited to the packages', async () => {
    const { step, cacheDir } = fixture();
    const other = 'if "cache remove" in command:\n    import shutil\n    shutil.rmtree(os.environ["REMOVED"])';
    rmSync(join(cacheDir, 'http-v2', 'empty'), { recursive: true });
    rmSync(join(cacheDir, 'wheels', 'note.txt'));
    const run = await step(
      { mode: 'remove', package: 'pyyaml, numpyy', 'built-wheels-only': 'true' },
      { env: { ...beforeCommands(other), REMOVED: join(cacheDir, 'http-v2') } },
    );
    expect(run.outputs.outcome).toBe('reset');
    expect(run.summary).toMatch(/locally built wheels of pyyaml\./);
    expect(run.summary).toContain('Nothing matched: numpyy.');
    expect(run.summary).toMatch(/\d+ files and \d+ directories of that went otherwise/);
  });
});

// Imported by Python when it starts. `deletes` hears of each file that `pip cache purge` is about to delete, `clears` of each directory. pip
// begins with the wheels, of which the cache has six.
const LISTENING = `
import os, signal, sys
real, real_rmdir, count = os.unlink, os.rmdir, 0
def purges():
    return sys.argv[1:3] == ["cache", "purge"]
def unlink(path, *args, **kwargs):
    global count
    if purges():
        count += 1
        deletes(os.fspath(path))
    return real(path, *args, **kwargs)
def rmdir(path, *args, **kwargs):
    if purges():
        clears(os.fspath(path))
    return real_rmdir(path, *args, **kwargs)
def deletes(path):
    pass
def clears(path):
    pass
os.unlink, os.remove, os.rmdir = unlink, unlink, rmdir
`;

/** An environment in which the real pip meets with something while it purges; `program` defines `deletes` or `clears`. */
function meeting(program: string): { PYTHONPATH: string } {
  return { PYTHONPATH: moduleDirectory({ 'sitecustomize.py': LISTENING + program }) };
}

/** The same before it deletes its n-th file, whose `path` it is. */
function beforeFile(number: number, fault: string): { PYTHONPATH: string } {
  return meeting(`def deletes(path):\n    if count == ${number}:\n        ${fault.replaceAll('\n', '\n        ')}\n`);
}

/** pip asks this address, and waits for the answer, when it knows all its files and has deleted none. */
function askingFirst(url: string): { PYTHONPATH: string } {
  return beforeFile(1, `from urllib.request import urlopen\nurlopen(${JSON.stringify(url)}).read()`);
}

/** A reset of all there was, with nothing to annotate. */
function expectReset(run: RunResult, before: ReturnType<Fixture['count']>): void {
  expect(run).toMatchObject({ code: 0, annotations: [] });
  expect(run.outputs).toMatchObject({
    outcome: 'reset',
    'files-before': String(before.files),
    'files-removed': String(before.files),
    'bytes-removed': String(before.bytes),
  });
}

/** How `pip cache purge` ended. */
function purgeOf(run: RunResult): { exitCode: number | null; stderr: string } {
  const { pip } = JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'));
  return pip.find(({ command }: { command: string }) => command.endsWith('cache purge'));
}

const LATER_WHEEL = `import glob
wheels = glob.glob(os.path.join(glob.escape(os.environ["PIP_CACHE_DIR"]), "wheels", "**", "*-*.whl"), recursive=True)
real(next(wheel for wheel in wheels if wheel != path))`;
const KILL = 'os.kill(os.getpid(), signal.SIGKILL)';

describe('a real pip that fails midway', () => {
  it.each([
    ['since a file has vanished', 'real(path)', 2, 'FileNotFoundError'],
    ['since a file is in use', 'raise PermissionError(13, "in use", path)', 2, 'PermissionError: .*in use'],
    ['since its disk fails', 'raise OSError(5, "Input/output error", path)', 2, 'OSError: .*Input/output error'],
    ...(posix ? [['since it is killed', KILL, null, ''] as const] : []),
  ] as const)('%s: the step finishes the work, and says so', async (_, fault, exitCode, words) => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({}, { env: beforeFile(4, fault) });
    expectReset(run, before);
    expect(run.outputs).toMatchObject({
      'directories-removed': String(before.directories),
      'disk-bytes-freed': String(before.diskBytes),
      'files-after': '0',
    });
    expect(count()).toMatchObject({ files: 0, directories: 0 });
    expect(purgeOf(run)).toMatchObject({ exitCode, stderr: expect.stringMatching(words) });
    const end = exitCode === null ? 'was ended by a signal' : `ended with exit code ${exitCode}`;
    const left = before.files - (fault === 'real(path)' ? 4 : 3);
    const finished = `This action removed ${left} files and ${before.directories} directories that pip did not reach.`;
    expect(run.log.join('\n')).toMatch(new RegExp(`cache purge ${end}\\.\n(.*\n)*${finished}`));
    expect(run.summary).toContain(finished);
  });

  it('since another job deletes a file that it comes to later: the step finishes the work', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({}, { env: beforeFile(1, LATER_WHEEL) });
    expectReset(run, before);
    expect(purgeOf(run)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('FileNotFoundError') });
    expect(count()).toMatchObject({ files: 0, directories: 0 });
  });
});

describe('what another job writes while pip purges', () => {
  // From 26.0 on pip clears such a directory; with others, the file comes when pip has done.
  it('stays when it comes into a directory that pip is about to delete, and all else goes', async () => {
    const { step, cacheDir, count, python } = fixture();
    const before = count();
    const wheels = join(cacheDir, 'wheels');
    const paths = readdirSync(wheels, { recursive: true, encoding: 'utf8' });
    const late = join(wheels, dirname(paths.find((path) => path.endsWith('.whl')) ?? ''), 'late');
    const filling = `
import logging
late = ${JSON.stringify(late)}
def fill():
    if not os.path.exists(late):
        with open(late, "w") as file:
            file.write("new")
def clears(path):
    if path == os.path.dirname(late):
        fill()
info = logging.Logger.info
def tell(self, message, *args, **kwargs):
    if message.startswith("Files removed"):
        fill()
    return info(self, message, *args, **kwargs)
logging.Logger.info = tell
`;
    const run = await step({}, { env: meeting(filling) });
    expectReset(run, before);
    expect(readFileSync(late, 'utf8')).toBe('new');
    const after = count();
    expect(after.files).toBe(1);
    expect(run.outputs).toMatchObject({
      'files-after': '1',
      'bytes-after': '3',
      'directories-removed': String(before.directories - after.directories),
    });
    expect(purgeOf(run).exitCode).toBe(Number.parseInt(python.pipVersion, 10) >= 26 ? 2 : 0);
  });

  /** Resets a cache while an install has its whole run, in the moment before pip deletes its first file. */
  async function resetAroundInstall(cache: Fixture, filled: boolean) {
    const { python, cacheDir, home, env } = cache;
    const index = await startPackageIndex({
      projects: [
        { name: 'gamma', versions: ['1.0'], payloadBytes: 50_000 },
        { name: 'delta', versions: ['1.0'], payloadBytes: 20_000, kind: 'sdist' },
      ],
    });
    servers.push(index);
    if (filled) await fillCache({ python, cacheDir, home, index, downloads: ['gamma'], wheels: ['delta'] });
    const source = ['--no-deps', '--index-url', index.url, '--trusted-host', index.trustedHost];
    // Not seen, and so not waited for, on Linux either: its cache is named in a pip.conf of its own.
    const config = join(home, 'beside.conf');
    writeFileSync(config, `[global]\ncache-dir = ${cacheDir}\n`);
    const options = {
      env: changed({}, { ...env, PIP_CACHE_DIR: undefined, PIP_CONFIG_FILE: config }),
      cwd: join(home, 'beside'),
    };
    const install = (name: string, ...packages: string[]) =>
      runPip(python, ['install', '--target', join(home, name), ...source, ...packages], options);

    let written: string[] = [];
    const gate = await startGate(async () => {
      const there = filesOf(cache);
      expect(await install('one', 'gamma', 'delta')).toMatchObject({ code: 0 });
      written = [...filesOf(cache)].filter(([path, inode]) => there.get(path) !== inode).map(([path]) => path);
    });
    servers.push(gate);
    const before = cache.count();
    const run = await cache.step({}, { env: askingFirst(gate.url) });
    expectReset(run, before);
    expect(purgeOf(run).exitCode).toBe(0);
    const left = [...filesOf(cache).keys()];
    expect(run.outputs['files-after']).toBe(String(left.length));
    return { written, left, index, installAgain: () => install('two', 'delta') };
  }

  it('stays when it is an install of what was not there, and is of use afterwards', async () => {
    const cache = fixture();
    const { written, left, index, installAgain } = await resetAroundInstall(cache, false);
    expect(builtWheels(cache.cacheDir)).toEqual(['delta-1.0-py3-none-any.whl']);
    expect(left).toEqual(written);
    index.requests.length = 0;
    expect(await installAgain()).toMatchObject({ code: 0 });
    expect(index.requests.filter(({ path }) => path.endsWith('.tar.gz'))).toEqual([]);
  });

  it('may stay when it is an install of what was there, and nothing else does', async () => {
    const { written, left } = await resetAroundInstall(fixture(), true);
    expect(written).toEqual(expect.arrayContaining(left));
  });
});

/** The inodes of the files in the areas, by path. */
function filesOf({ cacheDir }: Fixture): Map<string, number> {
  const files = ['http', 'http-v2', 'wheels']
    .filter((area) => readdirSync(cacheDir).includes(area))
    .flatMap((area) => readdirSync(join(cacheDir, area), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((path) => [path, statSync(path).ino]));
}

describe('two resets at once, or a reset beside purges by hand', () => {
  /** A cache of 2,000 files more, and an environment in which so many pips wait for one another, each knowing all files. */
  async function together(pips: number) {
    const cache = fixture();
    syntheticResponses(cache.cacheDir, 1000);
    let arrived = 0;
    let go = () => {};
    const all = new Promise<void>((resolve) => {
      go = resolve;
    });
    const gate = await startGate(() => {
      arrived += 1;
      if (arrived === pips) go();
      return all;
    });
    servers.push(gate);
    return { cache, env: askingFirst(gate.url), before: cache.count() };
  }

  it('both resets succeed and tell all that is gone, and nothing is left', async () => {
    const { cache, env, before } = await together(2);
    const runs = await Promise.all([
      cache.step({}, { env }),
      cache.step({}, { env, temp: temporaryDirectory('second') }),
    ]);
    for (const run of runs) {
      expectReset(run, before);
      expect(run.outputs['files-after']).toBe('0');
    }
    // Only one can have deleted each of its files.
    expect(runs.map((run) => purgeOf(run).exitCode)).toContain(2);
    expect(cache.count()).toMatchObject({ files: 0, directories: 0 });
  });

  it('a reset beside two purges by hand succeeds, and nothing is left', async () => {
    const { cache, env, before } = await together(3);
    const options = { env: changed({}, { ...cache.env, ...env }), cwd: join(cache.home, 'by-hand') };
    const byHand = () => runPip(cache.python, ['cache', 'purge'], options);
    const [run, ...purges] = await Promise.all([cache.step({}, { env }), byHand(), byHand()]);
    expectReset(run, before);
    const codes = [purgeOf(run).exitCode, ...purges.map(({ code }) => code)];
    expect(codes.filter((code) => code === 2).length).toBeGreaterThanOrEqual(2);
    expect(cache.count()).toMatchObject({ files: 0, directories: 0 });
  });
});

describe.concurrent('a pip that takes long', () => {
  /** Runs a step until the third line that says what it waits for, and for how long; then that may go on. */
  async function letGoOn(cache: Fixture, waits: RegExp, held: (url: string) => Parameters<Fixture['step']>) {
    const gate = await startClosedGate();
    const times: number[] = [];
    const onLine = (line: string) => {
      const [, time] = waits.exec(line) ?? [];
      if (time !== undefined && times.push(Number(time)) === 3) gate.open();
    };
    const before = cache.count();
    const [inputs, options] = held(gate.url);
    try {
      expectReset(await cache.step(inputs, { ...options, onLine }), before);
    } finally {
      await gate.close();
    }
    expect(cache.count().files).toBe(0);
    // No sooner; a busy machine may be later.
    const [first = 0, second = 0, third = 0] = times;
    expect([first >= 2, second >= 4, third >= 6]).toEqual([true, true, true]);
  }

  it('is waited for while it purges, and every two seconds a line says how long', async () => {
    const waits = /^pip cache purge: (\d+) s so far, about \d+ % of it is gone$/;
    await letGoOn(fixture(), waits, (url) => [{}, { env: askingFirst(url) }]);
  });

  it.runIf(posix).each(['dir', 'info'])('is waited for when it is asked for %s, and lines say so', async (command) => {
    await letGoOn(fixture(), new RegExp(`^Waiting for pip cache ${command}: (\\d+) s so far\\.$`), (url) => {
      const ask = `from urllib.request import urlopen\n    urlopen(${JSON.stringify(url)}).read()`;
      return [{}, { env: beforeCommands(`if command == "cache ${command}":\n    ${ask}`) }];
    });
  });
});
