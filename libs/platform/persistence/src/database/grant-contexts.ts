import pg from 'pg';
import { roleOf } from './context-schema.js';
import type { ContextSchema } from './context-schema.js';
import { toDatabaseError } from './database-errors.js';

/**
 * Lets a user take the roles of the contexts, and nothing else of them: the user that the app connects as, where it is not the owner.
 *
 * @param ownerUrl - Of the user that migrated.
 * @throws {DatabaseUnavailable}
 */
export async function grantContexts(ownerUrl: string, user: string, contextSchemas: readonly ContextSchema[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'segur migrate', connectionTimeoutMillis: 10_000 });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    for (const { schema } of contextSchemas) await owner.query(`GRANT ${roleOf(schema)} TO ${pg.escapeIdentifier(user)}`);
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    await owner.end().catch(() => undefined);
  }
}
