import { createHash } from 'node:crypto';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { ClockModule } from '@segur/clock';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import type { EventEnvelope } from '@segur/events';
import { AccessRegistry, HttpSecurityModule } from '@segur/http-security';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { freshDatabase } from '@segur/testing';
import { loincTranscodingConfig } from '../src/loinc-transcoding.config.js';
import { LoincTranscodingModule } from '../src/loinc-transcoding.module.js';

/** Two laboratories and the API keys that speak for them, without limits. */
export const KEYS = { '750000001': 'key-of-one', '750000002': 'key-of-two' } as const;

/** A third, which asks for four eyes: what its people may decide. */
export const PEOPLE = {
  mapper: { key: 'key-of-mapper', scopes: ['mappings:review'] },
  'Dr Un': { key: 'key-of-dr-un', scopes: ['mappings:validate'] },
  'Dr Deux': { key: 'key-of-dr-deux', scopes: ['mappings:validate'] },
  reader: { key: 'key-of-reader', scopes: [] },
} as const;

/** The laboratory of {@link PEOPLE}. */
export const FOUR_EYES = '750000004';

/** A fake in the place of something that the module gives. */
export interface Override {
  readonly token: object;
  readonly fake: object;
}

/** The context in a real Nest application, on a database of its own, without a bus: facts are read in the outbox. */
export interface Application {
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  /** What the context has stated, in order. */
  facts(): Promise<readonly EventEnvelope[]>;
  /** As the owner of the tables, whom no policy binds. */
  sql(text: string, parameters?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** @param beside - Another process on the same database, which outlives this one. */
export async function startApplication(overrides: readonly Override[] = [], beside?: Application): Promise<Application> {
  const database = beside ? { url: beside.databaseUrl, drop: async () => undefined } : await freshDatabase();
  const entries = Object.entries(KEYS).map(([tenantId, key]) => ({ tenantId, access: { apiKeys: [sha256(key)] } }));
  const laboratories = LaboratoryRegistry.of([
    ...entries,
    { tenantId: FOUR_EYES, access: accessOfPeople(), mappings: { fourEyes: true } },
  ]);
  const providers = [{ provide: LaboratoryRegistry, useValue: laboratories }];
  const building = Test.createTestingModule({
    imports: [
      ClockModule,
      TelemetryModule.forRoot({ log: Log.silent(), metrics: new Metrics() }),
      HttpSecurityModule.forRoot({ access: new AccessRegistry(laboratories), config: { apiKeysTaken: true } }),
      PersistenceModule.forRoot({ databaseUrl: database.url, relay: false }),
      { module: class Laboratories {}, global: true, providers, exports: [LaboratoryRegistry] },
      LoincTranscodingModule.forRoot(readConfig(loincTranscodingConfig, {})),
    ],
  });
  for (const { token, fake } of overrides) building.overrideProvider(token).useValue(fake);
  const testing = await building.compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  return {
    app,
    databaseUrl: database.url,
    facts: async () => {
      const { rows } = await owner.query<{ envelope: EventEnvelope }>('SELECT envelope FROM loinc_transcoding.outbox ORDER BY seq');
      return rows.map(({ envelope }) => envelope);
    },
    sql: async (text, parameters = []) => (await owner.query<Record<string, unknown>>(text, [...parameters])).rows,
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}

function accessOfPeople(): object {
  const people = Object.entries(PEOPLE).map(([name, { key, scopes }]) => ({ credential: sha256(key), name, scopes }));
  return { apiKeys: people.map(({ credential }) => credential), grants: people };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
