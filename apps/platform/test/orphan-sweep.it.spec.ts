import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Clock, ClockModule, MovableClock } from '@segur/clock';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import { dmpFeedingConfig, DmpFeedingModule } from '@segur/dmp-feeding';
import { DocumentStore, DocumentStoreModule, KeyRing, OrphanSweep } from '@segur/document-store';
import { AccessRegistry, HttpSecurityModule } from '@segur/http-security';
import { OrderIntakeModule } from '@segur/order-intake';
import { PersistenceModule } from '@segur/persistence';
import { resultStructuringConfig, ResultStructuringModule } from '@segur/result-structuring';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { freshDatabase, type FreshDatabase } from '@segur/testing';
import pg from 'pg';
import { MENTIONING_CONTEXTS } from '../src/mentioning-contexts.js';

const TENANT = '750000000';
const WEEK_MS = 7 * 86_400_000;
const MODULES = [
  OrderIntakeModule,
  ResultStructuringModule.forRoot(readConfig(resultStructuringConfig, { MLLP_PORT: '0' })),
  DmpFeedingModule.forRoot(readConfig(dmpFeedingConfig, {})),
];

/** One row for each place where a context keeps the hash of a document: `$1` laboratory, `$2` hash. */
const MENTIONS = {
  'a message that was received': `INSERT INTO result_structuring.reception (tenant_id, sender, control_id, sent_at, reception_id, sha256, ack, report_set_id, kind, route, received_at)
    VALUES ($1, 'S', gen_random_uuid(), '2026', gen_random_uuid(), $2, '', gen_random_uuid(), 'hl7v2-oru', 'mllp', now())`,
  'a report that was read in it': `INSERT INTO result_structuring.report (tenant_id, report_set_id, revision, reception_id, kind, state, content_hash, report_sha256, filler_number, findings)
    VALUES ($1, gen_random_uuid(), 1, gen_random_uuid(), 'hl7v2-oru', 'STRUCTURED', 'x', $2, 'F', '[]')`,
  'a CDA': documentWith('cda_sha256'),
  'a PDF': documentWith('pdf_sha256'),
  'a delivery sheet': documentWith('sheet_sha256'),
  'an order that reports are completed from': `INSERT INTO result_structuring.known_order (tenant_id, order_id, revision, order_sha256)
    VALUES ($1, gen_random_uuid(), 1, $2)`,
  'an order': `INSERT INTO order_intake.received_order (tenant_id, order_id, revision, route, order_sha256, received_at)
    VALUES ($1, gen_random_uuid(), 1, 'rest', $2, now())`,
  'a CDA on its way to the DMP': submissionWith('cda_sha256'),
  'a delivery sheet on its way to the DMP': submissionWith('sheet_sha256'),
};

describe('the sweep of orphans over the contexts of the platform', () => {
  let database: FreshDatabase;
  let owner: pg.Client;
  let clock: MovableClock;
  const running: TestingModule[] = [];

  const start = async (modules: typeof MODULES, mentionedBy: readonly string[]) => {
    const laboratories = LaboratoryRegistry.of([{ tenantId: TENANT }]);
    const module = await Test.createTestingModule({
      imports: [
        ClockModule,
        TelemetryModule.forRoot({ log: Log.silent(), metrics: new Metrics() }),
        HttpSecurityModule.forRoot({ access: new AccessRegistry(laboratories), config: { apiKeysTaken: true } }),
        PersistenceModule.forRoot({ databaseUrl: database.url, relay: false, poolSize: 2 }),
        knowing(laboratories),
        DocumentStoreModule.forRoot({ databaseUrl: database.url, poolSize: 2, recentBytes: 0, keys, mentionedBy }),
        ...modules,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    running.push(module);
    await module.init();
    const store = module.get(DocumentStore, { strict: false });
    return {
      sweep: () => module.get(OrphanSweep, { strict: false }).sweep(),
      put: async () => (await store.put(TENANT, { bytes: Buffer.from(randomUUID()), mediaType: 'text/plain' })).sha256,
      has: (sha256: string) =>
        store.get(TENANT, sha256).then(
          () => true,
          () => false,
        ),
    };
  };

  beforeEach(async () => {
    clock = new MovableClock();
    database = await freshDatabase();
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
  });
  afterEach(async () => {
    for (const module of running.splice(0)) await module.close();
    await owner.end();
    await database.drop();
  });

  it('takes an orphan after a week, and leaves whatever a context mentions', async () => {
    const { put, has, sweep } = await start(MODULES, MENTIONING_CONTEXTS);
    const mentioned: Record<string, string> = {};
    for (const [what, sql] of Object.entries(MENTIONS)) {
      const sha256 = (mentioned[what] = await put());
      await owner.query(sql, [TENANT, sha256]);
    }
    const orphan = await put();
    clock.advance(WEEK_MS + 1);
    const young = await put();
    const swept = await sweep();

    expect(swept).toBe(1);
    expect(await has(orphan)).toBe(false);
    expect(await has(young)).toBe(true);
    for (const [what, sha256] of Object.entries(mentioned)) expect([what, await has(sha256)]).toEqual([what, true]);
  });

  it('takes nothing in a process that runs one of them, whatever that process believes', async () => {
    await start(MODULES, MENTIONING_CONTEXTS);
    const alone = await start(MODULES.slice(0, 1), ['order-intake']);
    const orphan = await alone.put();
    clock.advance(WEEK_MS + 1);

    await expect(alone.sweep()).resolves.toBe(0);
    expect(await alone.has(orphan)).toBe(true);
  });

  it('leaves no column out: a new one that holds a hash must be mentioned, or named here as none of the store', async () => {
    await start(MODULES, MENTIONING_CONTEXTS);
    const { rows } = await owner.query<{ column: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS column FROM information_schema.columns
       WHERE column_name LIKE '%sha256' AND table_schema <> 'document_store' ORDER BY 1`,
    );

    expect(rows.map(({ column }) => column)).toEqual([
      'dmp_feeding.submission.cda_sha256',
      'dmp_feeding.submission.sheet_sha256',
      // Of a request's body, to know it again.
      'order_intake.order_request.body_sha256',
      'order_intake.received_order.order_sha256',
      // Of a document of result-structuring, which keeps it for ever.
      'order_intake.reported.cda_sha256',
      // Of messages and sheets that a reception and a document mention, for ever.
      'result_structuring.acknowledgement.message_sha256',
      'result_structuring.acknowledgement.recipient_sheet_sha256',
      'result_structuring.acknowledgement_request.message_sha256',
      'result_structuring.document.cda_sha256',
      'result_structuring.document.pdf_sha256',
      'result_structuring.document.sheet_sha256',
      'result_structuring.known_order.order_sha256',
      'result_structuring.reception.sha256',
      'result_structuring.report.report_sha256',
    ]);
  });
});

const keys = KeyRing.of({ current: '1', keys: { '1': randomBytes(32).toString('base64') } });

function documentWith(column: 'cda_sha256' | 'pdf_sha256' | 'sheet_sha256'): string {
  const value = (other: string) => (other === column ? '$2' : `'none'`);
  return `INSERT INTO result_structuring.document (tenant_id, report_set_id, revision, document_id, cda_sha256, pdf_sha256, sheet_sha256, validated_at)
    VALUES ($1, gen_random_uuid(), 1, '2.25.1', ${value('cda_sha256')}, ${value('pdf_sha256')}, ${value('sheet_sha256')}, now())`;
}

function submissionWith(column: 'cda_sha256' | 'sheet_sha256'): string {
  const value = (other: string) => (other === column ? '$2' : `'none'`);
  return `INSERT INTO dmp_feeding.submission (tenant_id, submission_id, report_set_id, revision, document_id, set_id, cda_sha256, sheet_sha256, state, state_revision, planned_at, changed_at)
    VALUES ($1, gen_random_uuid(), gen_random_uuid(), 1, '2.25.1', '2.25.2', ${value('cda_sha256')}, ${value('sheet_sha256')}, 'PENDING', 1, now(), now())`;
}

function knowing(laboratories: LaboratoryRegistry) {
  @Global()
  @Module({ providers: [{ provide: LaboratoryRegistry, useValue: laboratories }], exports: [LaboratoryRegistry] })
  class LaboratoriesModule {}
  return LaboratoriesModule;
}
