import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Copies the folder of the programs to where every user may read and run them, unless the same copy is there already.
 *
 * @param native - Of the npm package: `bin`, `lib`, `share`.
 * @param folder - Where copies are kept. Root's alone.
 * @returns The copy: its name holds the hash of all that is in it.
 */
export function copyOfPrograms(native: string, version: string, folder: string): string {
  const hash = hashOf(native);
  const copy = join(folder, `postgres-${version}-${hash.slice(0, 16)}`);
  if (existsSync(copy) && hashOf(copy) === hash) return copy;

  const draft = mkdtempSync(join(folder, '.draft-'));
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    // Damaged: a whole one is there only since a moment ago, made by another process, and then it stays.
    if (existsSync(copy) && hashOf(copy) !== hash) rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return copy;
}

/** Of names, links and contents; not of owners and rights, which the copy changes. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of entriesOf(folder)) {
    const entry = lstatSync(path);
    hash.update(`${relative(folder, path)}\0`);
    if (entry.isSymbolicLink()) hash.update(`link ${readlinkSync(path)}\0`);
    else if (entry.isFile()) hash.update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return hash.digest('hex');
}

/** The file creation mask of whoever installed the package may have closed every part of it. */
function openToAll(folder: string): void {
  for (const path of [folder, ...entriesOf(folder)]) {
    const entry = lstatSync(path);
    if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

function entriesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .sort();
}
