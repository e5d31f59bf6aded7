import { readdirSync, readFileSync } from 'node:fs';

// Linux counts in hundredths of a second, whatever the kernel's own clock.
const MS_PER_TICK = 10;

interface Stat {
  readonly parent: number;
  readonly ownMs: number;
  readonly goneChildrenMs: number;
}

/** CPU time of a process since it began, user and system, in milliseconds. */
export function cpuMsOf(pid: number): number {
  return statOf(pid)?.ownMs ?? 0;
}

/** The same with its children, those that ended included: PostgreSQL is one process for each connection. */
export function cpuMsOfFamily(pid: number): number {
  const own = statOf(pid);
  const children = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => statOf(Number(entry)))
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, stat) => sum + (stat?.ownMs ?? 0), (own?.ownMs ?? 0) + (own?.goneChildrenMs ?? 0));
}

/** Absent: the process is gone. @see proc_pid_stat(5), fields 4 and 14 to 17 */
function statOf(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is a name in brackets, which may hold anything.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ms = (from: number) => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) * MS_PER_TICK;
  return { parent: fields[1] ?? 0, ownMs: ms(11), goneChildrenMs: ms(13) };
}
