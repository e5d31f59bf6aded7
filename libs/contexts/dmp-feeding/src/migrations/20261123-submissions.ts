import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** Attempts are rows of their own. What a lot is made of is chosen here once, so that every attempt sends the same. */
export class Submissions20261123090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE dmp_feeding.submission (
        tenant_id      text        NOT NULL,
        submission_id  uuid        NOT NULL,
        report_set_id  uuid        NOT NULL,
        revision       integer     NOT NULL CHECK (revision > 0),
        document_id    text        NOT NULL,           -- XDS uniqueId of the document: the id of the CDA
        set_id         text        NOT NULL,           -- XDS uniqueId of the submission set
        cda_sha256     text        NOT NULL,
        sheet_sha256   text        NOT NULL,
        state          text        NOT NULL CHECK (state IN
                         ('PENDING', 'WAITING_RETRY', 'UNCERTAIN', 'ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED')),
        state_revision integer     NOT NULL CHECK (state_revision > 0),
        attempts       integer     NOT NULL DEFAULT 0,
        may_be_there   boolean     NOT NULL DEFAULT false,  -- an answer was lost once: the DMP may hold it already
        error_code     text,
        traceparent    text,
        planned_at     timestamptz NOT NULL,           -- submissionTime of the lot
        changed_at     timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, submission_id),
        UNIQUE (tenant_id, report_set_id, revision)
      )`);
    await db.query(tenantTable('dmp_feeding.submission'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE dmp_feeding.submission');
  }
}
