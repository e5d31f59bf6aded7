import { dmpFeedingSchema } from '@segur/dmp-feeding';
import { DOCUMENT_STORE_SCHEMA } from '@segur/document-store';
import { InvalidConfiguration } from '@segur/errors';
import { grantEventLog, migrateEventLog } from '@segur/event-bus';
import { loincTranscodingSchema } from '@segur/loinc-transcoding';
import { operationsSchema } from '@segur/operations';
import { orderIntakeSchema } from '@segur/order-intake';
import { grantContexts, migrate, persistenceConfig, type ContextSchema } from '@segur/persistence';
import { resultStructuringSchema } from '@segur/result-structuring';
import { secureMessagingSchema } from '@segur/secure-messaging';
import { readSettings, serviceConfig } from '@segur/service';
import pg from 'pg';

const SCHEMAS: readonly ContextSchema[] = [
  DOCUMENT_STORE_SCHEMA,
  orderIntakeSchema,
  resultStructuringSchema,
  loincTranscodingSchema,
  dmpFeedingSchema,
  secureMessagingSchema,
  operationsSchema,
];

/**
 * Brings every schema of a given database to this version: contexts, document store, and the event log unless it is on Kafka. Where
 * `DATABASE_URL` is of another user than the owner, that user may then work, and change no table.
 *
 * @returns What was done, in one line.
 * @throws {InvalidConfiguration} No database is named.
 * @throws {DatabaseUnavailable}
 */
export async function migrateAll(env: NodeJS.ProcessEnv): Promise<string> {
  const { persistence, service } = readSettings({ persistence: persistenceConfig, service: serviceConfig }, env);
  const { databaseUrl } = persistence;
  const ownerUrl = persistence.ownerDatabaseUrl ?? databaseUrl;
  if (ownerUrl === undefined)
    throw new InvalidConfiguration(
      'DATABASE_OWNER_URL or DATABASE_URL is required: the embedded PostgreSQL is migrated at each start',
    );
  const user = databaseUrl === undefined || userOf(databaseUrl) === userOf(ownerUrl) ? undefined : userOf(databaseUrl);

  await migrate(ownerUrl, SCHEMAS);
  if (user !== undefined) await grantContexts(ownerUrl, user, SCHEMAS);
  const hasLog = service.brokers.length === 0;
  if (hasLog) await migrateLog(ownerUrl, user);
  const schemas = [...SCHEMAS.map(({ schema }) => schema), ...(hasLog ? ['event_log'] : [])];
  return `Migrated ${schemas.join(', ')}${user === undefined ? '' : `; ${user} may work with them`}.`;
}

async function migrateLog(ownerUrl: string, user: string | undefined): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'segur migrate' });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await migrateEventLog(owner);
    if (user !== undefined) await grantEventLog(owner, user);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
