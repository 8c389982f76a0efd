import { type PlatformPath, posix, win32 } from 'node:path';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The rules for paths on a platform (`process.platform`). */
export function pathRules(platform: NodeJS.Platform): PlatformPath {
  return platform === 'win32' ? win32 : posix;
}

// What the user's settings would do to pip's words; for each, what it does is in the tests.
const PLAIN_WORDS = {
  PIP_QUIET: '0',
  PIP_VERBOSE: '0',
  PIP_NO_COLOR: '1',
  PIP_NO_INPUT: '1',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  // Not PYTHONUTF8, which would also change how pip reads a pip.conf. A cache directory whose name isn't UTF-8 must not end in a UnicodeEncodeError.
  PYTHONIOENCODING: 'utf-8:surrogateescape',
  // `python -m pip` puts the working directory first on sys.path; Python 3.11 and later can be told not to.
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
  // Python would wait for a person at its end, take a warning for an error, or print about itself.
  'PYTHONINSPECT',
  'PYTHONWARNINGS',
  'PYTHONDEVMODE',
  'PYTHONVERBOSE',
  'PYTHONMALLOCSTATS',
  'PYTHONPROFILEIMPORTTIME',
]);
// Inputs (remembered ones too), tokens and the files by which a step talks to the runner are none of pip's business.
const NOT_FOR_PIP = /^(INPUT_.*|STATE_.*|ACTIONS_.*|GITHUB_TOKEN|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
// Relative values of these mean another place once pip runs in a directory of its own.
const PATHS = new Set(['PIP_CACHE_DIR', 'PIP_CONFIG_FILE', 'PIP_PYTHON', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME']);

/**
 * The environment that pip runs in: the step's own, changed only where it would alter what pip prints, where pip runs
 * code of the checkout, or where it would hand out secrets. What decides which cache is meant (PIP_CACHE_DIR,
 * PIP_NO_CACHE_DIR, PIP_CONFIG_FILE) keeps its meaning: relative paths are made absolute against the workspace.
 *
 * @param env the step's environment.
 * @param workspace absolute path of the checkout.
 * @param platform whose rules decide what an absolute path is.
 */
export function pipEnvironment(
  env: Environment,
  workspace: string,
  platform: NodeJS.Platform = process.platform,
): Record<string, string> {
  const paths = pathRules(platform);
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const known = platform === 'win32' ? name.toUpperCase() : name;
    if (value === undefined || DROPPED.has(known) || Object.hasOwn(PLAIN_WORDS, known) || NOT_FOR_PIP.test(name))
      continue;
    // `nul` is Windows' /dev/null, by which pip reads no configuration at all. `\pip` is there a place on the drive that one is on.
    const absolute = paths.isAbsolute(value) && (platform !== 'win32' || paths.parse(value).root.length > 1);
    const relative = PATHS.has(known) && !/^(|~.*|nul)$/i.test(value) && !absolute;
    kept[name] = relative ? paths.resolve(workspace, value) : value;
    if (known === 'PYTHONPATH') kept[name] = absoluteSearchPath(value, workspace, paths);
  }
  return { ...kept, ...PLAIN_WORDS };
}

// A relative entry is made absolute, because it may hold pip. One that is the working directory itself (`.`, or empty)
// keeps its meaning: `python -m pip` would look there anyway, and pip runs elsewhere to avoid just that.
function absoluteSearchPath(value: string, workspace: string, paths: PlatformPath): string {
  const absolute = (entry: string) => {
    const path = paths.resolve(workspace, entry);
    return path === paths.resolve(workspace) ? entry : path;
  };
  return value.split(paths.delimiter).map(absolute).join(paths.delimiter);
}

/**
 * Those of XDG_CACHE_HOME and XDG_CONFIG_HOME that are relative paths. pip up to 26.2 takes such a path as below the working directory; pip 26.3
 * ignores it, as the XDG Base Directory Specification asks (seen with 26.2.1 and 26.3).
 */
export function relativeXdg(env: Environment): string[] {
  return ['XDG_CACHE_HOME', 'XDG_CONFIG_HOME'].filter((name) => env[name] && !posix.isAbsolute(env[name]));
}
