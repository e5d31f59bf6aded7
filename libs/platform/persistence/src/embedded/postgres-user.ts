import { spawnSync } from 'node:child_process';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';

/** Who runs PostgreSQL. Empty: this process's own user. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses root, so root hands over to the system user `postgres`, which is created if needed.
 *
 * @throws {EmbeddedPostgresFailed} There is no such user and none could be created.
 */
export function postgresUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const found = idsOf('postgres');
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const created = idsOf('postgres');
  if (created) return created;
  throw new EmbeddedPostgresFailed(
    'PostgreSQL refuses to run as root and no system user "postgres" could be created: ' +
      'run as an ordinary user, create that user, or set DATABASE_URL to a PostgreSQL of yours.',
  );
}

/** True if that user reaches the folder, through every folder above it. */
export function mayEnter(folder: string, runAs: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...runAs, cwd: '/' }).status === 0;
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const id = (flag: string) => spawnSync('id', [flag, user], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}
