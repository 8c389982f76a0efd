// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cleanPipEnvironment, runPip } from './python.mjs';

export { writeOldFormatCopy } from './old-format.mjs';
export { syntheticResponses } from './synthetic-responses.mjs';

/**
 * Lets a real pip fill a cache with HTTP responses (index pages, files, metadata) of all requirements, and with built
 * wheels of those in `wheels`. Starts at most two pip processes.
 *
 * @param {object} options
 * @param {{ command: string }} options.python
 * @param {string} options.cacheDir
 * @param {string} options.home a temporary home directory
 * @param {{ url: string, trustedHost: string }} options.index
 * @param {string[]} [options.downloads] requirements that pip only downloads
 * @param {string[]} [options.wheels] requirements whose sdists pip builds
 * @returns {Promise<void>}
 * @throws {Error} if a pip fails. The message contains its output.
 */
export async function fillCache({ python, cacheDir, home, index, downloads = [], wheels = [] }) {
  const env = cleanPipEnvironment({ home, cacheDir });
  const source = ['--no-deps', '--index-url', index.url, '--trusted-host', index.trustedHost];

  /**
   * @param {string} command
   * @param {string[]} requirements
   */
  async function pip(command, requirements) {
    if (requirements.length === 0) return;
    const cwd = join(home, `pip-${command}`);
    try {
      const target = command === 'wheel' ? '--wheel-dir' : '--dest';
      const run = await runPip(python, [command, ...source, target, join(cwd, 'out'), ...requirements], { env, cwd });
      if (run.code !== 0) throw new Error(`pip ${command} ended with ${run.code}:\n${run.stdout}\n${run.stderr}`);
    } finally {
      rmSync(cwd, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  const runs = await Promise.allSettled([pip('download', downloads), pip('wheel', wheels)]);
  for (const run of runs) if (run.status === 'rejected') throw run.reason;
}
