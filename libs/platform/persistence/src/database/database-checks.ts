import type { HealthRegistry } from '@segur/health';
import type { ContextDatabase } from './context-database.js';
import type { ContextSchema } from './context-schema.js';
import { MIGRATION_TABLE, migrationsOf } from './migrate.js';

/**
 * Registers what a process with this part of the database needs in order to be ready: `<context>-database` and `<context>-migrations`.
 *
 * Asked each second by each orchestrator, they cost one short statement: once all migrations are there they are not looked for again.
 */
export function registerDatabaseChecks(health: HealthRegistry, database: ContextDatabase, contextSchema: ContextSchema): void {
  const { context } = contextSchema;
  // A table of the schema, under its role: a server that answers may still be the wrong one.
  health.register(`${context}-database`, async () => {
    await database.queryWithoutTenant(`SELECT FROM ${MIGRATION_TABLE} LIMIT 1`);
  });
  let atHead = false;
  health.register(`${context}-migrations`, async () => (atHead ||= await areRecorded(database, contextSchema)));
}

/** True once this version's migrations are recorded; there may be more, of the version that is about to follow. */
async function areRecorded(database: ContextDatabase, contextSchema: ContextSchema): Promise<boolean> {
  const names = migrationsOf(contextSchema).map((Migration) => new Migration().name ?? Migration.name);
  const [row] = await database.queryWithoutTenant<{ recorded: string }>(
    `SELECT count(DISTINCT name) AS recorded FROM ${MIGRATION_TABLE} WHERE name = ANY ($1)`,
    [names],
  );
  return Number(row?.recorded) === names.length;
}
