import { count, flag, seconds } from '@segur/config';
import { z } from 'zod';
import { DEFAULT_RETENTION } from '../messaging/housekeeping.js';
import { RELAY_STUCK_AFTER_MS } from './context-life.js';

/** Settings of the database and of what every context keeps in it. */
export const persistenceConfig = z
  .object({
    DATABASE_URL: z
      .url()
      .optional()
      .describe('PostgreSQL 15 or newer; its user may take the role of each context. Absent: the embedded PostgreSQL.'),
    DATABASE_OWNER_URL: z
      .url()
      .optional()
      .describe('The same database, as the user that owns schemas and tables. Used by migrations only. Absent: DATABASE_URL.'),
    DATABASE_POOL_SIZE: count(5).describe('Connections of each context in this process.'),
    DATABASE_MIGRATE_AT_START: flag(true).describe(
      'Bring the schemas to this version at start. False where "npm run migrate" does it.',
    ),
    OUTBOX_STUCK_SECONDS: seconds(RELAY_STUCK_AFTER_MS / 1000).describe(
      'A process that relays is not ready while the oldest fact in its outbox waits for longer.',
    ),
    OUTBOX_RETENTION_SECONDS: seconds(DEFAULT_RETENTION.publishedMs / 1000).describe(
      'How long published facts stay in the outbox.',
    ),
    INBOX_RETENTION_SECONDS: seconds(DEFAULT_RETENTION.handledMs / 1000).describe(
      'How long handled events are remembered: longer than the event log may bring one again.',
    ),
    ATTEMPT_RETENTION_SECONDS: seconds(DEFAULT_RETENTION.attemptsMs / 1000).describe('How long attempts that ended are kept.'),
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    ownerDatabaseUrl: env.DATABASE_OWNER_URL,
    poolSize: env.DATABASE_POOL_SIZE,
    migrateAtStart: env.DATABASE_MIGRATE_AT_START,
    relayStuckAfterMs: env.OUTBOX_STUCK_SECONDS,
    retention: {
      publishedMs: env.OUTBOX_RETENTION_SECONDS,
      handledMs: env.INBOX_RETENTION_SECONDS,
      attemptsMs: env.ATTEMPT_RETENTION_SECONDS,
    },
  }));

/** What {@link persistenceConfig} reads. */
export type PersistenceConfig = z.output<typeof persistenceConfig>;
