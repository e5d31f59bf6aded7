import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaFiles } from '../schematron/schema-files.js';

/**
 * Files of a folder. Names are found without regard to case where they are not found with it: the published rules name files as the
 * system of their authors takes them.
 */
export function folderFiles(folder: string): SchemaFiles {
  const listings = new Map<string, readonly string[]>();
  const list = (directory: string): readonly string[] => {
    let names = listings.get(directory);
    if (!names) {
      try {
        names = readdirSync(directory);
      } catch {
        names = [];
      }
      listings.set(directory, names);
    }
    return names;
  };
  return {
    read(path) {
      let file = folder;
      for (const part of path.split('/')) {
        const names = list(file);
        // A path that leaves the folder names none of its files.
        const name = names.find((known) => known === part) ?? names.find((known) => known.toLowerCase() === part.toLowerCase());
        if (name === undefined) return undefined;
        file = join(file, name);
      }
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}
