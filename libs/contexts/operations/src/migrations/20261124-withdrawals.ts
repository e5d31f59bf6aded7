import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** Up to where reports are withdrawn. Beside the reports, and joined when they are shown: so a withdrawal may be read before or after them. */
export class Withdrawals20261124090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE operations.withdrawal (
        tenant_id     text        NOT NULL,
        report_set_id uuid        NOT NULL,
        revision      integer     NOT NULL CHECK (revision > 0),   -- it and all before it
        reason        text        NOT NULL,
        reception_id  uuid,                                        -- null: a person asked
        withdrawn_at  timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id)
      )`);
    await db.query('CREATE INDEX withdrawal_reception ON operations.withdrawal (reception_id, tenant_id)');
    await db.query(tenantTable('operations.withdrawal'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE operations.withdrawal');
  }
}
