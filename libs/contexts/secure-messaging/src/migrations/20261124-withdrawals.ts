import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/**
 * Withdrawals are kept beside dispatches: the document of a revision may be made, or announced, after the report was withdrawn.
 */
export class Withdrawals20261124090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE secure_messaging.withdrawal (
        tenant_id     text        NOT NULL,
        report_set_id uuid        NOT NULL,
        revision      integer     NOT NULL CHECK (revision > 0),  -- the last one that is withdrawn
        reason        text        NOT NULL,
        withdrawn_at  timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id)
      );
      ALTER TABLE secure_messaging.dispatch
        ADD COLUMN withdrawn_at timestamptz,      -- time stamp of the mail that asks to delete the document
        ADD COLUMN notice_sha256 text,            -- of the last such mail that was handed over: evidence
        DROP CONSTRAINT dispatch_state_check,
        ADD CONSTRAINT dispatch_state_check CHECK (state IN
          ('PENDING', 'WAITING_RETRY', 'UNCERTAIN', 'ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED', 'WITHDRAWING', 'WITHDRAWN'))`);
    await db.query(tenantTable('secure_messaging.withdrawal'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE secure_messaging.withdrawal;
      ALTER TABLE secure_messaging.dispatch
        DROP COLUMN withdrawn_at,
        DROP COLUMN notice_sha256,
        DROP CONSTRAINT dispatch_state_check,
        ADD CONSTRAINT dispatch_state_check CHECK (state IN
          ('PENDING', 'WAITING_RETRY', 'UNCERTAIN', 'ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED'))`);
  }
}
