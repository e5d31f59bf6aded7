import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** What the software of laboratories was told of deliveries, and what it answered. */
export class Acknowledgements20261125090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE operations.acknowledgement (
        tenant_id          text        NOT NULL,
        report_set_id      uuid        NOT NULL,
        acknowledgement_id uuid        NOT NULL,
        revision           integer     NOT NULL,
        reception_id       uuid        NOT NULL,     -- of the message that is answered
        delivery_id        uuid        NOT NULL,
        kind               text        NOT NULL,
        verdict            text        NOT NULL,
        error_code         text,
        control_id         text        NOT NULL,
        state              text        NOT NULL,
        state_revision     integer     NOT NULL,
        attempts           integer     NOT NULL,
        answer_code        text,
        changed_at         timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id, acknowledgement_id)
      )`);
    await db.query('CREATE INDEX acknowledgement_reception ON operations.acknowledgement (reception_id, tenant_id)');
    await db.query(tenantTable('operations.acknowledgement'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE operations.acknowledgement');
  }
}
