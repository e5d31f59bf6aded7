import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@segur/errors';

/** A file of the official kit is not there. Stays within this library, which answers with a finding. */
export class KitFileUnreadable extends Error {}

/** @throws {KitFileUnreadable} There is no such file in the folder of the kit. */
export function readKitFile(ciSisDir: string, path: string): string {
  try {
    return readFileSync(join(ciSisDir, path), 'utf8');
  } catch (error) {
    throw new KitFileUnreadable('A file of the kit cannot be read', { cause: error });
  }
}

/** The finding on a layer that does not run for want of a file: its location is the path of the file in the kit. */
export function kitFileUnreadable(layer: string, file: string): Finding {
  return {
    severity: 'error',
    code: 'official-layer-unreadable',
    location: file,
    message: `The official layer ${layer} does not run: ${file} is missing or cannot be read in the folder of the kit`,
    messageFr: `La couche officielle ${layer} n'est pas exécutée : ${file} est absent ou illisible dans le dossier du kit`,
  };
}
