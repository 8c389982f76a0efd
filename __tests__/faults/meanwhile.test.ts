import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { changed } from '../support/environment.mjs';
import { fillCache, syntheticResponses } from '../support/fill-cache.mjs';
import { builtWheels, type Fixture, fixture } from '../support/fixture.js';
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

describe.runIf(posix)('a pip that fails at only one command', () => {
  it('does the work if the command is info, of which only a note is missing', async () => {
    const { step, count } = fixture();
    const before = count();
    const failing = 'if command == "cache info":\n    sys.stderr.write("ERROR: no info today\\n")\n    sys.exit(2)';
    const run = await step({}, { env: beforeCommands(failing) });
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-removed': `${before.files}`, 'files-after': '0' });
    const notes = run.log.filter((line) => line.startsWith('pip cache info '));
    expect(notes).toEqual([
      'pip cache info ended with exit code 2: no info today. The numbers here do not depend on it: they are counted on disk.',
    ]);
    expect(run.summary).toContain('no info today');
    expect(count()).toMatchObject({ files: 0, directories: 0 });
  });
});

describe.runIf(posix)('a program that goes on after pip', () => {
  it('does not keep the step, although it holds the streams of pip', async () => {
    const { step, python } = fixture();
    const started = join(temporaryDirectory('started'), 'process');
    const path = interpreterScript(`sleep 60 &\necho $! >> "${started}"\nexec "${python.command}" "$@"`);
    const run = await step({ 'python-path': path });
    expect(run.outputs.outcome).toBe('reset');
    const [sleeping = ''] = readFileSync(started, 'utf8').split('\n');
    // It still runs: the step has not waited for it.
    expect(process.kill(Number(sleeping), 'SIGKILL')).toBe(true);
  });
});

describe('a cache that pip can not walk through', () => {
  // Python before 3.12 walks recursively, and ends in a RecursionError.
  it('is cleared: a thousand directories, one in the other', async () => {
    const { step, cacheDir, count } = fixture();
    const deep = join(cacheDir, 'http-v2', ...Array.from({ length: 1100 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'file'), 'x');
    const before = count();
    const run = await step({});
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.outputs).toMatchObject({ outcome: 'reset', 'files-removed': `${before.files}` });
    expect(count()).toMatchObject({ files: 0, directories: 0 });
  });

  it('is cleared while another process writes and renames in it', async () => {
    const { step, cacheDir } = fixture();
    const busy = join(cacheDir, 'http-v2', 'busy');
    const program =
      'const fs = require("fs"); const [, busy] = process.argv; for (let n = 0; ; n = (n + 1) % 50) { ' +
      'const at = busy + "/" + n; try { fs.mkdirSync(at, { recursive: true }); fs.writeFileSync(at + "/a.tmp", "x"); ' +
      'fs.renameSync(at + "/a.tmp", at + "/a"); fs.rmSync(at, { recursive: true }); } catch {} }';
    const writer = spawn(process.execPath, ['-e', program, busy], { stdio: 'ignore' });
    try {
      for (let round = 0; round < 5; round += 1) {
        const run = await step({});
        expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
        expect(run.code).toBe(0);
      }
    } finally {
      writer.kill('SIGKILL');
    }
  });
});

describe.runIf(posix)('another job', () => {
  it('that writes a file again while pip purges keeps it, and the old one counts as removed', async () => {
    const { step, python, cacheDir, count } = fixture();
    const before = count();
    const path = join(cacheDir, 'wheels', 'again-1.0-py3-none-any.whl');
    writeFileSync(path, 'old');
    // Runs after the purge, and before the step surveys the cache again.
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

  it('that removes something else at the same time: it is reported separately', async () => {
    const { step, cacheDir } = fixture();
    const other = 'if "cache remove" in command:\n    import shutil\n    shutil.rmtree(os.environ["REMOVED"])';
    rmSync(join(cacheDir, 'http-v2', 'empty'), { recursive: true });
    rmSync(join(cacheDir, 'wheels', 'note.txt'));
    const run = await step(
      { mode: 'remove', package: 'pyyaml, numpyy', 'built-wheels-only': 'true' },
      { env: { ...beforeCommands(other), REMOVED: join(cacheDir, 'http-v2') } },
    );
    expect(run.outputs.outcome).toBe('reset');
    expect(run.summary).toMatch(/locally built wheels of <code>pyyaml<\/code>\./);
    expect(run.summary).toContain('Nothing matched: <code>numpyy</code>.');
    expect(run.summary).toMatch(/\d+ files and \d+ directories of that went otherwise/);
  });
});

// Imported by Python at startup. `deletes` is called for each file that `pip cache purge` is about to delete, and
// `clears` for each directory. pip starts with the wheels, of which the cache has six.
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

/** Returns an environment that changes how the real pip purges; `program` defines `deletes` or `clears`. */
function interfering(program: string): { PYTHONPATH: string } {
  return { PYTHONPATH: moduleDirectory({ 'sitecustomize.py': LISTENING + program }) };
}

/** Returns an environment in which pip runs `fault` before it deletes its n-th file, whose path is `path`. */
function beforeFile(number: number, fault: string): { PYTHONPATH: string } {
  return interfering(
    `def deletes(path):\n    if count == ${number}:\n        ${fault.replaceAll('\n', '\n        ')}\n`,
  );
}

/**
 * Returns an environment in which pip requests a URL and waits for the response, when it has listed all files and not
 * yet deleted one.
 */
function requestingFirst(url: string): { PYTHONPATH: string } {
  return beforeFile(1, `from urllib.request import urlopen\nurlopen(${JSON.stringify(url)}).read()`);
}

/** Expects that a step has removed everything, without an annotation. */
function expectReset(run: RunResult, before: ReturnType<Fixture['count']>): void {
  expect(run).toMatchObject({ code: 0, annotations: [] });
  expect(run.outputs).toMatchObject({
    outcome: 'reset',
    'files-before': String(before.files),
    'files-removed': String(before.files),
    'bytes-removed': String(before.bytes),
  });
}

/** Returns the run of `pip cache purge` in the report. */
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
    ['because a file has vanished', 'real(path)', 2, 'FileNotFoundError'],
    ['because a file is in use', 'raise PermissionError(13, "in use", path)', 2, 'PermissionError: .*in use'],
    ['because its disk fails', 'raise OSError(5, "Input/output error", path)', 2, 'OSError: .*Input/output error'],
    ...(posix ? [['because it is killed', KILL, null, ''] as const] : []),
  ] as const)('%s: the step deletes the rest, and says so', async (_, fault, exitCode, stderr) => {
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
    expect(purgeOf(run)).toMatchObject({ exitCode, stderr: expect.stringMatching(stderr) });
    const end = exitCode === null ? 'was ended by a signal' : `ended with exit code ${exitCode}`;
    const left = before.files - (fault === 'real(path)' ? 4 : 3);
    const finished = `This action removed ${left} files and ${before.directories} directories that pip did not reach.`;
    expect(run.log.join('\n')).toMatch(new RegExp(`cache purge ${end}\\.\n(.*\n)*${finished}`));
    expect(run.summary).toContain(finished);
  });

  it('because another job deletes a file that pip would delete later: the step deletes the rest', async () => {
    const { step, count } = fixture();
    const before = count();
    const run = await step({}, { env: beforeFile(1, LATER_WHEEL) });
    expectReset(run, before);
    expect(purgeOf(run)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('FileNotFoundError') });
    expect(count()).toMatchObject({ files: 0, directories: 0 });
  });
});

describe('a file that another job writes while pip purges', () => {
  // pip 26.0 and later delete such a directory. With older versions, the file is written when pip has finished.
  it('is kept if it is in a directory that pip is about to delete, and all others are removed', async () => {
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
    const run = await step({}, { env: interfering(filling) });
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

  /** Resets a cache. A whole install runs immediately before pip deletes its first file. */
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
    // Its cache is set in a separate pip.conf, so the action does not see this pip and does not wait for it.
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
      const earlier = filesOf(cache);
      expect(await install('one', 'gamma', 'delta')).toMatchObject({ code: 0 });
      written = [...filesOf(cache)].filter(([path, inode]) => earlier.get(path) !== inode).map(([path]) => path);
    });
    servers.push(gate);
    const before = cache.count();
    const run = await cache.step({}, { env: requestingFirst(gate.url) });
    expectReset(run, before);
    expect(purgeOf(run).exitCode).toBe(0);
    const left = [...filesOf(cache).keys()];
    expect(run.outputs['files-after']).toBe(String(left.length));
    return { written, left, index, installAgain: () => install('two', 'delta') };
  }

  it('is kept if an install adds it to the cache, and a later install uses it', async () => {
    const cache = fixture();
    const { written, left, index, installAgain } = await resetAroundInstall(cache, false);
    expect(builtWheels(cache.cacheDir)).toEqual(['delta-1.0-py3-none-any.whl']);
    expect(left).toEqual(written);
    index.requests.length = 0;
    expect(await installAgain()).toMatchObject({ code: 0 });
    expect(index.requests.filter(({ path }) => path.endsWith('.tar.gz'))).toEqual([]);
  });

  it('may be kept if an install replaces it in the cache, and no other file is kept', async () => {
    const { written, left } = await resetAroundInstall(fixture(), true);
    expect(written).toEqual(expect.arrayContaining(left));
  });
});

/** Returns the inodes of the files in the areas, by path. */
function filesOf({ cacheDir }: Fixture): Map<string, number> {
  const files = ['http', 'http-v2', 'wheels']
    .filter((area) => readdirSync(cacheDir).includes(area))
    .flatMap((area) => readdirSync(join(cacheDir, area), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((path) => [path, statSync(path).ino]));
}

describe('two resets at once, or a reset beside purges by hand', () => {
  /**
   * Returns a cache with 2,000 additional files, and an environment in which a number of pips wait for each other after
   * they have listed all files.
   */
  async function together(pips: number) {
    const cache = fixture();
    syntheticResponses(cache.cacheDir, 1000);
    let waiting = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const gate = await startGate(() => {
      waiting += 1;
      if (waiting === pips) release();
      return released;
    });
    servers.push(gate);
    return { cache, env: requestingFirst(gate.url), before: cache.count() };
  }

  it('both resets succeed and report everything that was removed, and nothing is left', async () => {
    const { cache, env, before } = await together(2);
    const runs = await Promise.all([
      cache.step({}, { env }),
      cache.step({}, { env, temp: temporaryDirectory('second') }),
    ]);
    for (const run of runs) {
      expectReset(run, before);
      expect(run.outputs['files-after']).toBe('0');
    }
    // At least one pip fails, because the other has deleted its next file.
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
  /** Runs a step whose pip is held until three lines of progress have been printed. */
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
    // On a busy machine, the lines may come later, but not earlier.
    const [first = 0, second = 0, third = 0] = times;
    expect([first >= 2, second >= 4, third >= 6]).toEqual([true, true, true]);
  }

  it('is waited for while it purges, with a line of progress every two seconds', async () => {
    const waits = /^pip cache purge: (\d+) s so far, about \d+ % of it is gone$/;
    await letGoOn(fixture(), waits, (url) => [{}, { env: requestingFirst(url) }]);
  });

  it.runIf(posix).each(['dir', 'info'])(
    'is waited for while it runs pip cache %s, with lines of progress',
    async (command) => {
      await letGoOn(fixture(), new RegExp(`^Waiting for pip cache ${command}: (\\d+) s so far\\.$`), (url) => {
        const ask = `from urllib.request import urlopen\n    urlopen(${JSON.stringify(url)}).read()`;
        return [{}, { env: beforeCommands(`if command == "cache ${command}":\n    ${ask}`) }];
      });
    },
  );
});
