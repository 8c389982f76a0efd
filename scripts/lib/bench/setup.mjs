// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changed } from '../../../__tests__/support/environment.mjs';
import { installedPips } from '../../../__tests__/support/pips.mjs';
import { cleanPipEnvironment } from '../../../__tests__/support/python.mjs';
import { temporaryDirectory } from '../../../__tests__/support/temporary-directory.mjs';

/** @typedef {import('../../../__tests__/support/pips.mjs').InstalledPip} InstalledPip */
/** @typedef {ReturnType<typeof setUp>} Bench what all measures share */

/** A pip that keeps directories of its cache when it purges. */
export const OLD_PIP = '24.0';
const TIMEOUT_MS = 600_000;
/** Later than this, a measure with a wide spread isn't repeated. */
const REPEAT_UNTIL_MS = 300_000;

/**
 * Makes the directories that the measures work in, which are deleted when this process exits.
 * @param {object} options
 * @param {string} options.folder where they and the caches are made
 * @param {number | undefined} options.pairs how many pairs each comparison makes, in place of its own number
 */
export function setUp({ folder, pairs }) {
  const started = performance.now();
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const dist = join(root, 'dist');
  const ownNode = join(root, 'node_modules', '.bin', 'node');
  process.env.TMPDIR = folder;
  const work = temporaryDirectory('bench');
  const [home, workspace] = [join(work, 'home'), join(work, 'workspace')];
  for (const path of [home, workspace]) mkdirSync(path);
  const cacheDir = join(work, 'pip-cache');
  /** @type {Map<string, InstalledPip>} */
  const pips = new Map();
  /** @type {Map<string, string>} */
  const masters = new Map();

  return {
    root,
    dist,
    entry: join(dist, 'index.js'),
    node: existsSync(ownNode) && process.platform !== 'win32' ? ownNode : process.execPath,
    work,
    home,
    workspace,
    cacheDir,
    /** What runProcess takes, but for the environment. */
    limits: { cwd: workspace, timeoutMs: TIMEOUT_MS, measureMemory: false, onLine: undefined },
    timeoutMs: TIMEOUT_MS,
    started,
    mayRepeat: () => performance.now() - started < REPEAT_UNTIL_MS,
    /** @param {number} own */
    pairsOr: (own) => pairs ?? own,

    /** @param {string} version such as 24.0, or `newest` @returns {Promise<InstalledPip>} */
    async pipOf(version) {
      const known = pips.get(version);
      if (known) return known;
      const [pip] = /** @type {[InstalledPip]} */ (await installedPips(join(root, '.cache', 'pips'), [version]));
      pips.set(version, pip);
      return pip;
    },

    /** @param {InstalledPip | undefined} pip whose interpreter is the first on PATH */
    environment(pip) {
      const env = cleanPipEnvironment({ home, cacheDir });
      return pip ? changed(env, { PATH: `${pip.bin}${delimiter}${env.PATH}` }) : env;
    },

    /**
     * Fills the cache directory anew, from a copy that is kept of what was written the first time.
     * @param {string} name
     * @param {(directory: string) => unknown} write
     */
    fillFromCopy(name, write) {
      let master = masters.get(name);
      if (master === undefined) {
        master = join(work, `master-${name}`);
        write(master);
        masters.set(name, master);
      }
      rmSync(cacheDir, { recursive: true, force: true });
      command('cp', '-a', master, cacheDir);
    },

    /** @param {(directory: string) => unknown} write */
    fill(write) {
      rmSync(cacheDir, { recursive: true, force: true });
      return write(cacheDir);
    },
  };
}

/** Where caches are made by default: in memory if there is room for the largest, which takes 1.3 GB. */
export function defaultFolder() {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 3e9 ? memory : tmpdir();
}

/** Runs a program to its end. @param {string} name @param {string[]} args @throws Error when it fails */
export function command(name, ...args) {
  const { status, error, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${name} ${args.join(' ')}: ${stderr}`);
}
