import { Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { HealthRegistry } from '@segur/health';
import { ContextDatabase, migrate, registerDatabaseChecks } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { DocumentStore } from './document-store.js';
import type { KeyRing } from './key-ring.js';
import { DocumentMentions, OrphanSweep } from './orphan-sweep.js';
import { DOCUMENT_STORE_SCHEMA } from './postgres/document-schema.js';
import { PostgresDocumentStore } from './postgres/postgres-document-store.js';
import { RecentDocuments } from './recent-documents.js';

const SWEEP_EVERY_MS = 3_600_000;
const RECENT_BYTES = 32 * 1024 * 1024;

/** Where documents are kept, and under which keys. */
export interface DocumentStoreOptions {
  readonly databaseUrl: string;
  /** Of the user that owns the schema. Absent: the same. */
  readonly ownerDatabaseUrl?: string | undefined;
  readonly keys: KeyRing;
  /** Absent: 50 MiB. */
  readonly maxBytes?: number | undefined;
  readonly poolSize?: number | undefined;
  /** Memory for documents that were just written or read. Default 32 MiB; 0: none. */
  readonly recentBytes?: number | undefined;
  /** Default true; where `npm run migrate` does it, false. */
  readonly migrateAtStart?: boolean | undefined;
  /**
   * Every context of the platform that mentions documents, in a process that runs them all and may sweep orphans. Absent, in a process of
   * one context: nothing is swept. One that is forgotten here is remembered by the store.
   */
  readonly mentionedBy?: readonly string[] | undefined;
}

/** A database of its own: the same class would be found by nobody, or by the wrong one. */
abstract class DocumentDatabase {
  abstract readonly database: ContextDatabase;
}

/** Says whether the store is ready, sweeps each hour, and closes the pool last. */
class DocumentStoreLife implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: ContextDatabase,
    private readonly orphans: OrphanSweep,
    private readonly sweeps: boolean,
    private readonly log: Log,
    private readonly health: HealthRegistry | undefined,
  ) {}

  onModuleInit(): void {
    if (this.health) registerDatabaseChecks(this.health, this.database, DOCUMENT_STORE_SCHEMA);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.orphans.enrol();
    if (!this.sweeps) return;
    for (const context of await this.orphans.elsewhere()) this.log.info('orphans-kept', { context });
    const sweep = () => this.orphans.sweep().catch((error: unknown) => this.log.warn('orphan-sweep-failed', {}, error));
    this.timer = setInterval(() => (this.sweeping = sweep()), SWEEP_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
    await this.database.close();
  }
}

/** Gives `DocumentStore` and `DocumentMentions` to the whole app. */
@Module({})
export class DocumentStoreModule {
  /** Once per app, which also imports `ClockModule`. Migrates the schema, then connects, before anything uses the store. */
  static forRoot(options: DocumentStoreOptions): DynamicModule {
    return {
      module: DocumentStoreModule,
      global: true,
      providers: [
        { provide: DocumentDatabase, useFactory: () => open(options) },
        { provide: DocumentMentions, useFactory: () => new DocumentMentions() },
        {
          provide: DocumentStore,
          inject: [DocumentDatabase, Clock, Ids],
          useFactory: ({ database }: DocumentDatabase, clock: Clock, ids: Ids) =>
            new RecentDocuments(
              new PostgresDocumentStore(database, options.keys, clock, ids, options.maxBytes),
              clock,
              options.recentBytes ?? RECENT_BYTES,
            ),
        },
        {
          provide: OrphanSweep,
          inject: [DocumentDatabase, DocumentMentions, Clock],
          useFactory: ({ database }: DocumentDatabase, mentions: DocumentMentions, clock: Clock) =>
            new OrphanSweep(database, mentions, clock, options.mentionedBy ?? []),
        },
        {
          provide: DocumentStoreLife,
          inject: [DocumentDatabase, OrphanSweep, { token: Log, optional: true }, { token: HealthRegistry, optional: true }],
          useFactory: ({ database }: DocumentDatabase, orphans: OrphanSweep, log?: Log, health?: HealthRegistry) =>
            new DocumentStoreLife(database, orphans, (options.mentionedBy ?? []).length > 0, log ?? Log.silent(), health),
        },
      ],
      exports: [DocumentStore, DocumentMentions, OrphanSweep],
    };
  }
}

async function open({
  databaseUrl,
  ownerDatabaseUrl,
  poolSize = 5,
  migrateAtStart = true,
}: DocumentStoreOptions): Promise<DocumentDatabase> {
  if (migrateAtStart) await migrate(ownerDatabaseUrl ?? databaseUrl, [DOCUMENT_STORE_SCHEMA]);
  return { database: await ContextDatabase.open(DOCUMENT_STORE_SCHEMA, { databaseUrl, poolSize }) };
}
