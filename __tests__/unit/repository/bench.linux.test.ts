// Needs /proc.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startBusyProcesses } from '../../../scripts/lib/bench/busy-processes.mjs';

it('busy processes keep processors busy', async () => {
  const { pids, end } = await startBusyProcesses(2);
  // proc(5), stat: user time in clock ticks is the 14th field, the 12th after the name.
  const ticks = () =>
    pids.map((pid) =>
      Number(
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')[11],
      ),
    );
  try {
    const before = ticks();
    await expect
      .poll(() => Math.min(...ticks().map((now, index) => now - (before[index] ?? now))), { timeout: 30_000 })
      .toBeGreaterThan(10);
  } finally {
    await end();
  }
});
