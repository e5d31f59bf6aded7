import { lstatSync, mkdirSync } from 'node:fs';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { mayEnter } from './postgres-user.js';
import type { RunAs } from './postgres-user.js';

/** Where root keeps what the system user `postgres` must reach, when our own folders are closed to it. */
export interface SystemFolders {
  /** Copies of the programs, which may be deleted whenever nothing runs. */
  readonly programs: string;
  /** Data directories. */
  readonly data: string;
}

/** As the Filesystem Hierarchy Standard 3.0 names them. */
export const SYSTEM_FOLDERS: SystemFolders = { programs: '/var/cache/segur', data: '/var/lib/segur' };

/**
 * Makes a system folder, or checks that nobody but root can have put anything into it.
 *
 * @throws {EmbeddedPostgresFailed}
 */
export function openSystemFolder(folder: string, runAs: RunAs): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new EmbeddedPostgresFailed(
      `The checkout is closed to the system user "postgres", which runs PostgreSQL when we are root, and ${folder} cannot be made in its ` +
        'place: open the checkout and the folders above it with chmod o+x, or set DATABASE_URL to a PostgreSQL of yours.',
      {},
      { cause: error },
    );
  }
  const found = lstatSync(folder);
  const rootsAlone = found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
  if (rootsAlone && mayEnter(folder, runAs)) return;
  throw new EmbeddedPostgresFailed(
    `The folder ${folder} must be root's alone and open to all readers: run "chown root ${folder} && chmod 755 ${folder}" after a look at what is in it, ` +
      'or set DATABASE_URL to a PostgreSQL of yours.',
  );
}
