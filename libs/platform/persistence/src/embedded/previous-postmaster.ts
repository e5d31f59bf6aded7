import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { commandOf, startOf } from './running-process.js';

const STOP_WITHIN_MS = 30_000;

/**
 * Clears what an earlier run left on a data directory: an orphan server is stopped first, a stale `postmaster.pid` is removed.
 *
 * PostgreSQL itself believes any live process of that number to be its twin, and in a container numbers come back at once.
 *
 * @throws {EmbeddedPostgresFailed} The server belongs to a platform that is still running, which is left alone; or it does not stop.
 */
export async function clearPreviousPostmaster(dataDir: string): Promise<void> {
  const pid = pidIn(dataDir);
  if (pid === undefined) return;
  if (isPostmasterOf(pid, dataDir)) {
    if (ownerIsAlive(dataDir))
      throw new EmbeddedPostgresFailed(
        `Another process is already running the PostgreSQL of ${dataDir}: stop it first, or choose another folder.`,
      );
    process.kill(pid, 'SIGINT');
    if (!(await gone(pid, dataDir))) {
      process.kill(pid, 'SIGQUIT');
      if (!(await gone(pid, dataDir)))
        throw new EmbeddedPostgresFailed(`The PostgreSQL that an earlier run left does not stop: end process ${pid}.`, { pid });
    }
  }
  rmSync(`${dataDir}/postmaster.pid`, { force: true });
}

/** Where a running platform notes that the server of this data directory is its own. */
const ownerFile = (dataDir: string) => `${dataDir}.owner`;

/** Notes that this process owns the server from now on. */
export function claimDataDirectory(dataDir: string): void {
  writeFileSync(ownerFile(dataDir), `${process.pid}\n${startOf(process.pid)}\n`);
}

function ownerIsAlive(dataDir: string): boolean {
  if (!existsSync(ownerFile(dataDir))) return false;
  const [pid, started] = readFileSync(ownerFile(dataDir), 'utf8').trim().split('\n');
  return pid !== undefined && started !== undefined && startOf(Number(pid)) === started;
}

function pidIn(dataDir: string): number | undefined {
  if (!existsSync(`${dataDir}/postmaster.pid`)) return undefined;
  const pid = Number(readFileSync(`${dataDir}/postmaster.pid`, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

function isPostmasterOf(pid: number, dataDir: string): boolean {
  const command = commandOf(pid);
  return command !== undefined && command.includes('postgres') && command.includes(dataDir);
}

async function gone(pid: number, dataDir: string): Promise<boolean> {
  const until = Date.now() + STOP_WITHIN_MS;
  while (isPostmasterOf(pid, dataDir)) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}
