import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Command line of a live process. Absent: there is no such process, or it is only waiting to be buried. */
export function commandOf(pid: number): string | undefined {
  return (
    (existsSync('/proc/self/cmdline') ? proc(pid, 'cmdline')?.replaceAll('\0', ' ') : ps(pid, 'command='))?.trim() || undefined
  );
}

/** When a process started, in a unit of its own: together with its number, an identity that survives the reuse of numbers. */
export function startOf(pid: number): string | undefined {
  // Field 22 of stat, counted after the name, which may hold spaces (proc_pid_stat(5)).
  return existsSync('/proc/self/stat') ? proc(pid, 'stat')?.split(') ').at(-1)?.split(' ')[19] : ps(pid, 'lstart=');
}

function proc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, format: string): string | undefined {
  const { status, stdout } = spawnSync('ps', ['-ww', '-o', format, '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return status === 0 ? stdout.trim() : undefined;
}
