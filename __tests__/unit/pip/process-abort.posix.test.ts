// Needs signals.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { run } from '../../../src/pip/process.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../../support/temporary-directory.mjs';

afterAll(removeTemporaryDirectories);

const DEAF = `process.on('SIGTERM', () => console.log('heard'));
require('fs').writeFileSync(process.argv[1], String(process.pid));
setInterval(() => {}, 1000);`;

// A cancellation ends every child of this process, also those of later tests. This file therefore has only one.
it('a cancelled job asks before it ends what does not listen', async () => {
  const cancelled = new AbortController();
  const cwd = temporaryDirectory('cwd');
  const pidFile = join(cwd, 'pid');
  const ended = run(process.execPath, ['-e', DEAF, pidFile], {
    cwd,
    env: { PATH: process.env.PATH ?? '' },
    signal: cancelled.signal,
  });
  const pid = await vi.waitUntil(() => existsSync(pidFile) && Number(readFileSync(pidFile, 'utf8')), {
    timeout: 20_000,
  });
  cancelled.abort();
  expect(await ended).toMatchObject({ code: null, stdout: 'heard\n' });
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
