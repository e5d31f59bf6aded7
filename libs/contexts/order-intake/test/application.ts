import { createHash, randomBytes } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { ClockModule } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { DocumentStoreModule, KeyRing } from '@segur/document-store';
import type { EventEnvelope } from '@segur/events';
import { AccessRegistry, HttpSecurityModule } from '@segur/http-security';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { freshDatabase } from '@segur/testing';
import { OrderIntakeModule } from '../src/order-intake.module.js';

/** Two laboratories and the API keys that speak for them. */
export const KEYS = { '750000001': 'key-of-one', '750000002': 'key-of-two' } as const;

@Module({})
class LaboratoriesModule {
  static of(registry: LaboratoryRegistry): DynamicModule {
    const providers = [{ provide: LaboratoryRegistry, useValue: registry }];
    return { module: LaboratoriesModule, global: true, providers, exports: [LaboratoryRegistry] };
  }
}

/** The context in a real Nest application, on a database of its own, without a bus: facts are read in the outbox. */
export interface Application {
  readonly app: NestFastifyApplication;
  /** What the context has stated, in order. */
  facts(): Promise<readonly EventEnvelope[]>;
  close(): Promise<void>;
}

export async function startApplication(): Promise<Application> {
  const database = await freshDatabase();
  const registry = LaboratoryRegistry.of(
    Object.entries(KEYS).map(([tenantId, key]) => ({
      tenantId,
      access: { apiKeys: [sha256(key)] },
      laboratory: { ...SAMPLE_LABORATORY, finess: tenantId },
    })),
  );
  const keys = KeyRing.of({ current: '1', keys: { '1': randomBytes(32).toString('base64') } });
  const testing = await Test.createTestingModule({
    imports: [
      ClockModule,
      LaboratoriesModule.of(registry),
      TelemetryModule.forRoot({ log: Log.silent(), metrics: new Metrics() }),
      HttpSecurityModule.forRoot({ access: new AccessRegistry(registry), config: { apiKeysTaken: true } }),
      PersistenceModule.forRoot({ databaseUrl: database.url, relay: false }),
      DocumentStoreModule.forRoot({ databaseUrl: database.url, keys }),
      OrderIntakeModule,
    ],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  return {
    app,
    facts: async () => {
      const { rows } = await owner.query<{ envelope: EventEnvelope }>('SELECT envelope FROM order_intake.outbox ORDER BY seq');
      return rows.map(({ envelope }) => envelope);
    },
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
