import { dirname } from 'node:path';
import { forgotten } from './data-place.js';
import type { PostgresPrograms } from './postgres-programs.js';
import type { SystemFolders } from './system-folders.js';

/** One line on what root will not find where it would look for it. Absent: all is in its place. */
export function remarkOn(
  dataDir: string,
  folder: string,
  { copy }: PostgresPrograms,
  systemFolders: SystemFolders,
): string | undefined {
  const left = forgotten(dataDir, systemFolders.data);
  const said = [
    ...(copy === undefined ? [] : [`its programs are copied to ${copy}`]),
    ...(dirname(folder) === systemFolders.data ? [`its data are in ${folder}, linked from ${dataDir}`] : []),
    ...(left.length === 0 ? [] : [`data that this link once led to may be deleted: ${left.join(' ')}`]),
  ];
  if (said.length === 0) return undefined;
  return `As root, PostgreSQL runs as the system user "postgres", which cannot enter every folder: ${said.join('; ')}.`;
}
