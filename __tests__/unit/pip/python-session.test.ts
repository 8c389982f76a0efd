import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type Pip, type PipRun, pipOf } from '../../../src/pip/pip.js';
import { startSession } from '../../../src/pip/python-session.js';
import { minimalEnvironment } from '../../support/environment.mjs';
import { countingInterpreter, interpreterScript } from '../../support/interpreter-scripts.js';
import { findInterpreters, findPython2 } from '../../support/interpreters.mjs';
import { moduleDirectory } from '../../support/modules.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

const interpreters = await findInterpreters();
const everyPython = [...interpreters, ...(await findPython2())];
const [newest] = interpreters;
if (!newest) throw new Error('no Python');
const { command: python } = newest;

const opened: Pip[] = [];
afterEach(async () => {
  for (const pip of opened.splice(0)) await pip.close();
});
afterAll(removeTemporaryDirectories);

interface Setting {
  readonly interpreter?: string;
  readonly env?: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly relativeXdg?: string[];
  readonly startMs?: number;
}

/** A module of a test in pip's place. */
function pipModule(main: string, init = '__version__ = "24.0"\n'): string {
  return moduleDirectory({ 'pip/__init__.py': init, 'pip/__main__.py': main });
}

/** The pip of a directory, run by one Python and by a Python for each command, and what was said about that. */
async function open(modules: string, { interpreter = python, env = {}, ...more }: Setting = {}) {
  const debugged: string[] = [];
  const cwd = temporaryDirectory('empty');
  const options = {
    cwd,
    env: { ...minimalEnvironment(cwd), PYTHONIOENCODING: 'utf-8', PYTHONPATH: modules, ...env },
    signal: new AbortController().signal,
    debug: (message: string) => void debugged.push(message),
    ...more,
  };
  const session = await startSession(interpreter, options);
  const inOne = pipOf(interpreter, { ...options, session });
  opened.push(inOne);
  return { inOne, separately: pipOf(interpreter, options), session, debugged };
}

/** What must be the same, however pip is run. */
const printed = ({ code, stdout, stderr, command }: PipRun) => ({ code, stdout, stderr, command });

const STATE = `
import json, os, sys, warnings
own = sys.modules["__main__"]
print(json.dumps([sys.path, sys.argv, os.getcwd(), sorted(os.environ.items()), __name__, __package__, own.__file__]))
print(repr(sys.stdin.read()))
sys.stdout.write(u"caf\\\\xe9 without a line end".encode("utf-8").decode("utf-8") if sys.version_info[0] == 3 else "x")
def old():
    warnings.warn("an old call", stacklevel=2)
old()
old()
if sys.path[0] in ("", os.getcwd()):
    sys.path.pop(0)
sys.path.insert(0, "/elsewhere")
os.environ["LEFT"] = "by the first"
os.environ["CHANGED"] = "by the first"
os.environ.pop("GIVEN")
os.chdir(os.sep)
sys.argv.append("left")
`;

const ENDS = [
  'sys.exit()',
  'sys.exit(0)',
  'sys.exit(3)',
  'sys.exit(True)',
  'sys.exit(-9)',
  'sys.exit(256)',
  'sys.exit("words")',
  'sys.exit(["no", "number"])',
  'sys.stdout.write("out"); sys.stderr.write("err"); sys.exit(2)',
  'raise SystemExit',
];

describe.each(everyPython)('a module called pip, on Python $version', ({ command: interpreter }) => {
  it.each([
    ['as it is', {}],
    ['with PYTHONSAFEPATH', { PYTHONSAFEPATH: '1' }],
  ])('finds everything as -m has it, each time: %s', async (_, safe) => {
    const env = { GIVEN: 'as it is', CHANGED: 'not yet', ...safe };
    const { inOne, separately } = await open(pipModule(STATE), { interpreter, env });
    const args = ['cache', 'remove', '--', 'a "word"', '', 'caf\u00e9'];
    const expected = printed(await separately.run(args));
    expect(expected).toMatchObject({ code: 0, stderr: expect.stringContaining('an old call') });
    for (const _time of ['first', 'second', 'third']) expect(printed(await inOne.run(args))).toEqual(expected);
  });

  it('ends as -m does, whatever the end is', async () => {
    const { inOne, separately } = await open(pipModule('import sys\nexec(sys.argv[1])\n'), { interpreter });
    for (const statement of ENDS) {
      const expected = printed(await separately.run([statement]));
      expect(printed(await inOne.run([statement])), statement).toEqual(expected);
    }
  });

  it('shows where it failed, as -m does', async () => {
    const { inOne, separately } = await open(pipModule('import sys\nexec(sys.argv[1])\n'), { interpreter });
    const withoutCallers = (run: PipRun) => ({
      ...printed(run),
      stderr: run.stderr.replace(/^ {2}File ".*runpy.*\n( {4}.*\n)*/gm, ''),
    });
    for (const statement of ['1 / 0', 'import no_such_module', 'raise KeyError("caf")', 'exec("1 +")']) {
      const expected = withoutCallers(await separately.run([statement]));
      expect(expected.stderr).toMatch(/^Traceback .*\n {2}File ".*pip.__main__/);
      expect(withoutCallers(await inOne.run([statement]))).toEqual(expected);
    }
  });

  it('reports its version, and runs on', async () => {
    const { inOne, separately, debugged } = await open(pipModule('print("ran")\n', '__version__ = "26.3.dev0"\n'), {
      interpreter,
    });
    expect(await inOne.version()).toBe('26.3.dev0');
    expect(await separately.version()).toBe('26.3.dev0');
    expect(await inOne.run(['cache', 'dir'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ran\r?\n$/) });
    expect(debugged).toEqual([]);
  });
});

describe('run_pip.py', () => {
  const program = fileURLToPath(new URL('../../../src/pip/run_pip.py', import.meta.url));

  // Not every machine has a Python 2.7 to run it with.
  it('has nothing that Python 2.7 or 3.5 could not read', () => {
    const check = `
import ast, sys
tree = ast.parse(open(sys.argv[1]).read())
newer = ["JoinedStr", "AnnAssign", "NamedExpr", "Nonlocal", "YieldFrom", "MatMult", "Await", "AsyncFunctionDef", "Match", "TryStar"]
for node in ast.walk(tree):
    name = type(node).__name__
    bad = name in newer or getattr(node, "returns", None) or getattr(node, "annotation", None)
    bad = bad or name == "arguments" and (node.kwonlyargs or getattr(node, "posonlyargs", None))
    bad = bad or name == "Raise" and node.cause
    bad = bad or name == "Call" and getattr(node.func, "id", "") in ("print", "super") and (node.keywords or len(node.args) != 1)
    if bad:
        print(name, getattr(node, "lineno", ""))
`;
    expect(execFileSync(python, ['-c', check, program], { encoding: 'utf8' })).toBe('');
  });

  it('is plain text, which a Python without an encoding and the launcher py can read', () => {
    expect(readFileSync(program, 'latin1')).toMatch(/^"""[\n\x20-\x7e]*$/);
  });
});

describe('an environment variable that pip from 26.3 on must not see', () => {
  const main = 'import os\nprint(os.environ.get("XDG_CACHE_HOME"))\n';
  it.each([
    ['26.2.1', '/workspace/xdg'],
    ['26.3', 'None'],
  ])('with pip %s: %s', async (version, seen) => {
    const { inOne, separately } = await open(pipModule(main, `__version__ = "${version}"\n`), {
      env: { XDG_CACHE_HOME: '/workspace/xdg' },
      relativeXdg: ['XDG_CACHE_HOME'],
    });
    for (const pip of [inOne, inOne]) {
      expect((await pip.run(['cache', 'dir'])).stdout.trim()).toBe(seen);
    }
    expect((await separately.run(['cache', 'dir'])).stdout).not.toBe('');
  });
});

describe.runIf(process.platform !== 'win32')('a session', () => {
  const ECHO = 'import sys\nprint(sys.argv[1:])\n';

  it('starts the interpreter once for all that is asked, in order, also at the same time', async () => {
    const counting = countingInterpreter(python);
    const { inOne, debugged } = await open(pipModule(ECHO), { interpreter: counting.path });
    const args = ['dir', 'info', 'list', 'purge'].map((action) => ['cache', action]);
    const runs = await Promise.all([...args.map((words) => inOne.run(words)), inOne.version()]);
    expect(runs.map((run) => (typeof run === 'object' ? run.stdout : run))).toEqual([
      ...args.map(([, action]) => `['cache', '${action}']\n`),
      '24.0',
    ]);
    await inOne.close();
    expect(counting.starts()).toHaveLength(1);
    expect(debugged).toEqual([]);
  });

  it('asks for the version once', async () => {
    const { inOne } = await open(pipModule('', 'print("imported")\n__version__ = "24.0"\n'));
    expect(await Promise.all([inOne.version(), inOne.version()])).toEqual(['24.0', '24.0']);
  });

  it('ends when it is closed, and again when it is closed twice', async () => {
    const { inOne } = await open(pipModule('import os\nprint(os.getpid())\n'));
    const { stdout } = await inOne.run(['cache', 'dir']);
    await Promise.all([inOne.close(), inOne.close()]);
    await inOne.close();
    expect(() => process.kill(Number(stdout), 0)).toThrow('ESRCH');
  });

  it('runs what is to run at the end of Python when it is closed', async () => {
    const file = join(temporaryDirectory('end'), 'file');
    const main = `import atexit\natexit.register(lambda: open(${JSON.stringify(file)}, "w").close())\n`;
    const { inOne } = await open(pipModule(main));
    await inOne.run(['cache', 'dir']);
    expect(existsSync(file)).toBe(false);
    await inOne.close();
    expect(existsSync(file)).toBe(true);
  });

  it('does not wait long for a command that never ends when it is closed', async () => {
    const main = `import os, time\nopen(os.environ["BEGAN"], "w").close()\ntime.sleep(600)\n`;
    const began = join(temporaryDirectory('began'), 'file');
    const { inOne, debugged } = await open(pipModule(main), { env: { BEGAN: began } });
    const running = inOne.run(['cache', 'purge']);
    await expect.poll(() => existsSync(began), { timeout: 10_000 }).toBe(true);
    const started = performance.now();
    await inOne.close();
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await running).toMatchObject({ code: null });
    expect(debugged).toEqual([]);
  });

  it('starts nothing after it was closed, and says nothing', async () => {
    const counting = countingInterpreter(python);
    const main = 'import time\ntime.sleep(600)\n';
    const { inOne, debugged } = await open(pipModule(main), { interpreter: counting.path });
    const runs = [inOne.run(['cache', 'info']), inOne.run(['cache', 'dir']), inOne.run(['config', 'list'])];
    await inOne.close();
    for (const run of await Promise.all(runs)) expect(run.code).toBeNull();
    expect(counting.starts()).toHaveLength(1);
    expect(debugged).toEqual([]);
  });

  it('does not wait for a grandchild that holds the streams', async () => {
    const main = `import subprocess, sys
if sys.argv[2] == "dir":
    print(subprocess.Popen(["sleep", "60"]).pid)
else:
    print("next")
`;
    const { inOne } = await open(pipModule(main));
    const started = performance.now();
    const { stdout } = await inOne.run(['cache', 'dir']);
    expect(await inOne.run(['cache', 'info'])).toMatchObject({ code: 0, stdout: 'next\n' });
    await inOne.close();
    process.kill(Number(stdout), 'SIGKILL');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('gives the programs that pip starts no way to its requests', async () => {
    const main = `import subprocess, sys
print(subprocess.check_output(["sh", "-c", "cat; ls /dev/fd"], close_fds=False).decode().split())
`;
    const { inOne, separately } = await open(pipModule(main));
    const expected = printed(await separately.run(['cache', 'dir']));
    expect(printed(await inOne.run(['cache', 'dir']))).toEqual(expected);
    expect(printed(await inOne.run(['cache', 'dir']))).toEqual(expected);
  });

  it('keeps 1 MiB of each stream of each command, its beginning', async () => {
    const main = `import sys
sys.stdout.write(sys.argv[2] + "x" * 1200000)
sys.stderr.write(sys.argv[2] + "y" * 1200000)
`;
    const { inOne, separately, debugged } = await open(pipModule(main));
    for (const action of ['dir', 'purge']) {
      const run = await inOne.run(['cache', action]);
      expect(run.stdout).toHaveLength(1_048_576);
      expect(printed(run)).toEqual(printed(await separately.run(['cache', action])));
    }
    expect(debugged).toEqual([]);
  });

  it('is ended by a command that prints without end; others are run for themselves', async () => {
    const main = `import sys
while sys.argv[2] == "dir":
    sys.stdout.write("0123456789" * 1000)
print("next")
`;
    const { inOne, debugged } = await open(pipModule(main));
    const run = await inOne.run(['cache', 'dir']);
    expect(run.code).toBeNull();
    expect(run.stdout).toHaveLength(1_048_576);
    expect(await inOne.run(['cache', 'info'])).toMatchObject({ code: 0, stdout: 'next\n' });
    expect(debugged).toEqual(['Running each pip command in a process of its own: pip cache dir printed too much.']);
  });
});

describe.runIf(process.platform !== 'win32')('a session that ends during a command', () => {
  const main = (end: string) => `import os, signal, sys
print("began")
sys.stdout.flush()
if "run_pip" in " ".join(open("/proc/self/cmdline").read().split("\\0")) and "${end}":
    ${end || 'pass'}
print("ended")
`;
  const EXIT = 'os._exit(7)';
  const KILL = 'os.kill(os.getpid(), signal.SIGKILL)';

  it.runIf(process.platform === 'linux').each([
    [['cache', 'dir'], EXIT, 'with exit code 7'],
    [['cache', 'info'], KILL, 'by a signal'],
    [['config', 'list'], KILL, 'by a signal'],
  ])('asks for %j again, separately', async (args, end, how) => {
    const counting = countingInterpreter(python);
    const { inOne, debugged } = await open(pipModule(main(end)), { interpreter: counting.path });
    for (const _time of ['first', 'second']) {
      expect(await inOne.run(args)).toMatchObject({ code: 0, stdout: 'began\nended\n' });
    }
    expect(counting.starts().slice(1)).toEqual(Array(2).fill(`-m pip ${args.join(' ')}`));
    expect(debugged).toEqual([
      `Running each pip command in a process of its own: ${counting.path} ended ${how} during pip ${args.join(' ')}.`,
    ]);
  });

  it.runIf(process.platform === 'linux').each([
    [['cache', 'purge'], EXIT, 7],
    [['cache', 'purge'], KILL, null],
    [['cache', 'remove', '--', 'x'], EXIT, 7],
    [['cache', 'list'], EXIT, 7],
  ])('never asks for %j again', async (args, end, code) => {
    const counting = countingInterpreter(python);
    const { inOne } = await open(pipModule(main(end)), { interpreter: counting.path });
    expect(await inOne.run(args)).toMatchObject({ code, stdout: 'began\n' });
    expect(counting.starts()).toHaveLength(1);
    expect(await inOne.run(['cache', 'info'])).toMatchObject({ code: 0, stdout: 'began\nended\n' });
    expect(counting.starts().slice(1)).toEqual(['-m pip cache info']);
  });

  it('runs a purge separately when the session had ended before it', async () => {
    const { inOne, debugged } = await open(pipModule('import os\nprint(os.getpid())\n'));
    const first = await inOne.run(['cache', 'dir']);
    process.kill(Number(first.stdout), 'SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(Number(first.stdout), 0)).toThrow('ESRCH'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await inOne.run(['cache', 'purge'])).code).toBe(0);
    expect(debugged.join()).toContain('ended by a signal between two commands');
  });
});

describe.runIf(process.platform !== 'win32')('a session that is cancelled', () => {
  const SLEEPING =
    'import sys, time\nprint("began")\nsys.stdout.flush()\nif sys.argv[2] == "purge":\n    time.sleep(600)\n';

  it('ends with the signal of a run; others are run separately', async () => {
    const counting = countingInterpreter(python);
    const { inOne, debugged } = await open(pipModule(SLEEPING), { interpreter: counting.path });
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 300);
    const started = performance.now();
    expect(await inOne.run(['cache', 'purge'], stopping.signal)).toMatchObject({ code: null });
    expect(performance.now() - started).toBeLessThan(2300);
    expect(await inOne.run(['cache', 'info'])).toMatchObject({ code: 0, stdout: 'began\n' });
    expect(counting.starts()).toHaveLength(2);
    expect(debugged).toEqual(['Running each pip command in a process of its own: pip cache purge was stopped.']);
  });

  it('begins nothing for a signal that has come already, and goes on', async () => {
    const { inOne, debugged } = await open(pipModule('print("ran")\n'));
    expect(await inOne.run(['cache', 'purge'], AbortSignal.abort())).toMatchObject({ code: null, stdout: '' });
    expect(await inOne.run(['cache', 'info'])).toMatchObject({ code: 0, stdout: 'ran\n' });
    expect(debugged).toEqual([]);
  });

  it('ends with the job, and nothing is started any more', async () => {
    const counting = countingInterpreter(python);
    const job = new AbortController();
    const { inOne, debugged } = await open(pipModule(SLEEPING), { interpreter: counting.path, signal: job.signal });
    setTimeout(() => job.abort(), 300);
    expect(await inOne.run(['cache', 'purge'])).toMatchObject({ code: null });
    expect(await inOne.run(['cache', 'info'])).toMatchObject({ code: null, stdout: '' });
    expect(counting.starts()).toHaveLength(1);
    expect(debugged).toEqual([]);
  });
});

describe.runIf(process.platform !== 'win32')('an interpreter that does not run the program as it should', () => {
  const real = (first: string) => `${first}\nexec "${python}" "$@"`;
  it.each([
    ['prints something first', real('[ "$1" = -m ] || echo hello'), / printed something before run_pip\.py ran\.$/],
    ['warns first', real('[ "$1" = -m ] || echo hello >&2'), / printed something before run_pip\.py ran\.$/],
    ['fails', real('[ "$1" = -m ] || exit 3'), / ended with exit code 3 before run_pip\.py ran\.$/],
    ['can not read the program', real('[ "$1" = -m ] || set -- /nowhere/run_pip.py'), / printed something before /],
    ['never begins', real('[ "$1" = -m ] || exec sleep 600'), / did not run run_pip\.py within 300 ms\.$/],
    [
      'does not listen either',
      real('[ "$1" = -m ] || { trap "" TERM; sleep 600; }'),
      / did not run run_pip\.py within /,
    ],
  ])('%s: each command is run separately', async (_, body, why) => {
    const interpreter = interpreterScript(body);
    // Only what never begins has to be waited for.
    const startMs = body.includes('sleep') ? 300 : 30_000;
    const { inOne, session, debugged } = await open(pipModule('print("ran")\n'), { interpreter, startMs });
    expect(session).toBeUndefined();
    expect(await inOne.run(['cache', 'dir'])).toMatchObject({ code: 0, stdout: 'ran\n' });
    expect(debugged).toEqual([expect.stringMatching(why)]);
    expect(debugged[0]).toContain(`Running each pip command in a process of its own: ${interpreter}`);
  });

  it.each([
    ['no pip at all', {}],
    ['a pip without a command line', { 'pip/__init__.py': '__version__ = "24.0"\n' }],
    ['a pip that can not be imported', { 'pip/__init__.py': '1 +\n', 'pip/__main__.py': '' }],
  ])('has %s: the same words as ever', async (_, files) => {
    const modules = moduleDirectory({ 'none.txt': '', ...files });
    // Without site-packages, where a pip may be.
    const interpreter = interpreterScript(`exec "${python}" -S "$@"`);
    const { inOne, separately, debugged } = await open(modules, { interpreter });
    const expected = printed(await separately.run(['cache', 'dir']));
    expect(expected.code).toBe(1);
    expect(printed(await inOne.run(['cache', 'dir']))).toEqual(expected);
    expect(debugged).toEqual([`Running each pip command in a process of its own: ${interpreter} has no pip.`]);
  });

  it.each([
    ['on standard output', 'print("imported")\n'],
    ['on standard error', 'import sys\nsys.stderr.write("imported\\n")\n'],
  ])('prints something when it imports pip, %s: each command is run separately', async (_, init) => {
    const { inOne, separately, debugged } = await open(pipModule('print("ran")\n', `${init}__version__ = "24.0"\n`));
    const expected = printed(await separately.run(['cache', 'dir']));
    for (const _time of ['first', 'second']) expect(printed(await inOne.run(['cache', 'dir']))).toEqual(expected);
    expect(debugged).toEqual([
      `Running each pip command in a process of its own: ${python} prints something when it imports pip.`,
    ]);
  });

  it('prints the token, and not what it should: each command is run separately', async () => {
    const body = `[ "$1" = -m ] || { for token; do :; done; echo "$token"; echo "$token" >&2; exec sleep 60; }`;
    const interpreter = interpreterScript(real(body));
    const { inOne, session, debugged } = await open(pipModule('print("ran")\n'), { interpreter });
    expect(session).toBeUndefined();
    expect(await inOne.run(['cache', 'dir'])).toMatchObject({ code: 0, stdout: 'ran\n' });
    expect(debugged).toEqual([expect.stringContaining('printed something before run_pip.py ran')]);
  });

  it('is not there', async () => {
    const { inOne, session, debugged } = await open(pipModule(''), { interpreter: '/nowhere/python3' });
    expect(session).toBeUndefined();
    expect((await inOne.run(['cache', 'dir'])).failedToStart).toMatch(/Unable to locate/);
    expect(debugged).toEqual([expect.stringMatching(/: Unable to locate/)]);
  });
});
