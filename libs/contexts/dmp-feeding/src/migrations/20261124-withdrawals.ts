import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/**
 * Withdrawals are kept beside submissions: the document of a revision may be made, or announced, after the report was withdrawn.
 */
export class Withdrawals20261124090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE dmp_feeding.withdrawal (
        tenant_id     text        NOT NULL,
        report_set_id uuid        NOT NULL,
        revision      integer     NOT NULL CHECK (revision > 0),  -- the last one that is withdrawn
        reason        text        NOT NULL,
        withdrawn_at  timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id)
      );
      ALTER TABLE dmp_feeding.submission DROP CONSTRAINT submission_state_check;
      ALTER TABLE dmp_feeding.submission ADD CONSTRAINT submission_state_check CHECK (state IN
        ('PENDING', 'WAITING_RETRY', 'UNCERTAIN', 'ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED', 'WITHDRAWING', 'WITHDRAWN'))`);
    await db.query(tenantTable('dmp_feeding.withdrawal'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE dmp_feeding.withdrawal;
      ALTER TABLE dmp_feeding.submission DROP CONSTRAINT submission_state_check;
      ALTER TABLE dmp_feeding.submission ADD CONSTRAINT submission_state_check CHECK (state IN
        ('PENDING', 'WAITING_RETRY', 'UNCERTAIN', 'ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED'))`);
  }
}
