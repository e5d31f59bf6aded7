import { createHash } from 'node:crypto';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ClockModule } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { AccessRegistry, HttpSecurityModule } from '@segur/http-security';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { freshDatabase } from '@segur/testing';
import { OperationsModule } from '../src/operations.module.js';

/** Two laboratories and the API keys that speak for them. */
export const KEYS = { '750000001': 'key-of-one', '750000002': 'key-of-two' } as const;

/** The context in a real Nest application, on a database of its own, without a bus: tests hand it the events. */
export interface Application {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

export async function startApplication(): Promise<Application> {
  const database = await freshDatabase();
  const entries = Object.entries(KEYS).map(([tenantId, key]) => ({ tenantId, access: { apiKeys: [sha256(key)] } }));
  const testing = await Test.createTestingModule({
    imports: [
      ClockModule,
      TelemetryModule.forRoot({ log: Log.silent(), metrics: new Metrics() }),
      HttpSecurityModule.forRoot({
        access: new AccessRegistry(LaboratoryRegistry.of(entries)),
        config: { apiKeysTaken: true, browserSessionsTaken: true },
      }),
      PersistenceModule.forRoot({ databaseUrl: database.url, relay: false }),
      OperationsModule,
    ],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
