import type { EntityManager, MigrationInterface } from 'typeorm';

/**
 * The transaction in which a change and its facts are written.
 *
 * Trap of TypeORM: `tx.query` answers rows for SELECT and INSERT, but `[rows, count]` for UPDATE and DELETE, also with RETURNING.
 */
export type Tx = EntityManager;

/** The part of the database that belongs to one bounded context. */
export interface ContextSchema {
  /** `dmp-feeding`: the consumer group, and the source of its facts. */
  readonly context: string;
  /** `dmp_feeding`: lower-case letters, digits and `_`. */
  readonly schema: string;
  /** Of its own tables only, in SQL. Class names end in a timestamp, which orders them. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** False where nothing is announced, handled or attempted: then there is no outbox, inbox or attempt either. Default true. */
  readonly messaging?: boolean;
}

const IDENTIFIER = /^[a-z][a-z0-9_]{0,50}$/;

/** The role under which a context works: it sees its own schema, and one tenant at a time. */
export function roleOf(schema: string): string {
  return `segur_${identifier(schema)}`;
}

/** Names of schemas and tables are written into SQL as they are, so they are plain. @throws {RangeError} */
export function identifier(name: string): string {
  if (!IDENTIFIER.test(name)) throw new RangeError('Names of schemas and tables are lower-case letters, digits and _');
  return name;
}
