import { readdirSync, readFileSync } from 'node:fs';

/** A Linux process. Its start time distinguishes it from a later process with the same number. */
export interface TreeProcess {
  readonly pid: number;
  readonly parent: number;
  /** When it started, in the kernel's clock ticks since boot. */
  readonly started: string;
}

/**
 * Returns a process and all its descendants, the process first, as Linux' `/proc` reports them (proc(5), stat). On
 * other systems, and if the process has ended, the result is empty.
 *
 * Ending a program does not end the programs that it started: a shell script may have started Python, and PIP_PYTHON
 * makes pip start itself again.
 */
export function processTree(pid: number): TreeProcess[] {
  const all = processes();
  const tree = all.filter((process) => process.pid === pid);
  for (const { pid: parent } of tree) tree.push(...all.filter((process) => process.parent === parent));
  return tree;
}

/** Sends a signal to each of the processes that still runs. */
export function signalEach(tree: readonly TreeProcess[], signal: NodeJS.Signals): void {
  for (const { pid, started } of tree) {
    if (read(pid)?.started !== started) continue;
    try {
      process.kill(pid, signal);
    } catch {
      // It has just ended.
    }
  }
}

function processes(): TreeProcess[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (read(Number(name)) ?? []) : []));
  } catch {
    return [];
  }
}

function read(pid: number): TreeProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the name, in brackets, with any characters in it. Field 3 is the state, 4 the parent, and 22
    // the start time.
    const [state, parent, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : { pid, parent: Number(parent), started: fields[17] ?? '' };
  } catch {
    return undefined;
  }
}
