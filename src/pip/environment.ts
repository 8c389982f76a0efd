import { type PlatformPath, posix, win32 } from 'node:path';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the module of functions for paths of a platform (`process.platform`). */
export function pathRules(platform: NodeJS.Platform): PlatformPath {
  return platform === 'win32' ? win32 : posix;
}

// These override settings of the user that would change what pip prints. The tests show the effect of each setting.
const OUTPUT_SETTINGS = {
  PIP_QUIET: '0',
  PIP_VERBOSE: '0',
  PIP_NO_COLOR: '1',
  PIP_NO_INPUT: '1',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  // A cache directory whose name is not valid UTF-8 must not cause a UnicodeEncodeError. PYTHONUTF8 would also change
  // how pip reads a pip.conf.
  PYTHONIOENCODING: 'utf-8:surrogateescape',
  // Keeps `python -m pip` from putting the working directory first on sys.path (Python 3.11 and later).
  PYTHONSAFEPATH: '1',
};
const DROPPED = new Set([
  'FORCE_COLOR',
  'CLICOLOR_FORCE',
  'PYTHON_COLORS',
  'PIP_LOG',
  'PIP_LOG_FILE',
  'PIP_LOCAL_LOG',
  'PIP_DEBUG',
  // Python would wait for input at its end, treat warnings as errors, or print diagnostics.
  'PYTHONINSPECT',
  'PYTHONWARNINGS',
  'PYTHONDEVMODE',
  'PYTHONVERBOSE',
  'PYTHONMALLOCSTATS',
  'PYTHONPROFILEIMPORTTIME',
]);
// Inputs (also those saved for the post step), tokens, and the files through which a step sends commands to the runner.
const PRIVATE = /^(INPUT_.*|STATE_.*|ACTIONS_.*|GITHUB_TOKEN|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
// Relative paths in these variables are relative to the working directory, and pip does not run in the workspace.
const PATH_VARIABLES = new Set(['PIP_CACHE_DIR', 'PIP_CONFIG_FILE', 'PIP_PYTHON', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME']);

/**
 * Returns the environment in which pip runs: the step's own, without variables that would change what pip prints, make
 * pip run code of the checkout, or give it secrets. The variables that decide which cache pip uses (PIP_CACHE_DIR,
 * PIP_NO_CACHE_DIR, PIP_CONFIG_FILE) keep their meaning: relative paths are resolved against the workspace.
 *
 * @param env the step's environment.
 * @param workspace absolute path of the checkout.
 * @param platform the platform that decides which paths are absolute, and whether case matters in names of variables.
 */
export function pipEnvironment(
  env: Environment,
  workspace: string,
  platform: NodeJS.Platform = process.platform,
): Record<string, string> {
  const paths = pathRules(platform);
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const key = platform === 'win32' ? name.toUpperCase() : name;
    if (value === undefined || DROPPED.has(key) || Object.hasOwn(OUTPUT_SETTINGS, key) || PRIVATE.test(name)) continue;
    // On Windows, `\pip` is relative to the current drive. `nul` is the null device: as PIP_CONFIG_FILE, it makes pip
    // read no configuration file.
    const absolute = paths.isAbsolute(value) && (platform !== 'win32' || paths.parse(value).root.length > 1);
    const relative = PATH_VARIABLES.has(key) && !/^(|~.*|nul)$/i.test(value) && !absolute;
    kept[name] = relative ? paths.resolve(workspace, value) : value;
    if (key === 'PYTHONPATH') kept[name] = absoluteSearchPath(value, workspace, paths);
  }
  return { ...kept, ...OUTPUT_SETTINGS };
}

// Relative entries are resolved, because one of them may contain pip. Entries that are the working directory itself
// (`.` or empty) stay: they would make Python import files of the workspace, which is why pip runs in another
// directory.
function absoluteSearchPath(value: string, workspace: string, paths: PlatformPath): string {
  const absolute = (entry: string) => {
    const path = paths.resolve(workspace, entry);
    return path === paths.resolve(workspace) ? entry : path;
  };
  return value.split(paths.delimiter).map(absolute).join(paths.delimiter);
}

/**
 * Returns which of XDG_CACHE_HOME and XDG_CONFIG_HOME are relative paths. pip up to 26.2 resolves such a path against
 * the working directory. pip 26.3 ignores it, as the XDG Base Directory Specification requires (seen with 26.2.1 and
 * 26.3).
 *
 * @param env the step's environment.
 * @returns names of variables.
 */
export function relativeXdg(env: Environment): string[] {
  return ['XDG_CACHE_HOME', 'XDG_CONFIG_HOME'].filter((name) => env[name] && !posix.isAbsolute(env[name]));
}
