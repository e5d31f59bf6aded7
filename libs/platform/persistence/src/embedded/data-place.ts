import { randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { mayEnter } from './postgres-user.js';
import type { RunAs } from './postgres-user.js';
import { openSystemFolder } from './system-folders.js';

/** Where the data of a data directory really is. */
export interface DataPlace {
  /** The data directory itself, or what its symbolic link leads to. */
  readonly folder: string;
  /** The link that is to be made once the data is there: its own folder is closed to whoever runs PostgreSQL. */
  readonly linkFrom?: string;
}

/**
 * Finds where the data is, or where it is to be.
 *
 * @param systemFolder - For data whose own folder is closed to the user that root hands over to. A link leads there: whoever deletes the
 *   link has forgotten the data, and whoever moves it has moved the data.
 * @throws {EmbeddedPostgresFailed} The link leads nowhere, or to the data of another one.
 */
export function dataPlace(dataDir: string, runAs: RunAs, systemFolder: string): DataPlace {
  const entry = lstatSync(dataDir, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) return { folder: follow(dataDir) };
  if (entry && !isEmptyFolder(dataDir)) {
    if (entry.isDirectory()) requireOpen(dataDir, runAs);
    return { folder: dataDir };
  }
  mkdirSync(dirname(dataDir), { recursive: true });
  if (runAs.uid === undefined || mayEnter(dirname(dataDir), runAs)) return { folder: dataDir };
  openSystemFolder(systemFolder, runAs);
  return { folder: join(systemFolder, randomUUID()), linkFrom: dataDir };
}

/** Makes the link, once the data is where it leads. */
export function linkTo({ folder, linkFrom }: DataPlace): void {
  if (linkFrom === undefined) return;
  writeFileSync(homeFile(folder), `${linkFrom}\n`, { mode: 0o600 });
  if (existsSync(linkFrom)) rmdirSync(linkFrom);
  symlinkSync(folder, linkFrom);
}

/** Data in the system folder whose link, once at this path, is there no more: deleted, or moved elsewhere and not started since. */
export function forgotten(dataDir: string, systemFolder: string): readonly string[] {
  if (!existsSync(systemFolder)) return [];
  return readdirSync(systemFolder)
    .map((name) => join(systemFolder, name))
    .filter((folder) => homeOf(folder) === dataDir && !leadsTo(dataDir, folder));
}

/** @throws {EmbeddedPostgresFailed} Existing data that the user who runs PostgreSQL cannot reach. */
export function requireOpen(folder: string, runAs: RunAs): void {
  if (runAs.uid === undefined || mayEnter(folder, runAs)) return;
  throw new EmbeddedPostgresFailed(
    `The folder ${folder} is closed to the system user "postgres", which runs PostgreSQL when we are root: ` +
      'open the folders above it with chmod o+x, give it to that user, or move it away to start empty.',
  );
}

function follow(dataDir: string): string {
  let folder: string;
  try {
    folder = realpathSync(dataDir);
  } catch (error) {
    throw new EmbeddedPostgresFailed(
      `The link ${dataDir} leads to ${readlinkSync(dataDir)}, which is gone or closed: restore that folder, or delete the link to start empty.`,
      {},
      { cause: error },
    );
  }
  const home = homeOf(folder);
  if (home === undefined || home === dataDir) return folder;
  if (leadsTo(home, folder))
    throw new EmbeddedPostgresFailed(
      `The link ${dataDir} leads to the data of ${home}, and two platforms cannot share them: delete this link to start empty.`,
    );
  writeFileSync(homeFile(folder), `${dataDir}\n`, { mode: 0o600 });
  return folder;
}

/** Beside data in the system folder: the path of its link. */
const homeFile = (folder: string) => `${folder}.home`;

function homeOf(folder: string): string | undefined {
  return existsSync(homeFile(folder)) ? readFileSync(homeFile(folder), 'utf8').trim() : undefined;
}

function leadsTo(link: string, folder: string): boolean {
  try {
    return realpathSync(link) === folder;
  } catch {
    return false;
  }
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}
