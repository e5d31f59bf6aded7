import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { EventBus, HandlingPolicies } from '@segur/event-bus';
import { HealthRegistry } from '@segur/health';
import { currentTraceparent, Log, Metrics } from '@segur/telemetry';
import { Attempts } from '../attempts/attempts.js';
import { ContextDatabase } from '../database/context-database.js';
import type { ContextSchema } from '../database/context-schema.js';
import { migrate } from '../database/migrate.js';
import { ContextHandlingPolicy } from '../messaging/context-handling-policy.js';
import { DeadLetters } from '../messaging/dead-letters.js';
import { Facts } from '../messaging/facts.js';
import { HandlingFailures } from '../messaging/handling-failures.js';
import { Housekeeping } from '../messaging/housekeeping.js';
import { Inbox } from '../messaging/inbox.js';
import { Outbox } from '../messaging/outbox.js';
import { OutboxRelay } from '../messaging/outbox-relay.js';
import { ContextLife, RELAY_STUCK_AFTER_MS } from './context-life.js';
import { PersistenceSettings } from './persistence-options.js';
import type { PersistenceOptions } from './persistence-options.js';

const optional = (token: typeof EventBus | typeof HandlingPolicies | typeof HealthRegistry | typeof Log | typeof Metrics) => ({
  token,
  optional: true,
});

/** What {@link PersistenceModule.forContext} gives to its importer. */
const GIVEN = [ContextDatabase, Outbox, Inbox, Facts, Attempts, DeadLetters, OutboxRelay, ContextHandlingPolicy, Housekeeping];

/**
 * Gives each context a database of its own, and what goes with it.
 *
 * The tokens are the same in every context and the module is not global: a context's services can reach their own tables and no others.
 */
@Module({})
export class PersistenceModule {
  /** Once per app. The app also imports `ClockModule`, and `EventBusModule` unless `relay` is false. */
  static forRoot(options: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [{ provide: PersistenceSettings, useValue: { options } }],
      exports: [PersistenceSettings],
    };
  }

  /** In the module of a context. At start it migrates the context's schema, then connects; both before any other provider uses it. */
  static forContext(contextSchema: ContextSchema): DynamicModule {
    // A class of its own: two contexts must never be taken for one module.
    const module = class ContextPersistenceModule {};
    return { module, providers: providersOf(contextSchema), exports: GIVEN };
  }
}

function providersOf(contextSchema: ContextSchema): Provider[] {
  return [
    {
      provide: ContextDatabase,
      inject: [PersistenceSettings],
      useFactory: ({ options }: PersistenceSettings) => openDatabase(contextSchema, options),
    },
    { provide: Outbox, useFactory: () => new Outbox() },
    { provide: Inbox, inject: [ContextDatabase], useFactory: (database: ContextDatabase) => new Inbox(database) },
    { provide: Attempts, inject: [Clock], useFactory: (clock: Clock) => new Attempts(clock) },
    {
      provide: Facts,
      inject: [Clock, Ids],
      useFactory: (clock: Clock, ids: Ids) => new Facts(contextSchema.context, clock, ids, currentTraceparent),
    },
    {
      provide: DeadLetters,
      inject: [ContextDatabase, Outbox, Facts, Ids, Clock],
      useFactory: (...parts: ConstructorParameters<typeof DeadLetters>) => new DeadLetters(...parts),
    },
    {
      provide: ContextHandlingPolicy,
      inject: [ContextDatabase, DeadLetters, optional(Log)],
      useFactory: (database: ContextDatabase, deadLetters: DeadLetters, log = Log.silent()) =>
        new ContextHandlingPolicy(new HandlingFailures(database), deadLetters, log.with({ context: contextSchema.context })),
    },
    {
      provide: Housekeeping,
      inject: [ContextDatabase, Clock, PersistenceSettings, optional(Log)],
      useFactory: (database: ContextDatabase, clock: Clock, { options }: PersistenceSettings, log = Log.silent()) =>
        new Housekeeping(database, clock, log, options.retention),
    },
    {
      provide: OutboxRelay,
      inject: [PersistenceSettings, ContextDatabase, optional(EventBus), optional(Log)],
      useFactory: relayOf,
    },
    {
      provide: ContextLife,
      inject: [
        ...[PersistenceSettings, ContextDatabase, ContextHandlingPolicy, DeadLetters, Housekeeping],
        ...[{ token: OutboxRelay, optional: true }, optional(HandlingPolicies), optional(Metrics), optional(HealthRegistry)],
      ],
      useFactory: (...given: Given) => lifeOf(contextSchema, ...given),
    },
  ];
}

async function openDatabase(contextSchema: ContextSchema, options: PersistenceOptions): Promise<ContextDatabase> {
  if (options.migrateAtStart ?? true) await migrate(options.ownerDatabaseUrl ?? options.databaseUrl, [contextSchema]);
  return ContextDatabase.open(contextSchema, options);
}

function relayOf({ options }: PersistenceSettings, database: ContextDatabase, bus?: EventBus, log = Log.silent()) {
  if (options.relay === false) return undefined;
  if (!bus) throw new Error('PersistenceModule relays outboxes and needs an EventBus: import EventBusModule, or say relay: false');
  return new OutboxRelay(options.databaseUrl, database, bus, log);
}

type Given = [
  settings: PersistenceSettings,
  database: ContextDatabase,
  policy: ContextHandlingPolicy,
  deadLetters: DeadLetters,
  housekeeping: Housekeeping,
  relay?: OutboxRelay,
  policies?: HandlingPolicies,
  metrics?: Metrics,
  health?: HealthRegistry,
];

function lifeOf(contextSchema: ContextSchema, ...given: Given): ContextLife {
  const [{ options }, database, policy, deadLetters, housekeeping, relay, policies, metrics, health] = given;
  const { relayStuckAfterMs = RELAY_STUCK_AFTER_MS } = options;
  const parts = { contextSchema, database, policy, deadLetters, housekeeping, relay, policies, metrics, health, relayStuckAfterMs };
  return new ContextLife(parts);
}
