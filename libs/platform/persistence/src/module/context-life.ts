import type { BeforeApplicationShutdown, OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { HandlingPolicies } from '@segur/event-bus';
import type { HealthRegistry } from '@segur/health';
import type { Metrics } from '@segur/telemetry';
import type { ContextDatabase } from '../database/context-database.js';
import type { ContextSchema } from '../database/context-schema.js';
import { registerDatabaseChecks } from '../database/database-checks.js';
import type { ContextHandlingPolicy } from '../messaging/context-handling-policy.js';
import type { DeadLetters } from '../messaging/dead-letters.js';
import type { Housekeeping } from '../messaging/housekeeping.js';
import type { OutboxRelay } from '../messaging/outbox-relay.js';

/** A relay whose oldest fact waits for longer is stuck. */
export const RELAY_STUCK_AFTER_MS = 60_000;

/** What runs beside a context's own code. */
export interface ContextParts {
  readonly contextSchema: ContextSchema;
  readonly database: ContextDatabase;
  readonly policy: ContextHandlingPolicy;
  readonly deadLetters: DeadLetters;
  readonly housekeeping: Housekeeping;
  /** Absent where the process does not relay. */
  readonly relay: OutboxRelay | undefined;
  readonly policies: HandlingPolicies | undefined;
  readonly metrics: Metrics | undefined;
  readonly health: HealthRegistry | undefined;
  readonly relayStuckAfterMs: number;
}

/**
 * Starts and stops what runs beside a context's own code, in Nest's order.
 *
 * Shutdown: doors and bus stop taking first, then the relay announces what handlers left in the outbox, then the pool closes.
 */
export class ContextLife implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(private readonly parts: ContextParts) {}

  onModuleInit(): void {
    const { contextSchema, database, policy, policies, metrics, relay, deadLetters, health } = this.parts;
    const { context } = contextSchema;
    policies?.register(context, policy);
    if (health) registerDatabaseChecks(health, database, contextSchema);
    if (relay) health?.register(`${context}-relay`, () => this.isCarrying(relay));
    metrics?.onScrape(async () => {
      if (relay) metrics.outboxOldestSeconds.set({ context }, await relay.oldestSeconds());
      metrics.deadLettersOpen.set({ context }, await deadLetters.countOpen());
    });
  }

  onApplicationBootstrap(): void {
    this.parts.relay?.start();
    if (this.parts.relay) this.parts.housekeeping.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.parts.housekeeping.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.parts.relay?.stop();
    await this.parts.database.close();
  }

  /** Where another process leads, its own readiness says so. */
  private async isCarrying(relay: OutboxRelay): Promise<boolean> {
    return !relay.isLeading() || (await relay.oldestSeconds()) * 1000 < this.parts.relayStuckAfterMs;
  }
}
