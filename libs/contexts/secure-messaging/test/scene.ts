import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Clock, ClockModule, MovableClock } from '@segur/clock';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import type { DevelopmentPki } from '@segur/crypto';
import { DocumentStore, DocumentStoreModule, KeyRing } from '@segur/document-store';
import { EventBusModule, EventBusTransport, PostgresEventBus } from '@segur/event-bus';
import {
  DELIVERY_CHANGED,
  DOCUMENT_VALIDATED,
  REPORT_WITHDRAWN,
  type DeliveryChanged,
  type DocumentValidated,
  type EventEnvelope,
  type ReportWithdrawn,
} from '@segur/events';
import type { DeliverySheet, Report } from '@segur/laboratory';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { eventually, freshDatabase, type FreshDatabase } from '@segur/testing';
import pg from 'pg';
import { secureMessagingConfig, SecureMessagingModule } from '../src/index.js';
import { sampleReport } from './sample-report.js';

/** A laboratory with a mailbox, and one without. */
export const TENANT = '750000000';
export const BARE_TENANT = '690000000';

/** The context in a real Nest application: PostgreSQL, event log, document store, and a clock that stands still. */
export class Scene {
  readonly clock = new MovableClock();
  readonly metrics = new Metrics();
  readonly logged: string[] = [];
  readonly facts: DeliveryChanged[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'secure-messaging-'));
  private running:
    | {
        readonly app: NestFastifyApplication;
        readonly bus: PostgresEventBus;
        readonly database: FreshDatabase;
        readonly owner: pg.Client;
      }
    | undefined;

  /** @param port - Of the operator. */
  async start(pki: DevelopmentPki, port: number, section: object = {}): Promise<void> {
    const database = await freshDatabase();
    const log = Log.open({ level: 'debug', write: (line) => void this.logged.push(line) });
    const bus = await PostgresEventBus.open({ databaseUrl: database.url, pollMs: 100, log });
    const settings = readConfig(secureMessagingConfig, {
      MSSANTE_SMTP_PORT: String(port),
      MSSANTE_SEND_TIMEOUT_SECONDS: '5',
      MSSANTE_CONNECTIONS: '1',
    });
    const testing = await Test.createTestingModule({
      imports: [
        ClockModule,
        TelemetryModule.forRoot({ log, metrics: this.metrics }),
        EventBusModule.forRoot({ bus }),
        PersistenceModule.forRoot({ databaseUrl: database.url }),
        DocumentStoreModule.forRoot({
          databaseUrl: database.url,
          keys: KeyRing.of({ current: '1', keys: { '1': randomBytes(32).toString('base64') } }),
        }),
        LaboratoriesModule.of(this.laboratories(pki, section)),
        SecureMessagingModule.forRoot(settings),
      ],
    })
      .overrideProvider(Clock)
      .useValue(this.clock)
      .compile();
    const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    app.connectMicroservice({ strategy: app.get(EventBusTransport) }, { inheritAppConfig: false });
    await app.startAllMicroservices();
    await app.init();
    const handle = async ({ data }: EventEnvelope) => void this.facts.push(DELIVERY_CHANGED.schema.parse(data));
    await bus.subscribe({ group: 'spec', topics: [DELIVERY_CHANGED.name], handle });
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    this.running = { app, bus, database, owner };
  }

  async stop(): Promise<void> {
    await this.running?.owner.end();
    await this.running?.app.close();
    await this.running?.database.drop();
    rmSync(this.folder, { recursive: true });
  }

  /** States on the log that the document of a report is validated, as result-structuring does. */
  async validate(change: Partial<Report> = {}, sheetChange: Partial<DeliverySheet> = {}, tenantId = TENANT, startsAgain = false) {
    const reportSetId = change.reportSetId ?? randomUUID();
    const { cda, pdf, sheet, header } = sampleReport({ ...change, reportSetId }, startsAgain);
    const keep = (bytes: Buffer, mediaType: string) => this.ground.app.get(DocumentStore).put(tenantId, { bytes, mediaType });
    const data: DocumentValidated = {
      reportSetId,
      revision: sheet.revision,
      receptionId: randomUUID(),
      documentId: header.id.root,
      cda: await keep(cda, 'text/xml'),
      pdf: await keep(pdf, 'application/pdf'),
      deliverySheet: await keep(Buffer.from(JSON.stringify({ ...sheet, ...sheetChange })), 'application/json'),
      ...(header.replaces ? { replaces: { revision: sheet.revision - 1, documentId: header.replaces.root } } : {}),
      findings: [],
    };
    const event: EventEnvelope<DocumentValidated> = {
      id: randomUUID(),
      topic: DOCUMENT_VALIDATED.name,
      key: reportSetId,
      tenantId,
      source: 'result-structuring',
      occurredAt: this.clock.now().toISOString(),
      data,
    };
    await this.append(event);
    return { event, reportSetId, cda, pdf };
  }

  /** States on the log that a report is withdrawn up to a revision, as result-structuring does. */
  async withdraw(reportSetId: string, revision = 1): Promise<EventEnvelope<ReportWithdrawn>> {
    const event: EventEnvelope<ReportWithdrawn> = {
      id: randomUUID(),
      topic: REPORT_WITHDRAWN.name,
      key: reportSetId,
      tenantId: TENANT,
      source: 'result-structuring',
      occurredAt: this.clock.now().toISOString(),
      data: { reportSetId, revision, reason: 'wrong-patient' },
    };
    await this.append(event);
    return event;
  }

  async append(event: EventEnvelope): Promise<void> {
    await this.ground.bus.append([event]);
  }

  /** Facts about a report, oldest first. */
  factsOf(reportSetId: string, role?: DeliveryChanged['recipientRole']): readonly DeliveryChanged[] {
    return this.facts.filter((fact) => fact.reportSetId === reportSetId && (role === undefined || fact.recipientRole === role));
  }

  /** Waits until the newest fact about a report is of that state, and of that revision where one is given. */
  async reaches(
    reportSetId: string,
    state: DeliveryChanged['state'],
    { role, revision }: { readonly role?: DeliveryChanged['recipientRole']; readonly revision?: number } = {},
  ): Promise<DeliveryChanged> {
    let last: DeliveryChanged | undefined;
    await eventually(
      () => {
        last = this.factsOf(reportSetId, role).findLast((fact) => revision === undefined || fact.revision === revision);
        return last?.state === state;
      },
      { orSay: () => `${state}, but ${JSON.stringify(this.factsOf(reportSetId))} and ${this.logged.slice(-3).join('')}` },
    );
    if (!last) throw new Error('unreachable');
    return last;
  }

  /** Every row of the context and of the event log, as text. */
  async everythingWritten(): Promise<string> {
    const { rows: tables } = await this.ground.owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('secure_messaging', 'event_log')`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await this.ground.owner.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      texts.push(...rows.map(({ text }) => text));
    }
    return texts.join('\n');
  }

  /** Moves the clock: an attempt under way must have ended before, or its next would count from there. */
  async later(ms: number): Promise<void> {
    const busy = 'SELECT 1 FROM secure_messaging.attempt WHERE finished_at IS NULL AND (lease IS NOT NULL OR available_at <= $1)';
    await eventually(async () => (await this.rows(busy, [this.clock.now()])).length === 0);
    this.clock.advance(ms);
  }

  async rows<Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.ground.owner.query<Row>(sql, [...parameters])).rows;
  }

  private get ground() {
    if (!this.running) throw new Error('The scene was not started');
    return this.running;
  }

  private laboratories(pki: DevelopmentPki, section: object): LaboratoryRegistry {
    writeFileSync(join(this.folder, 'auth.p12'), pki.authentication.pkcs12);
    writeFileSync(join(this.folder, 'auth.pass'), pki.authentication.passphrase);
    writeFileSync(join(this.folder, 'ca.pem'), pki.caPem);
    const mssante = {
      mailbox: 'resultats@labo.mssante.fr',
      displayName: 'LABORATOIRE DE TEST',
      replyTo: 'secretariat@labo.mssante.fr',
      laboratoryName: 'LABORATOIRE DE TEST',
      phone: '0100000000',
      sourceOid: '2.999.1.2',
      productReference: 'NIL-1',
      certificateFile: 'auth.p12',
      passphraseFile: 'auth.pass',
      caFile: 'ca.pem',
      ...section,
    };
    return LaboratoryRegistry.of([{ tenantId: TENANT, mssante }, { tenantId: BARE_TENANT }], this.folder);
  }
}

@Global()
@Module({})
class LaboratoriesModule {
  static of(laboratories: LaboratoryRegistry): DynamicModule {
    return {
      module: LaboratoriesModule,
      providers: [{ provide: LaboratoryRegistry, useValue: laboratories }],
      exports: [LaboratoryRegistry],
    };
  }
}
