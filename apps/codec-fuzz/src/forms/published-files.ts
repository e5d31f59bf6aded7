import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officialDirectory, type OfficialName } from '@segur/testing';

/** Files that others published, where this machine has them: none elsewhere. */
export function publishedFiles(collection: OfficialName, folder: string, extension: string): readonly Buffer[] {
  const directory = officialDirectory(collection);
  if (directory === undefined) return [];
  const path = join(directory, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => readFileSync(join(path, name)));
}
