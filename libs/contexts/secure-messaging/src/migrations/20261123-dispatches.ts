import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** Addresses are not here: a patient's holds the matricule. They are read from the delivery sheet when the mail is made. */
export class Dispatches20261123090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE secure_messaging.dispatch (
        tenant_id              text        NOT NULL,
        dispatch_id            uuid        NOT NULL,
        report_set_id          uuid        NOT NULL,
        revision               integer     NOT NULL CHECK (revision > 0),
        recipient_sheet_sha256 text        NOT NULL,           -- another than sheet_sha256: got an earlier version, named no longer
        recipient_number       integer     NOT NULL CHECK (recipient_number >= 0),   -- place in that sheet
        recipient_role         text        NOT NULL CHECK (recipient_role IN ('prescriber', 'correspondent', 'patient')),
        cda_sha256             text        NOT NULL,
        pdf_sha256             text,
        sheet_sha256           text        NOT NULL,
        message_id             text        NOT NULL,           -- chosen once: every attempt sends the same mail
        lot_id                 text        NOT NULL,           -- uniqueId of the submission set in the archive
        state                  text        NOT NULL CHECK (state IN
                                 ('PENDING', 'WAITING_RETRY', 'UNCERTAIN', 'ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED')),
        state_revision         integer     NOT NULL CHECK (state_revision > 0),
        attempts               integer     NOT NULL DEFAULT 0,
        may_be_there           boolean     NOT NULL DEFAULT false,
        error_code             text,
        mime_sha256            text,                           -- of the last mail that was handed over: evidence
        traceparent            text,
        planned_at             timestamptz NOT NULL,
        changed_at             timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, dispatch_id),
        UNIQUE (tenant_id, report_set_id, revision, recipient_sheet_sha256, recipient_number)
      )`);
    await db.query(tenantTable('secure_messaging.dispatch'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE secure_messaging.dispatch');
  }
}
