import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Clock, ClockModule, MovableClock } from '@segur/clock';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import type { DevelopmentPki } from '@segur/crypto';
import { DocumentMentions, DocumentStore } from '@segur/document-store';
import {
  DELIVERY_CHANGED,
  DOCUMENT_VALIDATED,
  REPORT_WITHDRAWN,
  type DeliveryChanged,
  type DocumentValidated,
  type EventEnvelope,
  type ReportWithdrawn,
} from '@segur/events';
import type { DeliverySheet } from '@segur/laboratory';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { eventually, freshDatabase, type FreshDatabase } from '@segur/testing';
import pg from 'pg';
import { dmpFeedingConfig, DmpFeedingModule } from '../src/index.js';
import { PlanSubmissionConsumer } from '../src/plan-submission/plan-submission.consumer.js';
import { WithdrawReportConsumer } from '../src/withdraw-report/withdraw-report.consumer.js';
import { MemoryDocuments } from './memory-documents.js';
import { INS, sampleCda } from './sample-cda.js';

export const TENANT = '750000000';

const wishes: DeliverySheet['delivery'] = {
  dmp: true,
  professionals: true,
  patient: true,
  maskedToProfessionals: false,
  hiddenFromPatient: false,
  hiddenFromRepresentatives: false,
};

/** `undefined`: left out. */
type SheetChange = { readonly [Field in keyof DeliverySheet]?: DeliverySheet[Field] | undefined };

/** One context with a real database and a clock that stands still, feeding the DMP at an address. */
export class Scene {
  readonly clock = new MovableClock();
  readonly documents = new MemoryDocuments();
  readonly metrics = new Metrics();
  readonly logged: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'dmp-feeding-'));
  private database: FreshDatabase | undefined;
  private owner: pg.Client | undefined;
  private module: TestingModule | undefined;

  /** @param callTimeoutSeconds - Long, except where a test waits for it: machines of CI are slow at times. */
  constructor(private readonly callTimeoutSeconds = 60) {}

  async start(
    pki: DevelopmentPki,
    baseUrl: string,
    section: object = {},
    env: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    this.database = await freshDatabase();
    writeFileSync(join(this.folder, 'auth.p12'), pki.authentication.pkcs12);
    writeFileSync(join(this.folder, 'auth.pass'), pki.authentication.passphrase);
    writeFileSync(join(this.folder, 'seal.p12'), pki.seal.pkcs12);
    writeFileSync(join(this.folder, 'ca.pem'), pki.caPem);
    const dmp = {
      structureId: '1750000000',
      authCertificateFile: 'auth.p12',
      authPassphraseFile: 'auth.pass',
      sealCertificateFile: 'seal.p12',
      sealPassphraseFile: 'auth.pass',
      responsibleId: '899700000011',
      caFile: 'ca.pem',
      submissionSourceOid: '2.999.1.9',
      ...section,
    };
    const laboratories = LaboratoryRegistry.of([{ tenantId: TENANT, dmp }, { tenantId: '690000000' }], this.folder);
    const settings = readConfig(dmpFeedingConfig, {
      ...env,
      DMP_BASE_URL: baseUrl,
      DMP_CALL_TIMEOUT_SECONDS: `${this.callTimeoutSeconds}`,
    });
    this.module = await Test.createTestingModule({
      imports: [
        ClockModule,
        TelemetryModule.forRoot({
          log: Log.open({ level: 'debug', write: (line) => void this.logged.push(line) }),
          metrics: this.metrics,
        }),
        PersistenceModule.forRoot({ databaseUrl: this.database.url, relay: false }),
        around(laboratories, this.documents),
        DmpFeedingModule.forRoot(settings),
      ],
    })
      .overrideProvider(Clock)
      .useValue(this.clock)
      .compile();
    await this.module.init();
    this.owner = new pg.Client({ connectionString: this.database.url });
    await this.owner.connect();
  }

  async stop(): Promise<void> {
    await this.owner?.end();
    await this.module?.close();
    await this.database?.drop();
    rmSync(this.folder, { recursive: true });
  }

  /** States that a document is validated, as result-structuring does. */
  async validate(change: Partial<DocumentValidated> = {}, sheetChange: SheetChange = {}, tenantId = TENANT, patient = INS) {
    const reportSetId = change.reportSetId ?? randomUUID();
    const revision = change.revision ?? 1;
    const documentId = change.documentId ?? `2.25.${BigInt(`0x${randomUUID().replaceAll('-', '')}`)}`;
    const cda = sampleCda(documentId, patient);
    const sheet = {
      ...{ reportSetId, revision, documentId, qualifiedIns: patient, recipients: [], delivery: wishes },
      ...{ encounterKind: 'AMB', fillerNumber: 'DOS-1', ...sheetChange },
    };
    const data: DocumentValidated = {
      reportSetId,
      revision,
      receptionId: randomUUID(),
      documentId,
      cda: await this.documents.put(tenantId, { bytes: cda, mediaType: 'text/xml' }),
      deliverySheet: await this.documents.put(tenantId, {
        bytes: Buffer.from(JSON.stringify(sheet)),
        mediaType: 'application/json',
      }),
      findings: [],
      ...change,
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
    await this.consume(event);
    return { event, cda, documentId, reportSetId };
  }

  /** States that a report is withdrawn, as result-structuring does. */
  async withdraw(reportSetId: string, revision = 1): Promise<EventEnvelope<ReportWithdrawn>> {
    const event: EventEnvelope<ReportWithdrawn> = {
      id: randomUUID(),
      topic: REPORT_WITHDRAWN.name,
      key: reportSetId,
      tenantId: TENANT,
      source: 'result-structuring',
      occurredAt: this.clock.now().toISOString(),
      data: { reportSetId, revision, reason: 'sent-in-error' },
    };
    await this.consumeWithdrawal(event);
    return event;
  }

  async consumeWithdrawal(event: EventEnvelope<ReportWithdrawn>): Promise<void> {
    if (!this.module) throw new Error('The scene was not started');
    await this.module.get(WithdrawReportConsumer, { strict: false }).onReportWithdrawn(event);
  }

  /** The state of each version of a report, oldest first. */
  async states(reportSetId: string): Promise<readonly string[]> {
    const rows = await this.rows<{ state: string }>(
      'SELECT state FROM dmp_feeding.submission WHERE report_set_id = $1 ORDER BY revision',
      [reportSetId],
    );
    return rows.map(({ state }) => state);
  }

  /** Waits until the versions of a report stand so, oldest first. */
  async stand(reportSetId: string, ...states: readonly DeliveryChanged['state'][]): Promise<void> {
    let last: readonly string[] = [];
    const wanted = states.join();
    await eventually(async () => (last = await this.states(reportSetId)).join() === wanted, {
      orSay: () => `wanted ${wanted}, last was ${last.join()}; ${this.logged.slice(-5).join('')}`,
    });
  }

  async consume(event: EventEnvelope<DocumentValidated>): Promise<void> {
    if (!this.module) throw new Error('The scene was not started');
    await this.module.get(PlanSubmissionConsumer, { strict: false }).onDocumentValidated(event);
  }

  /** Facts stated about a report, oldest first. */
  async facts(reportSetId: string): Promise<DeliveryChanged[]> {
    const rows = await this.rows<{ envelope: EventEnvelope<DeliveryChanged> }>(
      "SELECT envelope FROM dmp_feeding.outbox WHERE envelope->>'key' = $1 ORDER BY seq",
      [reportSetId],
    );
    return rows.map(({ envelope }) => DELIVERY_CHANGED.schema.parse(envelope.data));
  }

  /** Waits until the newest fact of a report is of that state, and of that revision where one is given. */
  async reaches(reportSetId: string, state: DeliveryChanged['state'], revision?: number): Promise<DeliveryChanged> {
    let last: DeliveryChanged | undefined;
    await eventually(
      async () => {
        last = (await this.facts(reportSetId)).at(-1);
        return last?.state === state && (revision === undefined || last.revision === revision);
      },
      { orSay: () => `wanted ${state}, last was ${JSON.stringify(last)}; ${this.logged.slice(-5).join('')}` },
    );
    if (!last) throw new Error('no fact');
    return last;
  }

  /** Waits until nothing is under way or due. */
  async idle(): Promise<void> {
    const busy = 'SELECT 1 FROM dmp_feeding.attempt WHERE finished_at IS NULL AND (lease IS NOT NULL OR available_at <= $1)';
    await eventually(async () => (await this.rows(busy, [this.clock.now()])).length === 0);
  }

  /** Moves to a time by which the next attempt is due: one under way must have ended before, or it would count from there. */
  async later(minutes = 180): Promise<void> {
    await this.idle();
    this.clock.advance(minutes * 60_000);
  }

  async rows<Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.owner?.query<Row>(sql, [...parameters]))?.rows ?? [];
  }
}

function around(laboratories: LaboratoryRegistry, documents: DocumentStore) {
  @Global()
  @Module({
    providers: [
      { provide: LaboratoryRegistry, useValue: laboratories },
      { provide: DocumentStore, useValue: documents },
      { provide: DocumentMentions, useValue: new DocumentMentions() },
    ],
    exports: [LaboratoryRegistry, DocumentStore, DocumentMentions],
  })
  class AroundModule {}
  return AroundModule;
}
