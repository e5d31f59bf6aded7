import type { BeforeApplicationShutdown, OnApplicationBootstrap, Provider, Type } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { Log } from '@segur/telemetry';
import type { AttemptWork } from '../attempts/attempt-work.js';
import { AttemptWorker } from '../attempts/attempt-worker.js';
import type { AttemptWorkerOptions } from '../attempts/attempt-worker.js';
import { ContextDatabase } from '../database/context-database.js';
import { PersistenceSettings } from './persistence-options.js';

/** A worker that lives as long as the app: it stops, and waits for its attempts, before the bus and the pool close. */
class LivingAttemptWorker extends AttemptWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  onApplicationBootstrap(): void {
    this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}

/** Provides the `AttemptWorker` of a context's module. @param work - A provider of the same module. */
export function attemptWorker(work: Type<AttemptWork>, options: AttemptWorkerOptions = {}): Provider {
  return {
    provide: AttemptWorker,
    inject: [PersistenceSettings, ContextDatabase, work, Clock, { token: Log, optional: true }],
    useFactory: (settings: PersistenceSettings, database: ContextDatabase, own: AttemptWork, clock: Clock, log?: Log) =>
      new LivingAttemptWorker(settings.options.databaseUrl, database, own, clock, log ?? Log.silent(), options),
  };
}
