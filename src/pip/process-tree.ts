import { readdirSync, readFileSync } from 'node:fs';

/** A process of Linux, told apart from a later one with the same number. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** When it started, in the kernel's clock ticks since boot. */
  readonly started: string;
}

/**
 * A process and all below it, as Linux' `/proc` tells (proc(5), stat); on other systems nothing is found. Ending a program doesn't end what it
 * has started: a shell script that calls Python, or a pip that PIP_PYTHON makes run itself once more.
 */
export function processTree(pid: number): RunningProcess[] {
  const all = processes();
  const tree = all.filter((one) => one.pid === pid);
  for (const { pid: parent } of tree) tree.push(...all.filter((one) => one.parent === parent));
  return tree;
}

/** Sends a signal to each that still runs. */
export function signalEach(tree: readonly RunningProcess[], signal: NodeJS.Signals): void {
  for (const { pid, started } of tree) {
    if (read(pid)?.started !== started) continue;
    try {
      process.kill(pid, signal);
    } catch {
      // It has just ended.
    }
  }
}

function processes(): RunningProcess[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (read(Number(name)) ?? []) : []));
  } catch {
    return [];
  }
}

function read(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // After the name, which is in brackets and may hold any: state, parent, …; the 20th is the start.
    const [state, parent, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : { pid, parent: Number(parent), started: fields[17] ?? '' };
  } catch {
    return undefined;
  }
}
