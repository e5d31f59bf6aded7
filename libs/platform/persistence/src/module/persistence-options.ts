import type { Retention } from '../messaging/housekeeping.js';

/** How the contexts of one process reach their database. */
export interface PersistenceOptions {
  /** Of a user that may take the roles of the contexts. */
  readonly databaseUrl: string;
  /** Of the user that owns schemas and tables. Absent: the same. */
  readonly ownerDatabaseUrl?: string | undefined;
  /** Connections of each context. Default 5. */
  readonly poolSize?: number;
  /** Bring each context's schema to this version at start. Default true; where `npm run migrate` does it, false. */
  readonly migrateAtStart?: boolean;
  /** Relay outboxes and sweep in this process. Default true; false in tests that look at the outbox, and needs no `EventBus`. */
  readonly relay?: boolean;
  readonly retention?: Retention;
  /** A process whose outbox has a fact that waits for longer is not ready. Default 60 s. */
  readonly relayStuckAfterMs?: number;
}

/** The token of the options. */
export abstract class PersistenceSettings {
  abstract readonly options: PersistenceOptions;
}
