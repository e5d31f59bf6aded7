import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@segur/errors';

/** A file to check, or why there is none where one was named. */
export type Found = { readonly file: string } | { readonly file: string; readonly finding: Finding };

/** Files as they are named; of a folder, every `*.xml` in it and below, in the order of their names. */
export function findDocuments(paths: readonly string[]): readonly Found[] {
  return paths.flatMap((path): readonly Found[] => {
    try {
      if (!statSync(path).isDirectory()) return [{ file: path }];
      const files = readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.xml$/i.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      return files.length > 0 ? files.map((file) => ({ file })) : [{ file: path, finding: empty() }];
    } catch (error) {
      return [{ file: path, finding: unreadable(error) }];
    }
  });
}

/** The finding on a file that cannot be opened: the rest is checked all the same. */
export function unreadable(error: unknown): Finding {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return {
    severity: 'error',
    code: 'file-unreadable',
    location: '',
    message: `The file cannot be read (${code})`,
    messageFr: `Le fichier ne peut pas être lu (${code})`,
  };
}

function empty(): Finding {
  return {
    severity: 'error',
    code: 'folder-without-document',
    location: '',
    message: 'The folder holds no .xml file',
    messageFr: 'Le dossier ne contient aucun fichier .xml',
  };
}
