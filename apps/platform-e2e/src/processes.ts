import { execFileSync } from 'node:child_process';

/** A process of this machine. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes below one, at any depth. */
export function processesBelow(pid: number): readonly SeenProcess[] {
  const all = seen();
  const below = (parent: number): SeenProcess[] =>
    all.filter((process) => process.parent === parent).flatMap((process) => [process, ...below(process.pid)]);
  return below(pid);
}

/** Those that still run, told by number and command: numbers are used again. */
export function stillRunning(processes: readonly SeenProcess[]): readonly string[] {
  const now = seen();
  return processes
    .filter((one) => now.some(({ pid, command }) => pid === one.pid && command === one.command))
    .map(({ command }) => command);
}

function seen(): readonly SeenProcess[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8', maxBuffer: 1 << 24 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, state, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      // What only waits to be buried has ended.
      return pid === undefined || state?.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}
