import { posix, resolve, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathRules, pipEnvironment } from '../../../src/pip/environment.js';

const PLAIN = {
  PIP_QUIET: '0',
  PIP_VERBOSE: '0',
  PIP_NO_COLOR: '1',
  PIP_NO_INPUT: '1',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  PYTHONIOENCODING: 'utf-8:surrogateescape',
  PYTHONSAFEPATH: '1',
};

describe('pathRules', () => {
  it.each([
    ['linux', posix],
    ['darwin', posix],
    ['win32', win32],
  ] as const)('of %s', (platform, rules) => {
    expect(pathRules(platform)).toBe(rules);
  });
});

describe('pipEnvironment', () => {
  it.each([
    ['nothing', {}, {}],
    ['what pip may see', { PATH: '/bin', HOME: '/h', UNSET: undefined }, { PATH: '/bin', HOME: '/h' }],
    ['settings that would silence pip', { PIP_QUIET: '2', PIP_VERBOSE: '1', PYTHONIOENCODING: 'ascii' }, {}],
    [
      'settings that would colour or copy',
      { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', PIP_LOG: '/l', PIP_DEBUG: '1' },
      {},
    ],
    [
      'what makes Python wait, or talk about itself',
      { PYTHONINSPECT: '1', PYTHONVERBOSE: '1', PYTHONMALLOCSTATS: '1', PYTHONPROFILEIMPORTTIME: '1' },
      {},
    ],
    [
      'inputs and secrets',
      {
        'INPUT_PYTHON-PATH': 'x',
        input_x: 'x',
        STATE_registration: 'x',
        ACTIONS_RUNTIME_TOKEN: 't',
        GITHUB_TOKEN: 't',
        github_env: '/e',
      },
      {},
    ],
    [
      "the runner's files",
      { GITHUB_ENV: '/f', GITHUB_OUTPUT: '/f', GITHUB_PATH: '/f', GITHUB_STATE: '/f', GITHUB_STEP_SUMMARY: '/f' },
      {},
    ],
    [
      'names that only look like those',
      { GITHUB_WORKSPACE: '/w', GITHUB_ENVIRONMENT: 'e', MY_INPUT_X: 'x', XGITHUB_TOKEN: 't' },
      { GITHUB_WORKSPACE: '/w', GITHUB_ENVIRONMENT: 'e', MY_INPUT_X: 'x', XGITHUB_TOKEN: 't' },
    ],
    [
      'which cache is meant',
      { PIP_CACHE_DIR: '/c', PIP_NO_CACHE_DIR: '1', PIP_CONFIG_FILE: '/dev/null' },
      { PIP_CACHE_DIR: '/c', PIP_NO_CACHE_DIR: '1', PIP_CONFIG_FILE: '/dev/null' },
    ],
    [
      'relative paths',
      {
        PIP_CACHE_DIR: '.cache',
        PIP_PYTHON: 'p',
        PIP_CONFIG_FILE: '../pip.conf',
        XDG_CACHE_HOME: 'x',
        XDG_CONFIG_HOME: './y',
      },
      {
        PIP_CACHE_DIR: '/w/.cache',
        PIP_PYTHON: '/w/p',
        PIP_CONFIG_FILE: '/pip.conf',
        XDG_CACHE_HOME: '/w/x',
        XDG_CONFIG_HOME: '/w/y',
      },
    ],
    [
      'paths that pip itself expands, and none',
      { PIP_CACHE_DIR: '~/c', PIP_CONFIG_FILE: '' },
      { PIP_CACHE_DIR: '~/c', PIP_CONFIG_FILE: '' },
    ],
    [
      'names that every object has',
      { constructor: 'x', toString: 'y', hasOwnProperty: 'z' },
      { constructor: 'x', toString: 'y', hasOwnProperty: 'z' },
    ],
    [
      'relative entries of PYTHONPATH, but for the working directory',
      { PYTHONPATH: 'deps:/abs:../x:.::./:/w' },
      { PYTHONPATH: '/w/deps:/abs:/x:.::./:/w' },
    ],
    ['a relative path that is none of these', { MY_PATH: 'src' }, { MY_PATH: 'src' }],
    [
      'names of another case, which are other names',
      { pip_cache_dir: 'c', force_color: '1' },
      { pip_cache_dir: 'c', force_color: '1' },
    ],
  ] as [string, Record<string, string | undefined>, object][])('linux: %s', (_what, env, kept) => {
    expect(pipEnvironment(env, '/w', 'linux')).toEqual({ ...kept, ...PLAIN });
  });

  it.each([
    [
      'names of another case, which are the same names',
      { Pip_Quiet: '2', Force_Color: '1', Pip_Cache_Dir: 'c', input_mode: 'purge' },
      { Pip_Cache_Dir: 'D:\\w\\c' },
    ],
    ['an absolute path', { PIP_CACHE_DIR: 'E:\\c', Path: 'C:\\bin' }, { PIP_CACHE_DIR: 'E:\\c', Path: 'C:\\bin' }],
    ['no configuration', { PIP_CONFIG_FILE: 'nul' }, { PIP_CONFIG_FILE: 'nul' }],
    ['no configuration, in capitals', { Pip_Config_File: 'NUL' }, { Pip_Config_File: 'NUL' }],
    [
      'relative paths that only look like none',
      { PIP_CONFIG_FILE: 'nul.ini', XDG_CONFIG_HOME: 'a\\nul' },
      { PIP_CONFIG_FILE: 'D:\\w\\nul.ini', XDG_CONFIG_HOME: 'D:\\w\\a\\nul' },
    ],
    ['names that every object has', { constructor: 'x', toString: 'y' }, { constructor: 'x', toString: 'y' }],
    [
      'a place on the drive of the workspace, and one on a server',
      { PIP_CACHE_DIR: '\\c', XDG_CACHE_HOME: '\\\\server\\share\\c' },
      { PIP_CACHE_DIR: 'D:\\c', XDG_CACHE_HOME: '\\\\server\\share\\c' },
    ],
    [
      'slashes',
      { PIP_CACHE_DIR: 'c/pip', XDG_CACHE_HOME: 'E:/c' },
      { PIP_CACHE_DIR: 'D:\\w\\c\\pip', XDG_CACHE_HOME: 'E:/c' },
    ],
  ] as [string, Record<string, string>, object][])('win32: %s', (_what, env, kept) => {
    expect(pipEnvironment(env, 'D:\\w', 'win32')).toEqual({ ...kept, ...PLAIN });
  });

  it("takes this process's platform when none is given", () => {
    expect(pipEnvironment({ PIP_CACHE_DIR: 'c' }, resolve('/w')).PIP_CACHE_DIR).toBe(resolve('/w', 'c'));
  });
});
