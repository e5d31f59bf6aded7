import type { DynamicModule, Type } from '@nestjs/common';
import { laboratoriesConfig, LaboratoryRegistry } from '@segur/config';
import { DocumentStoreModule, documentStoreConfig, KeyRing } from '@segur/document-store';
import { InvalidConfiguration } from '@segur/errors';
import { httpSecurityConfig } from '@segur/http-security';
import { persistenceConfig } from '@segur/persistence';
import { Log, telemetryConfig } from '@segur/telemetry';
import type { z } from 'zod';
import { openBus } from './open-bus.js';
import { readSettings } from './read-settings.js';
import { requireNode } from './require-node.js';
import { runUntilSignal } from './run-until-signal.js';
import { serviceConfig } from './service.config.js';
import { startService } from './start-service.js';

/** One bounded context as an application of its own. */
export interface ContextApplication<S extends z.ZodType> {
  readonly name: string;
  readonly config: S;
  readonly module: (settings: z.output<S>) => DynamicModule | Type;
}

/** Settings of every application that runs a context apart. */
export const groundConfigs = {
  service: serviceConfig,
  persistence: persistenceConfig,
  security: httpSecurityConfig,
  laboratories: laboratoriesConfig,
  documents: documentStoreConfig,
  telemetry: telemetryConfig,
};

/** Runs one context as a process: settings from the environment, a given PostgreSQL, the event log on Kafka where brokers are named. */
export async function runContext<S extends z.ZodType>(
  application: ContextApplication<S>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  let log = Log.open();
  let shutdownMs = 25_000;
  const start = async () => {
    requireNode();
    const { own, ...ground } = readSettings({ ...groundConfigs, own: application.config }, env);
    shutdownMs = ground.service.shutdownMs;
    log = Log.open({ level: ground.telemetry.logLevel });
    const databaseUrl = required(ground.persistence.databaseUrl, 'DATABASE_URL');
    const laboratories = LaboratoryRegistry.read(required(ground.laboratories.laboratoriesFile, 'LABORATORIES_FILE'));
    const bus = await openBus({ ...ground.service, databaseUrl, clientId: application.name, log });
    return startService({
      name: application.name,
      modules: [
        DocumentStoreModule.forRoot({
          ...ground.persistence,
          databaseUrl,
          keys: KeyRing.read(required(ground.documents.keysFile, 'DOCUMENT_STORE_KEYS_FILE')),
          maxBytes: ground.documents.maxBytes,
          recentBytes: ground.documents.recentBytes,
        }),
        application.module(own as z.output<S>),
      ],
      settings: ground.service,
      security: ground.security,
      persistence: { ...ground.persistence, databaseUrl },
      laboratories,
      bus,
      log,
    });
  };
  await runUntilSignal(log, shutdownMs, start);
}

function required(value: string | undefined, variable: string): string {
  if (value === undefined) throw new InvalidConfiguration(`${variable} is required where a context runs apart`);
  return value;
}
