import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** What was acknowledged, what was read in it, what was made of it. Bytes rest in the document store; here are their hashes. */
export class ReceptionsAndReports20261123090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE result_structuring.reception (
        tenant_id     text        NOT NULL,
        sender        text        NOT NULL,     -- MSH-3|MSH-4
        control_id    text        NOT NULL,     -- MSH-10
        sent_at       text        NOT NULL,     -- MSH-7 as sent
        reception_id  uuid        NOT NULL,
        sha256        text        NOT NULL,
        ack           bytea       NOT NULL,     -- answered again, byte for byte, when the message comes again
        report_set_id uuid        NOT NULL,
        kind          text        NOT NULL CHECK (kind IN ('hl7v2-oru', 'hl7v2-cda')),
        route         text        NOT NULL CHECK (route IN ('mllp', 'http')),
        received_at   timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, sender, control_id, sent_at)
      )`);
    await db.query(`
      CREATE TABLE result_structuring.report (
        tenant_id     text        NOT NULL,
        report_set_id uuid        NOT NULL,
        revision      integer     NOT NULL CHECK (revision > 0),
        reception_id  uuid        NOT NULL,
        kind          text        NOT NULL CHECK (kind IN ('hl7v2-oru', 'hl7v2-cda')),
        state         text        NOT NULL CHECK (state IN ('STRUCTURED', 'VALIDATED', 'REFUSED')),
        content_hash  text        NOT NULL,     -- of what the report says, whenever it was sent
        report_sha256 text,                     -- JSON of the report; null for a finished document
        placer_number text,
        filler_number text        NOT NULL,
        findings      jsonb       NOT NULL,     -- remarks that did not stop it, told again with its document
        changed_at    timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, report_set_id, revision)
      )`);
    await db.query(`
      CREATE TABLE result_structuring.document (
        tenant_id     text        NOT NULL,
        report_set_id uuid        NOT NULL,
        revision      integer     NOT NULL CHECK (revision > 0),
        document_id   text        NOT NULL,     -- OID: ClinicalDocument/id, XDS uniqueId
        cda_sha256    text        NOT NULL,
        pdf_sha256    text,
        sheet_sha256  text        NOT NULL,
        order_id      uuid,                     -- the order it was completed from, when one was known
        validated_at  timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id, revision)
      )`);
    await db.query(`
      CREATE TABLE result_structuring.known_order (
        tenant_id     text    NOT NULL,
        order_id      uuid    NOT NULL,
        revision      integer NOT NULL CHECK (revision > 0),
        placer_number text,
        filler_number text,
        order_sha256  text    NOT NULL,
        PRIMARY KEY (tenant_id, order_id)
      )`);
    await db.query('CREATE INDEX known_order_placer ON result_structuring.known_order (tenant_id, placer_number)');
    await db.query('CREATE INDEX known_order_filler ON result_structuring.known_order (tenant_id, filler_number)');
    // Asked by the sweep of orphans, about every document once. The tenant comes last here: on a table without statistics the planner
    // would take such an index for the tenant alone, and read all of it at every look for a duplicate.
    await db.query('CREATE INDEX reception_bytes ON result_structuring.reception (sha256, tenant_id)');
    await db.query('CREATE INDEX report_bytes ON result_structuring.report (report_sha256, tenant_id)');
    await db.query(
      'CREATE INDEX document_bytes ON result_structuring.document USING gin ((ARRAY[cda_sha256, pdf_sha256, sheet_sha256]))',
    );
    for (const table of TABLES) await db.query(tenantTable(`result_structuring.${table}`));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await db.query(`DROP TABLE result_structuring.${table}`);
  }
}

const TABLES = ['reception', 'report', 'document', 'known_order'];
