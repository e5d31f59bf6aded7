import pg from 'pg';
import { DataSource } from 'typeorm';
import { PlatformTables20261123090000 } from '../migrations/20261123-platform-tables.js';
import { roleOf } from './context-schema.js';
import type { ContextSchema } from './context-schema.js';
import { toDatabaseError } from './database-errors.js';

// Any number, as long as it is always the same.
const MIGRATION_LOCK = 7_215_001;

/**
 * Brings schemas, roles and tables of the contexts to this version. Does nothing when they are. Several processes may do it at once.
 *
 * @param ownerUrl - Of a user that may create schemas and roles. It owns all tables, and is not bound by row-level security.
 * @throws {DatabaseUnavailable}
 */
export async function migrate(ownerUrl: string, contextSchemas: readonly ContextSchema[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'segur migrate', connectionTimeoutMillis: 10_000 });
  // A loss shows in the query that is waiting.
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const contextSchema of contextSchemas) await migrateOne(owner, ownerUrl, contextSchema);
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

/** All migrations of a schema: those of the platform's tables in it, then its own. */
export function migrationsOf({ migrations, messaging = true }: ContextSchema): ContextSchema['migrations'] {
  return [...(messaging ? [PlatformTables20261123090000] : []), ...migrations];
}

/** Where the migrations that were run are recorded, in each schema. */
export const MIGRATION_TABLE = 'migration';

async function migrateOne(owner: pg.Client, ownerUrl: string, contextSchema: ContextSchema): Promise<void> {
  const { schema } = contextSchema;
  const role = roleOf(schema);
  await createRole(owner, role);
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  const source = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema,
    poolSize: 1,
    synchronize: false,
    installExtensions: false,
    applicationName: 'segur migrate',
    migrationsTableName: MIGRATION_TABLE,
    migrations: [...migrationsOf(contextSchema)],
    extra: { options: `-c search_path=${schema}` },
  }).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
  await owner.query(
    `GRANT USAGE ON SCHEMA ${schema} TO ${role};
     GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
     GRANT SELECT ON ${schema}.${MIGRATION_TABLE} TO ${role}`,
  );
}

/** Roles belong to the whole server, and the lock to one database of it: another database may be creating the same role right now. */
async function createRole(owner: pg.Client, role: string): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) {
    await owner.query(`
      DO $$ BEGIN
        CREATE ROLE ${role} NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
  }
  const { rows } = await owner.query<{ may: boolean }>(`SELECT pg_has_role(current_user, $1, 'SET') AS may`, [role]);
  if (rows[0]?.may !== true) await owner.query(`GRANT ${role} TO CURRENT_USER`);
}
