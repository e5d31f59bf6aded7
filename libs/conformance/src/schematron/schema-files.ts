import { posix } from 'node:path';
import { PlatformError } from '@segur/errors';

/** Where the files of a schema are. */
export interface SchemaFiles {
  /** Text of a file; `path` is relative to the root of the collection, with slashes. Absent: there is no such file. */
  read(path: string): string | undefined;
}

/** A schema cannot be read: a file is missing, is no XML, or is no Schematron. `details.file` names it. */
export class UnreadableSchema extends PlatformError {
  readonly code = 'schematron-unreadable';
  readonly kind = 'invalid';
}

/** Path of an address that a file holds. */
export function resolvePath(from: string, href: string): string {
  return posix.normalize(posix.join(posix.dirname(from), href));
}
