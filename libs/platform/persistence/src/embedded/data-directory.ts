import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { linkTo, requireOpen } from './data-place.js';
import type { DataPlace } from './data-place.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import type { PostgresPrograms } from './postgres-programs.js';

/** The superuser of the embedded cluster. */
export const SUPERUSER = 'segur';

const MAJOR = '18';

/**
 * Makes the data directory on the first start, checks it on the others, and gives its password.
 *
 * The password is random, made with the directory, and kept beside it in `<dataDir>.password` (mode 600).
 *
 * @param place - Where the data really is.
 * @throws {EmbeddedPostgresFailed}
 */
export function openDataDirectory(dataDir: string, place: DataPlace, programs: PostgresPrograms): string {
  const passwordFile = `${dataDir}.password`;
  if (isEmpty(place.folder)) initialise(place, passwordFile, programs);
  checkVersion(place.folder);
  if (!existsSync(passwordFile))
    throw new EmbeddedPostgresFailed(
      `The password of the embedded PostgreSQL is missing: put ${passwordFile} back, or move ${dataDir} away to start empty.`,
    );
  return readFileSync(passwordFile, 'utf8').trim();
}

function isEmpty(dataDir: string): boolean {
  try {
    return !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new EmbeddedPostgresFailed(
      `The data directory ${dataDir} cannot be read (${code}): move what is there away to start empty, or give this user the right to read it.`,
      {},
      { cause: error },
    );
  }
}

/** Built beside its place and then renamed: a start that is cut short leaves nothing that looks like a data directory. */
function initialise(place: DataPlace, passwordFile: string, { initdb, runAs }: PostgresPrograms): void {
  const draft = `${place.folder}.new`;
  const handedOver = `${place.folder}.initdb-password`;
  const password = randomBytes(24).toString('base64url');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  requireOpen(dirname(place.folder), runAs);
  writeFileSync(handedOver, password, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(draft, runAs.uid, runAs.gid);
    chownSync(handedOver, runAs.uid, runAs.gid);
  }
  const run = spawnSync(
    initdb,
    [
      ...['--pgdata', draft, '--username', SUPERUSER, '--auth', 'scram-sha-256', '--pwfile', handedOver],
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--locale', 'C', '--builtin-locale', 'C.UTF-8'],
    ],
    { ...runAs, encoding: 'utf8', cwd: '/' },
  );
  rmSync(handedOver, { force: true });
  if (run.status !== 0)
    throw new EmbeddedPostgresFailed(
      `The data directory ${place.folder} could not be made: check the free space and the rights of the folder above it.`,
      {},
      { cause: run.error ?? new Error(run.stderr) },
    );
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  renameSync(draft, place.folder);
  linkTo(place);
}

function checkVersion(dataDir: string): void {
  const version = existsSync(`${dataDir}/PG_VERSION`) ? readFileSync(`${dataDir}/PG_VERSION`, 'utf8').trim() : undefined;
  if (version === MAJOR && existsSync(`${dataDir}/global/pg_control`)) return;
  throw new EmbeddedPostgresFailed(
    version === undefined || version === MAJOR
      ? `The folder ${dataDir} is not a whole PostgreSQL data directory: restore it from a backup, or move it away to start empty.`
      : `The folder ${dataDir} was written by PostgreSQL ${version} and this is ${MAJOR}: dump it with the old version, or move it away to start empty.`,
  );
}
